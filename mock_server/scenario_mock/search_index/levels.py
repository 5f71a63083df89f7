"""The levels of `search.ranking` as questions to a full-text index.

Every field of a `KeywordMatch` has levels, 0 the best. For each of them there is an expression that is true for the
documents of that level or a better one, given their levels in the fields before; without those of the better level it
is true for that level alone. So the documents of one `KeywordMatch` are one expression, and the best page is found by
going down the levels, counting, without looking at a single document.

    missing    m   words of some set of n - m of them stand there
    typos      t   … each with at most so many typos that they add up to t
    distance   d   … and neighbors within d
    attribute  a   … all in the first a + 1 attributes
    unfinished 0   … and the last word as a whole

With the typos of a set adding up to what is known to be the fewest, each word is found with its fewest: that is what
lets the later levels look at those occurrences alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

from scenario_mock.search.ranking import FAR, MOST_MISSING, Query, Way

from .expressions import Expression, Near, Words, all_of, any_of, without

MOST_WORDS = 5
"""Up to here the index is asked for everything; of a longer query it knows which words are missing, and which documents
have no typo."""
MOST_TYPOS = 2
MOST_PAIRS = 200
"""Ways of two neighbors to stand side by side; where there are more, one document at a time is asked."""
FIELDS = ("missing", "typos", "distance", "attribute", "unfinished")


@dataclass(frozen=True)
class Level:
    """What is told of a `KeywordMatch`, field by field; None: not yet."""

    missing: int | None = None
    typos: int | None = None
    distance: int | None = None
    attribute: int | None = None
    unfinished: int | None = None

    @property
    def told(self) -> int:
        """How many fields are told."""
        return sum(getattr(self, name) is not None for name in FIELDS)

    @property
    def is_whole(self) -> bool:
        """Whether all documents of the level match alike."""
        return self.told == len(FIELDS) or (self.missing or 0) > MOST_MISSING

    def up_to(self, count: int) -> Level:
        """What the first fields tell."""
        return Level(**{name: getattr(self, name) for name in FIELDS[:count]})


class Levels:
    """The expressions of one query over a table with so many text attributes."""

    def __init__(self, query: Query, ways: Sequence[Way], attributes: int) -> None:
        self._query, self._attributes = query, attributes
        self._count = len(query.words)
        self._ways = [[way for way in ways if way.word == place] for place in range(self._count)]
        self._worst = [max(way.typos for way in own) for own in self._ways]
        self.any = any_of(self._word(place) for place in range(self._count))
        """Every document that is found."""

    def below(self, level: Level) -> list[Level] | None:
        """The levels of the next field, best first; None: that the index cannot tell."""
        field = FIELDS[level.told]
        if field == "missing":
            values = range(min(self._count - 1, MOST_MISSING + 1) + 1)
        elif self._count > MOST_WORDS or (level.typos or 0) > MOST_TYPOS:
            return None
        elif field == "typos":
            values = range(min(sum(self._worst), MOST_TYPOS + 1) + 1)
        elif field == "distance":
            if self._pairs() > MOST_PAIRS:
                return None
            values = range(FAR + 1 if self._count > 1 else 1)
        elif field == "attribute":
            values = range(self._attributes)
        else:
            values = range(2 if self._query.open_ended else 1)
        return [replace(level, **{field: value}) for value in values]

    def expression(self, level: Level) -> Expression | None:
        """The documents of that level; None: there can be none."""
        better = []
        for count in range(1, level.told + 1):
            value = getattr(level, FIELDS[count - 1])
            # Fewer typos are not part of more: a sum is met exactly. All other levels have the better ones in them.
            lower = range(value) if count == 2 else range(max(0, value - 1), value)
            better += [self._reached(replace(level.up_to(count), **{FIELDS[count - 1]: each})) for each in lower]
        return without(self._reached(level), better)

    def clean(self, level: Level) -> Expression | None:
        """The documents of a level that tells what is missing, whose words have no typos."""
        return self.expression(replace(level, typos=0))

    def unclean(self, level: Level) -> Expression | None:
        """The others of that level."""
        return without(self.expression(level), [self._reached(replace(level, typos=0))])

    def _reached(self, level: Level) -> Expression | None:
        """The documents of that level, with those of a better last field."""
        missing = level.missing or 0
        if missing > MOST_MISSING:
            return self.any
        sets = combinations(range(self._count), self._count - missing)
        return any_of(all_of(self._conjuncts(own, level)) for words in sets for own in self._shares(words, level))

    def _shares(self, words: Sequence[int], level: Level) -> Iterator[dict[int, int]]:
        """How many typos each of the words may have, in every way that adds up."""
        most = [self._worst[place] for place in words]
        if level.typos is None or level.typos > MOST_TYPOS:
            yield dict(zip(words, most, strict=True))
            return
        for typos in product(*(range(min(each, level.typos) + 1) for each in most)):
            if sum(typos) == level.typos:
                yield dict(zip(words, typos, strict=True))

    def _conjuncts(self, typos: dict[int, int], level: Level) -> Iterator[Expression | None]:
        """What must all be true of a document in which these words have so many typos."""
        within = level.attribute if level.attribute != self._attributes - 1 else None
        for place, most in typos.items():
            yield self._word(place, most, within)
        if level.distance is not None and level.distance < FAR:
            for one, other in pairwise(typos):
                if other == one + 1:
                    yield self._pair(one, typos[one], typos[other], level.distance)
        last = self._count - 1
        if level.unfinished == 0 and last in typos:
            yield self._word(last, typos[last], whole=True)

    def _word(
        self, place: int, typos: int | None = None, within: int | None = None, whole: bool = False
    ) -> Expression | None:
        ways = (way for way in self._ways[place] if typos is None or way.typos <= typos)
        return any_of(Words(way.terms, way.prefix, within) for way in ways if not (whole and way.prefix))

    def _pair(self, place: int, typos: int, others: int, distance: int) -> Expression | None:
        """Two neighbors of the query within a distance."""
        ones = [way for way in self._ways[place] if way.typos <= typos]
        nexts = [way for way in self._ways[place + 1] if way.typos <= others]
        both = [
            Words(one.terms, one.prefix and other.prefix)
            for one, other in product(ones, nexts)
            if one.terms == other.terms
        ]
        pairs: list[Expression] = []
        for one, other in product(ones, nexts):
            pairs.append(Words(one.terms + other.terms, other.prefix))
            if distance:
                pairs.append(Near(Words(one.terms), Words(other.terms, other.prefix), distance - 1))
        return any_of([*both, *pairs])

    def _pairs(self) -> int:
        """How many ways any two neighbors have to stand side by side."""
        return max((len(one) * len(other) for one, other in pairwise(self._ways)), default=0)
