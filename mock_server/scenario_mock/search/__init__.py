"""Search, defined: the filter language, the two field tables, ranking and paging, over documents in memory.

The filter language and its meaning are in `grammar.lark`. Each step is a pure function in a module of its own:
`filters` (text -> tree; `refusals` says why not), `fields` (what may be filtered and where
it lives), `evaluate` (tree -> predicate), `ranking` (query and document -> how well), `run` (all of it, and the page).
Together they say what a search means; `search_index` gives the same answers from the store's database. Who may see
which document is decided before: the caller hands in the documents of one project, or the public ones.
"""

from __future__ import annotations

from .evaluate import predicate
from .fields import ASSETS, MODELS, Field, Table, meaning_text
from .filters import And, Condition, Node, Not, Or, parse
from .hits import asset_hit, model_hit
from .run import Senses, run

__all__ = [
    "ASSETS",
    "MODELS",
    "And",
    "Condition",
    "Field",
    "Node",
    "Not",
    "Or",
    "Senses",
    "Table",
    "asset_hit",
    "meaning_text",
    "model_hit",
    "parse",
    "predicate",
    "run",
]
