"""All words of all indexed texts, for the meanings that a query's word may have: slips, and words split or joined.

The words are rows of a table, so every process that shares the state knows them; each process keeps them in a
`Vocabulary` as well. Words are never forgotten: one that no document has any more finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from scenario_mock.search.ranking import may_slip
from scenario_mock.search.vocabulary import Vocabulary
from scenario_mock.store import Engine, Transaction


class Spelling:
    """The words that one process knows of."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._vocabulary = Vocabulary()
        self._learned: set[str] = set()
        self._upto = 0

    @staticmethod
    def ddl(types: dict[str, str]) -> list[str]:
        """The statement that makes the table."""
        return [
            f"CREATE TABLE IF NOT EXISTS search_words (n {types['SERIAL']} PRIMARY KEY, word {types['TEXT']} UNIQUE)"
        ]

    @contextmanager
    def learning(self) -> Iterator[None]:
        """Around the transaction in which words are learned: when that fails, they are not."""
        try:
            yield
        except BaseException:
            self._learned.clear()
            raise

    def learn(self, transaction: Transaction, texts: Iterable[set[str]]) -> None:
        """Write down the words that are new."""
        found = {word for words in texts for word in words if may_slip(word)} - self._learned
        transaction.many(
            "INSERT INTO search_words (word) VALUES (?) ON CONFLICT (word) DO NOTHING",
            ((word,) for word in sorted(found)),
        )
        self._learned |= found

    def vocabulary(self) -> Vocabulary:
        """All words that were ever written down."""
        for n, word in self._engine.read("SELECT n, word FROM search_words WHERE n > ? ORDER BY n", (self._upto,)):
            self._vocabulary.add(word)
            self._upto = n
        return self._vocabulary
