"""The files behind assets: what one weighs, the file itself, its properties, a picture that stands for it, and reading.

A file is a function of its asset's row alone: the same row gives the same file in any process. Its size is arithmetic
over the row, so that a row can say it before anything is drawn; the file then has exactly that size, filled up with
what its format lets readers skip.

| kind | type | made by |
|---|---|---|
| image | image/png, image/jpeg, image/webp | `still` |
| video | video/mp4 | `video`, with `h264` and `mp4` |
| audio | audio/wav | `sound`, with `wav` |
| 3d | model/gltf-binary | `glb`, with `mesh` |
| text, json | text/plain, application/json | `texts` |
"""

from __future__ import annotations

from .companion import thumbnail_row
from .making import make, painted, size_of
from .properties import MIME_TYPES, properties_of
from .reading import Received, kind_of, read, received

__all__ = [
    "MIME_TYPES", "Received", "kind_of", "make", "painted", "properties_of", "read", "received", "size_of",
    "thumbnail_row",
]  # fmt: skip
