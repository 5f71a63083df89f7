"""The hand-written part of the client: transport, retries, errors, views, pages, jobs, downloads, budget.

Ordinary Python, copied verbatim to scenario_client/_runtime by ./scripts/regenerate. It knows nothing of one
operation or schema: generated code imports it and hands in what it needs, never the reverse. Importing it is cheap:
httpx, json, logging, random and asyncio are imported by the first call that needs them.
"""
