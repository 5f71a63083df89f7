"""Typed views over parsed JSON: every class of the generated types is one.

A view keeps the parsed object itself and reads a field when it is asked for. So nothing that a server sends can fail
or get lost: an unknown value, a null, a missing field or an odd type is handed out as it is, and `to_dict()` gives
back the very object. Generated subclasses add documented properties and nothing else.

A view stands for a received value: change `to_dict()`'s result only after a deepcopy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import httpx

    Context = tuple[Any, httpx.Response | None]
    """The client that brought a view, and the answer that it came in (None on nested views)."""

T = TypeVar("T")
V = TypeVar("V", bound="View")

#: Fields that tell a reader which thing it is, in the order in which repr shows them.
TELLING = ("id", "jobId", "assetId", "name", "type", "status", "reason")

#: The longest string that repr shows in full.
LONGEST = 60


class View:
    """A JSON object with attributes. `view["wireName"]`, `in`, `get`, `len` and iteration use the names as sent."""

    if TYPE_CHECKING:
        # Without _get: pyright takes a method that has a slot for a plain function.
        __slots__ = ("_context", "_nested", "_raw")
    else:
        __slots__ = ("_context", "_get", "_nested", "_raw")

    __hash__ = None  # type: ignore[assignment]

    _raw: dict[str, Any]
    _nested: dict[str, Any] | None
    _context: Context | None

    # --- for generated properties -------------------------------------------------------------------------------------

    if TYPE_CHECKING:

        def __init__(self, raw: Mapping[str, Any], _context: Context | None = None) -> None: ...

        # Declared by what the caller's annotation says: mypy and pyright then take `return self._get("x")` as it is.
        def _get(self, name: str) -> T:  # type: ignore[type-var]
            """The field as it was sent; None when it was not. The dict's own method: reading costs no further call."""
            ...

        def _view(self, name: str, cls: type[V] | Callable[[], type[V]]) -> V: ...
        def _views(self, name: str, cls: type[V] | Callable[[], type[V]]) -> list[V]: ...
        def _map(self, name: str, cls: type[V] | Callable[[], type[V]]) -> dict[str, V]: ...

    else:

        def __init__(self, raw, _context=None):
            self._raw = raw
            self._get = raw.get
            self._nested = None
            self._context = _context

        def _view(self, name, cls):
            """The object in the field, as a view of its own (the same one each time)."""
            nested = self._nested
            if nested is not None and name in nested:
                return nested[name]
            value = self._raw.get(name)
            if not isinstance(value, dict):
                return value
            return self._keep(name, _class(cls)(value, self._inherited()))

        def _views(self, name, cls):
            """The list in the field, its objects as views; other items stay as they are."""
            nested = self._nested
            if nested is not None and name in nested:
                return nested[name]
            value = self._raw.get(name)
            if not isinstance(value, list):
                return value
            cls, context = _class(cls), self._inherited()
            return self._keep(name, [cls(item, context) if isinstance(item, dict) else item for item in value])

        def _map(self, name, cls):
            """The object in the field as a dict, its objects as views; other values stay as they are."""
            nested = self._nested
            if nested is not None and name in nested:
                return nested[name]
            value = self._raw.get(name)
            if not isinstance(value, dict):
                return value
            cls, context = _class(cls), self._inherited()
            made = {key: cls(item, context) if isinstance(item, dict) else item for key, item in value.items()}
            return self._keep(name, made)

        def __getattr__(self, name):
            """A field that the contract does not name, by its name on the wire.

            Hidden from type checkers, so that they report a misspelt property; `view["name"]` is for fields that
            they do not know.
            """
            if not name.startswith("__") and name not in View.__slots__ and name in self._raw:
                return self._raw[name]
            raise AttributeError(_missing(self, name), name=name)

    def _keep(self, name: str, made: T) -> T:
        if self._nested is None:
            self._nested = {}
        self._nested[name] = made
        return made

    def _inherited(self) -> Context | None:
        return self._context and (self._context[0], None)

    # --- where it came from -------------------------------------------------------------------------------------------

    @property
    def http_response(self) -> httpx.Response | None:
        """The HTTP answer that brought this object; None on nested, copied and hand-made views."""
        return self._context[1] if self._context else None

    @property
    def _client(self) -> Any:
        """The client that brought this object, or None."""
        return self._context[0] if self._context else None

    # --- as a mapping of wire names -----------------------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """The parsed object itself: nulls, unknown fields and the order of the fields included."""
        return self._raw

    def get(self, name: str, default: Any = None) -> Any:
        """The field with this name on the wire as it was sent, or `default`."""
        return self._raw.get(name, default)

    def __getitem__(self, name: str) -> Any:
        return self._raw[name]

    def __contains__(self, name: object) -> bool:
        return name in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __bool__(self) -> bool:
        """Always true: `if model.ui_config:` asks whether there is one, not whether it has fields."""
        return True

    # --- as a value ---------------------------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._raw == other._raw

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(_shown(self._raw))})"

    def __dir__(self) -> list[str]:
        names = set(super().__dir__())
        known = {name.replace("_", "").lower() for name in names}
        extra = (name for name in self._raw if name.isidentifier() and name.replace("_", "").lower() not in known)
        return sorted(names.union(extra))

    def __copy__(self: V) -> V:
        return type(self)(dict(self._raw))

    def __reduce__(self) -> tuple[type[View], tuple[dict[str, Any]]]:
        return type(self), (self._raw,)


def _class(cls: Any) -> Any:
    """A class is given as itself or, where importing its module early would cost, as a function that returns it."""
    return cls if isinstance(cls, type) else cls()


def _missing(view: View, name: str) -> str:
    """The text of the AttributeError: names that look alike are offered. Private names are probed, not misspelt."""
    text = f"{type(view).__name__} has no field {name!r}"
    if name.startswith("_"):
        return text
    from difflib import get_close_matches

    near = get_close_matches(name, [other for other in dir(view) if not other.startswith("_")])
    return f"{text}; near: {', '.join(near)}" if near else text


def _shown(raw: Mapping[str, Any]) -> Iterator[str]:
    """The telling fields, else the first three plain ones; an ellipsis stands for the rest."""
    plain = [name for name, value in raw.items() if value is not None and not isinstance(value, dict | list)]
    names = [name for name in TELLING if name in plain] or plain[:3]
    for name in names:
        yield f"{name}={_short(raw[name])}"
    if len(raw) > len(names):
        yield "…"


def _short(value: Any) -> str:
    """A value for repr: long strings cut, and what a signed address carries behind its question mark left out."""
    if not isinstance(value, str):
        return repr(value)
    if value.startswith(("http://", "https://")):
        value = value.partition("?")[0]
    return repr(value if len(value) <= LONGEST else value[: LONGEST - 1] + "…")
