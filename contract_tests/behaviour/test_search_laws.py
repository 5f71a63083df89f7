"""Filters of searches mean what the language says, and sets behave as sets.

Every hit is held against the parsed filter (`scenario_mock.search`, which knows nothing of the target). Of a target
whose hits were all seen, the total is counted in the same way; of a larger one the totals are held against each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from scenario_mock.search import parse
from scenario_mock.search.evaluate import predicate
from scenario_mock.search.fields import values

from contract_tests.behaviour.lists import some
from contract_tests.behaviour.notations import same_moments
from contract_tests.behaviour.searching import EVERYTHING, Found, Search, Searcher, conditions, quoted, steadily

pytestmark = pytest.mark.target

Laws = Iterator[Callable[[], None]]
MOST_CONDITIONS = 14
MOST_OWNERS = 5


def some_conditions(ask: Searcher, every: Found) -> list[str]:
    """A few of all conditions, of different fields; none is made of two."""
    found = [text for text in conditions(ask.search, every.hits) if " AND " not in text]
    return some(found[:: max(1, len(found) // MOST_CONDITIONS)], ask.call.target, 3)


def holds_exactly(ask: Searcher, every: Found, text: str, rule: str = "hits_pass_the_filter") -> None:
    """The hits of a filter are those that it describes; all of them, as far as all are known."""
    passes = predicate(parse(text), ask.search.table)
    total, answer = ask.total(text)
    wrong = [hit for hit in answer.json["hits"] if not passes(hit)]
    answer.must(not wrong, rule, f"hits with {text}", wrong[:1])
    if every.whole:
        wanted = sum(map(passes, every.hits))
        answer.must(total == wanted, "filter_leaves_nothing_out", f"{wanted} hits with {text}", total, every.last)


@steadily
def test_every_hit_passes_the_filter_and_nothing_else_is_left_out(ask: Searcher, search: Search, every: Found) -> Laws:
    for text in some(conditions(search, every.hits), ask.call.target, 8):
        yield partial(holds_exactly, ask, every, text)


@steadily
def test_not_is_the_complement(ask: Searcher, every: Found) -> Laws:
    def holds(text: str) -> None:
        inside, answer = ask.total(text)
        outside, other = ask.total(f"NOT ({text})")
        other.must(inside + outside == every.total, "not_is_the_complement", every.total, [inside, outside], answer)

    for text in some_conditions(ask, every):
        yield partial(holds, text)


@steadily
def test_and_or_are_intersection_and_union(ask: Searcher, every: Found) -> Laws:
    def holds(one: str, other: str) -> None:
        counts, answers = zip(*map(ask.total, (one, other, f"{one} AND {other}", f"{one} OR {other}")), strict=True)
        are_sets = (
            counts[0] + counts[1] == counts[2] + counts[3]
            and counts[2] <= min(counts[:2]) <= max(counts[:2]) <= counts[3]
        )
        answers[-1].must(are_sets, "and_or_are_sets", "|A| + |B| = |A and B| + |A or B|", counts, *answers[:-1])

    for one, other in pairwise(some_conditions(ask, every)):
        yield partial(holds, one, other)
        yield partial(holds_exactly, ask, every, f"{one} AND {other}")
        yield partial(holds_exactly, ask, every, f"{one} OR {other}")


@steadily
def test_not_binds_closer_than_and_and_closer_than_or(ask: Searcher, every: Found) -> Laws:
    def holds(bare: str, grouped: str) -> None:
        (left, answer), (right, same) = ask.total(bare), ask.total(grouped)
        same.must(left == right, "precedence", f"as many for {bare} as for {grouped}", [left, right], answer)
        holds_exactly(ask, every, bare, "precedence")

    texts = some_conditions(ask, every)
    for one, other, third in list(zip(texts, texts[1:], texts[2:], strict=False))[::3]:
        yield partial(holds, f"{one} OR {other} AND {third}", f"{one} OR ({other} AND {third})")
        yield partial(holds, f"NOT {one} AND {other}", f"(NOT {one}) AND {other}")
        nots = f"NOT {one} AND NOT {other} AND NOT {third}"
        yield partial(holds, f"NOT ({one} OR {other}) AND NOT {third}", nots)
        yield partial(holds_exactly, ask, every, f"NOT NOT {one}")


@steadily
def test_bounds_divide_what_has_a_value(ask: Searcher, search: Search, every: Found) -> Laws:
    def holds(name: str, value: Any) -> None:
        texts = [f"{name} {sign} {value}" for sign in ("<", "=", ">", "<=", ">=", "!=")]
        counts, answers = zip(*map(ask.total, [*texts, f"{name} IS NOT EMPTY"]), strict=True)
        less, equal, more, at_most, at_least, other, there = counts
        told = dict(zip(texts, counts, strict=False))
        add_up = (less + equal, equal + more, less + more) == (at_most, at_least, other)
        divided = add_up and less + equal + more == there and equal > 0
        answers[0].must(divided, "bounds_divide", f"< = > to divide {there}", told, *answers[1:3])

    ordered = [field for field in search.table.fields.values() if field.type in ("number", "date")]
    for field in some(ordered, ask.call.target, 1):
        known = sorted(value for hit in every.hits for value in values(hit, field.path))
        if known:
            value = known[len(known) // 2]
            yield partial(holds, field.name, quoted(value) if field.type == "date" else value)


@steadily
def test_empty_and_not_empty_are_all(ask: Searcher, search: Search, every: Found) -> Laws:
    def holds(name: str) -> None:
        (empty, one), (full, other) = ask.total(f"{name} IS EMPTY"), ask.total(f"{name} IS NOT EMPTY")
        other.must(empty + full == every.total, "empty_or_not", every.total, [empty, full], one)
        holds_exactly(ask, every, f"{name} IS NOT EMPTY")

    for name in some(list(search.table.fields), ask.call.target, 3):
        yield partial(holds, name)


@steadily
def test_a_plain_word_needs_no_quotes(ask: Searcher, search: Search, every: Found):
    name = "kind" if search.table.name == "assets" else "type"
    word = next(iter(values(every.hits[0], search.table.fields[name].path)))
    (bare, answer), (in_quotes, other) = ask.total(f"{name} = {word}"), ask.total(f'{name} = "{word}"')
    other.must(
        bare == in_quotes > 0, "quotes_change_nothing", "as many with quotes as without", [bare, in_quotes], answer
    )


@steadily
def test_a_moment_is_the_same_however_it_is_written(ask: Searcher, every: Found):
    moment = every.hits[len(every.hits) // 2]["createdAt"]
    (wanted, answer) = ask.total(f"createdAt >= {quoted(moment)}")
    for written in some(same_moments(moment), ask.call.target, 1):
        count, other = ask.total(f"createdAt >= {quoted(written)}")
        other.must(count == wanted, "moments_are_compared", f"{wanted} hits, as for {moment}", count, answer)


@steadily
def test_a_day_is_its_first_instant(ask: Searcher, every: Found):
    day = every.hits[len(every.hits) // 2]["createdAt"][:10]
    for sign in (">", "="):
        holds_exactly(ask, every, f"createdAt {sign} {quoted(day)}", "a_day_is_its_first_instant")


@steadily
def test_what_is_searched_belongs_where_it_was_looked_for(ask: Searcher, search: Search, every: Found):
    wrong = [hit for hit in every.hits if (hit.get("privacy") == "public") != search.public]
    expected = "public things only" if search.public else "the caller's own things only"
    every.last.must(not wrong, "privacy_never_leaks", expected, wrong[:1])
    if not search.public:
        owners = Counter(hit["ownerId"] for hit in every.hits)
        for owner in sorted(owners)[:MOST_OWNERS] if len(owners) > 1 else ():  # the key of a team, with its projects
            of_owner = ask.call(search.operation_id, query={"projectId": owner}, body={"filter": EVERYTHING})
            theirs, wanted = of_owner.json["estimatedTotalHits"], owners[owner]
            found = theirs == wanted if every.whole else theirs > 0
            of_owner.must(found, "own_things_only", f"{wanted} hits of {owner}", theirs, every.last)
        left_out: Any = ask.call(search.operation_id, body={"filter": EVERYTHING, "limit": 1})
        came = left_out.json["estimatedTotalHits"]
        left_out.must(came == every.total, "own_things_unless_public", every.total, came, every.last)
