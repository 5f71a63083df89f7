"""Search: the filter language, the two field tables, ranking and paging, over documents in memory.

Each step is a pure function in a module of its own: `filters` (text -> tree), `fields` (what may be filtered and where
it lives), `evaluate` (tree -> predicate), `ranking` (query and pictures -> order), `run` (all of it, and the page).
Together they say what a search means. `index` gives the same answers over documents that it has read before, `shelf`
keeps such indexes in step with the rows of a store: that is what servers ask. Who may see which document is decided
before: the caller hands in the documents of one project, or the public ones.
"""

from __future__ import annotations

from .evaluate import predicate
from .fields import ASSETS, MODELS, Field, Table
from .filters import And, Condition, Node, Not, Or, parse
from .index import ALWAYS, NEVER, Entry, Found, Index
from .run import run
from .shelf import SearchShelves, ShelfRow, asset_shelves, model_shelves, with_team

__all__ = [
    "ALWAYS",
    "ASSETS",
    "MODELS",
    "NEVER",
    "And",
    "Condition",
    "Entry",
    "Field",
    "Found",
    "Index",
    "Node",
    "Not",
    "Or",
    "SearchShelves",
    "ShelfRow",
    "Table",
    "asset_shelves",
    "model_shelves",
    "parse",
    "predicate",
    "run",
    "with_team",
]
