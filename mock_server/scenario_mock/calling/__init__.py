"""`scenario-mock call`: an operation of the contract from the command line, against a mock or the real service.

`arguments` makes a request of words, `asking` sends it and what follows from it, `showing` prints what came.
"""
