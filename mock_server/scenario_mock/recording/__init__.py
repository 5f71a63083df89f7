"""Recorded traffic: made by a proxy that judges it, kept without secrets, and used again without a network.

| module | what |
|---|---|
| `exchange` | one request with its answer, and the address below which the API is |
| `cleaning` | takes secrets out of exchanges and messages before anything keeps or shows them |
| `judging` | holds both directions of an exchange against the contract |
| `har_files` | cassettes: HAR 1.2 files, read and written |
| `recorder` | judges, counts, journals, tells and keeps what it is given |
| `asgi`, `proxy` | the recorder in front of a server |
| `replaying` | answers requests from a cassette |
| `httpx_transports` | recorder and replay as httpx transports |
| `references`, `shapes`, `comparing` | the same requests asked of a mock, and how its answers differ in shape |
| `telling` | what is printed of all this |

The commands are in `recording_commands`, the names for tests in `scenario_mock.cassette`.
"""
