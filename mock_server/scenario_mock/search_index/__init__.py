"""Search over the store's database: what `search` defines, asked of the engine's own indexes.

`Finder` is what handlers talk to. `layout` has the tables, `reading` keeps them in step with the shelves, `conditions`
makes SQL of filters, `keywords` and `scoring` rank, `sqlite` and `postgres` are the two engines' ways.
"""

from __future__ import annotations

from .finder import Asked, Finder, Found, Pictures
from .reading import ShelfGone
from .vectors import Seen, Senses

__all__ = ["Asked", "Finder", "Found", "Pictures", "Seen", "Senses", "ShelfGone"]
