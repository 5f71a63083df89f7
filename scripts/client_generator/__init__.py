"""Make the typed client in generated/scenario_client from the bundled contract.

`cli` is the command behind scripts/regenerate: it swaps the result in, or compares it with what is there. `generate` is
the way from a document to a folder: `document` judges the document, openapi-python-client parses it (`project`), our
templates write the files.

    document   its operations, and what no client can be made from
    names      Python names for the API's words
    schemas    components as Python types, and the module that each belongs to
    texts      descriptions as docstrings
    views      what templates/types_module.py.jinja renders: views and aliases
    methods, operations, docstrings
               what templates/resource.py.jinja renders: one method for each operation
    project    every file of the package, with its template
    problems   Refusal: no client at all rather than one with holes

Nothing here knows one operation or schema of the API; `project.EXTRAS` says which tags the runtime adds something to.
"""
