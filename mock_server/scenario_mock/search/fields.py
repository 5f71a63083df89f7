"""What can be filtered and sorted, of which type, and where it lives in a hit.

The two tables are those of the search guide: 25 asset fields, 18 model fields. Asset fields that describe the file or
the generation live under `metadata`. Text attributes follow the guide's lists of what a text search matches; `content`
(the indexed body of a text asset) is from the vendor's types, SDK 2.4.0.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from scenario_mock.errors import bad_request

from .refusals import shown

MIN_PART = 4  # letters of a field's name that may stand for it in "did you mean"

FieldType = Literal["string", "number", "date", "string[]"]
Path = tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """A name that a caller may use, its type, and the path of its value in a hit."""

    name: str
    type: FieldType
    path: Path


@dataclass(frozen=True, eq=False)  # there are two, each is itself
class Table:
    """One kind of document: filterable fields, text attributes (most telling first), sortable fields."""

    name: str
    fields: Mapping[str, Field]
    text: tuple[Path, ...]
    sortable: Mapping[str, Field]
    meaning: tuple[Path, ...]
    """The texts that tell what a document means."""


def _table(rows: str) -> dict[str, Field]:
    """Fields from lines `name type path`."""
    triples = (line.split() for line in rows.strip().splitlines())
    return {name: Field(name, type_, tuple(path.split("."))) for name, type_, path in triples}  # type: ignore[arg-type]


ASSETS = Table(
    name="assets",
    fields=_table("""
        kind              string   metadata.kind
        width             number   metadata.width
        height            number   metadata.height
        size              number   metadata.size
        aspectRatio       string   metadata.aspectRatio
        mimeType          string   mimeType
        name              string   metadata.name
        prompt            string   metadata.prompt
        text              string   metadata.text
        negativePrompt    string   metadata.negativePrompt
        seed              string   metadata.seed
        modelId           string   metadata.modelId
        baseModelId       string   metadata.baseModelId
        modelType         string   metadata.modelType
        numInferenceSteps number   metadata.numInferenceSteps
        guidance          number   metadata.guidance
        scheduler         string   metadata.scheduler
        tags              string[] tags
        collectionIds     string[] collectionIds
        nsfw              string[] nsfw
        privacy           string   privacy
        createdAt         date     createdAt
        updatedAt         date     updatedAt
        authorId          string   authorId
        ownerId           string   ownerId
    """),
    text=(
        ("metadata", "name"),
        ("metadata", "prompt"),
        ("description",),
        ("tags",),
        ("metadata", "seed"),
        ("content",),
    ),
    meaning=(("metadata", "name"), ("metadata", "prompt"), ("description",), ("tags",)),
    sortable=_table("""
        createdAt date   createdAt
        updatedAt date   updatedAt
        width     number metadata.width
        height    number metadata.height
        score     number score
    """),
)

MODELS = Table(
    name="models",
    fields=_table("""
        name                             string   name
        type                             string   type
        source                           string   source
        parentModelId                    string   parentModelId
        capabilities                     string[] capabilities
        tags                             string[] tags
        collectionIds                    string[] collectionIds
        concepts                         string[] concepts.modelId
        trainingImagesNumber             number   trainingImagesNumber
        exampleAssetIds                  string[] exampleAssetIds
        complianceMetadata.subProcessor  string   complianceMetadata.subProcessor
        complianceMetadata.modelProvider string   complianceMetadata.modelProvider
        complianceMetadata.maintainer    string   complianceMetadata.maintainer
        privacy                          string   privacy
        ownerId                          string   ownerId
        authorId                         string   authorId
        createdAt                        date     createdAt
        updatedAt                        date     updatedAt
    """),
    text=(("name",), ("shortDescription",), ("tags",), ("capabilities",)),
    meaning=(("name",), ("shortDescription",), ("tags",)),
    # The guide gives models the sorting of assets; a model has no width or height to sort by.
    sortable=_table("""
        createdAt date   createdAt
        updatedAt date   updatedAt
        width     number width
        height    number height
        score     number score
    """),  # the guide lists the same fields for both; no model has a width, so those two change nothing
)


def filterable(table: Table, name: str, column: int) -> Field:
    """The field of that name. Raises ApiError (400) with the column (from 1) where it stands, and what to use."""
    found = table.fields.get(name)
    if found is None:
        known = _nearest(name, table.fields) or _elsewhere(name, table)
        raise bad_request(f'"{shown(name)}" is not a filterable field (column {column}){known}')
    return found


def sortable(table: Table, name: str) -> Field:
    """The sortable field of that name. Raises ApiError (400) with the nearest name and all of them."""
    found = table.sortable.get(name)
    if found is None:
        every = ", ".join(table.sortable)
        raise bad_request(f'"{shown(name)}" is not a sortable field{_nearest(name, table.sortable)} ({every})')
    return found


def _nearest(name: str, names: Iterable[str]) -> str:
    """The name that was meant, as far as one can tell: the same but for case, `_`, `-` and a path; a part; alike."""
    meant = _folded(name[:100].rpartition(".")[2] or name[:100])
    by_fold = {_folded(known.rpartition(".")[2]): known for known in names}
    parts = [fold for fold in by_fold if len(meant) >= MIN_PART and meant in fold]
    close = difflib.get_close_matches(meant, by_fold, n=1)
    best = [meant] if meant in by_fold else close or sorted(parts, key=len)
    return f'; did you mean "{by_fold[best[0]]}"?' if best else ""


def _folded(name: str) -> str:
    return re.sub("[_-]", "", name).casefold()


def _elsewhere(name: str, table: Table) -> str:
    """Where a field is known that `table` does not have; else what it has."""
    others = [other.name for other in (ASSETS, MODELS) if other is not table and name in other.fields]
    return f"; {others[0]} have it, {table.name} do not" if others else f"; known are {', '.join(table.fields)}"


def values(document: Mapping[str, Any], path: Path) -> list[Any]:
    """What lies at `path`, as a list without the empty: missing, null, "" and [] give nothing, an array its items."""
    value: Any = document
    for place, name in enumerate(path):  # nearly all values lie in plain objects
        if not isinstance(value, dict):
            return _present(_walk(value, path[place:]))
        value = value.get(name)
    return _present(_walk(value, ()) if isinstance(value, list | tuple) else (value,))


def _present(found: Iterable[Any]) -> list[Any]:
    return [value for value in found if value is not None and value != ""]


def _walk(value: Any, path: Path) -> Iterator[Any]:
    if isinstance(value, list | tuple):
        for item in value:
            yield from _walk(item, path)
    elif not path:
        yield value
    elif isinstance(value, Mapping):
        yield from _walk(value.get(path[0]), path[1:])


def meaning_text(table: Table, document: Mapping[str, Any]) -> str:
    """The text that tells what a document means; "" when it has none."""
    return " ".join(text for path in table.meaning for value in values(document, path) if (text := text_of(value)))


# ---- the three ways to read a value, from a filter or from a document; None: unreadable ------------------------------

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):\d\d)?)?", re.ASCII
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def text_of(value: Any) -> str | None:
    """A string as it is; a number as JSON writes it."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def number_of(value: Any) -> float | None:
    """A finite number, or a string that is one."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def date_of(value: Any) -> float | None:
    """Milliseconds since the epoch of an ISO 8601 date or date and time; UTC unless it has an offset."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    since = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH
    return (since // _MICROSECOND) / 1000
