"""Draws and times are pinned: whoever changes how they are made changes every world of every seed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from scenario_mock.chance import between, pick, shuffled, some, whole
from scenario_mock.clock import iso, parse_iso
from scenario_mock.ids import BASE58, derived_id, new_id, stream


def test_pinned():
    rng = stream(0, "chance")
    assert new_id("asset", rng) == "asset_bNsHCwan7XSwAcsSQj11vmqj"
    assert (pick(rng, "abcdefgh"), whole(rng, 1, 100), round(between(rng, 0, 10), 6)) == ("f", 54, 6.279272)
    assert (some(rng, range(10), 4), "".join(shuffled(rng, "abcdef"))) == ([2, 6, 1, 4], "efadbc")
    assert derived_id("proj", "acme") == "proj_kvpAMkBVKLvzEVyN4kP9Nps2"


def test_every_entry_comes_about_as_often():
    rng = stream(1, "chance")
    for drawn in (
        [pick(rng, range(5)) for _ in range(5_000)],
        [whole(rng, 0, 4) for _ in range(5_000)],
        [some(rng, range(5), 2)[1] for _ in range(5_000)],
    ):
        counts = Counter(drawn)
        assert set(counts) == set(range(5))
        assert all(900 < count < 1_100 for count in counts.values()), counts


def test_some_are_different_and_no_more_than_there_are():
    rng = stream(2, "chance")
    table = list("abc")
    assert sorted(some(rng, table, 9)) == table
    assert some(rng, table, 0) == []
    assert table == list("abc"), "the table is left alone"


def test_ids_use_the_whole_alphabet():
    rng = stream(3, "chance")
    ids = {new_id("job", rng) for _ in range(500)}
    assert len(ids) == 500
    assert {len(made) for made in ids} == {28}
    assert set("".join(made.removeprefix("job_") for made in ids)) == set(BASE58)


@pytest.mark.parametrize(
    "ms", [0, -1, 999, -62_135_596_800_000, 253_402_300_799_999, 1_768_478_400_123, 1_709_164_799_999]
)
def test_iso_is_what_the_standard_library_says(ms: int):
    moment = datetime.fromisoformat(iso(ms))
    assert moment.tzinfo == UTC
    assert (moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1000 == pytest.approx(ms, abs=0.1)
    assert len(iso(ms)) == 24
    assert parse_iso(iso(ms)) == ms
