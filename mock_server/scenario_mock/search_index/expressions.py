"""What is asked of a full-text index, in no engine's language: words, words near each other, and, or, not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The words side by side in one text attribute, the last perhaps as a beginning."""

    terms: tuple[str, ...]
    prefix: bool = False
    within: int | None = None
    """In one of the first attributes, up to this one; None: in any."""


@dataclass(frozen=True)
class Near:
    """Both in one attribute, in any order, with at most `between` words between them."""

    one: Words
    other: Words
    between: int


@dataclass(frozen=True)
class AllOf:
    """Every one of the items, two or more."""

    items: tuple[Expression, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one of the items, two or more."""

    items: tuple[Expression, ...]


@dataclass(frozen=True)
class Without:
    """The first, unless the other."""

    item: Expression
    other: Expression


Expression = Words | Near | AllOf | AnyOf | Without


def any_of(items: Iterable[Expression | None]) -> Expression | None:
    """At least one of the items; None, which matches nothing, when there are none."""
    every = dict.fromkeys(item for item in items if item is not None)
    beginnings = [item for item in every if isinstance(item, Words) and item.prefix]
    kept = tuple(item for item in every if not any(_is_within(item, each) for each in beginnings))
    return AnyOf(kept) if len(kept) > 1 else kept[0] if kept else None


def all_of(items: Iterable[Expression | None]) -> Expression | None:
    """Every one of the items; None when one of them matches nothing."""
    kept = tuple(dict.fromkeys(items))
    if any(item is None for item in kept) or not kept:
        return None
    return AllOf(tuple(item for item in kept if item is not None)) if len(kept) > 1 else kept[0]


def without(item: Expression | None, others: Iterable[Expression | None]) -> Expression | None:
    """The item, unless one of the others."""
    excluded = tuple(other for other in others if other is not None)
    if item is None or (item.item if isinstance(item, Without) else item) in excluded:
        return None
    other = any_of(excluded)
    return item if other is None else Without(item, other)


def _is_within(item: Expression, beginning: Words) -> bool:
    """Whether whatever the item matches, the words of a beginning match, too."""
    return (
        isinstance(item, Words)
        and item != beginning
        and item.within == beginning.within
        and len(item.terms) == len(beginning.terms)
        and item.terms[:-1] == beginning.terms[:-1]
        and item.terms[-1].startswith(beginning.terms[-1])
    )
