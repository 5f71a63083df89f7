"""Make the typed client in generated/scenario_client from the bundled contract.

`generate` drives openapi-python-client and refuses everything it would only warn about; `cli` is the command behind
scripts/regenerate: it swaps the result in, or compares it with what is there; `settings.yaml` is the generator's own
configuration. Nothing here knows an operation or a schema of the API.
"""
