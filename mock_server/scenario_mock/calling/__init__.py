"""`scenario-mock call`: an operation of the contract from the command line, against a mock or the real service.

| module | |
|---|---|
| `operations` | which operations and fields there are, by name |
| `values` | what a word stands for |
| `arguments` | words become a request |
| `asking` | sends it: page after page, until a job has ended |
| `refusals` | why not, and what to do next |
| `downloading` | the files behind assets |
| `showing` | what came, for people |
| `explaining` | help for an operation, from the contract |
"""
