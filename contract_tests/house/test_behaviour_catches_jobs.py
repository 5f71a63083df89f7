"""Laws of jobs, words, pictures, uploads and prices are tried on mocks that lie: each names its rule and a request.

The whole catalogue is tried by `scripts/fault_bench`; here are lies that a law alone has to catch, quickly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from contract_tests.behaviour import (
    test_generation_refusals,
    test_pictures_reworked,
    test_prices,
    test_uploads,
    test_words,
)
from contract_tests.behaviour.generating import painter
from contract_tests.behaviour.orders import Run, follow_all, orders, start_all
from contract_tests.behaviour.sending import data_url, drawn, encoded
from contract_tests.calls import Caller
from contract_tests.exchanges import Broken
from contract_tests.targets import open_target

Check = Callable[[Caller], Any]


def of_words(name: str, *args: Any) -> Check:
    return lambda call: getattr(test_words, name)(call, *args)


def of_uploads(name: str, *args: Any) -> Check:
    return lambda call: getattr(test_uploads, name)(call, *args)


def patch_lies_right(call: Caller) -> None:
    test_pictures_reworked.test_a_patch_lies_where_it_was_put(call, call.target)


def map_is_of_its_kind(call: Caller) -> None:
    body = {"name": "to rework", "image": data_url(encoded(drawn(96, 64)))}
    own = call("uploadAsset", body=body).json["asset"]
    test_pictures_reworked.test_maps_are_of_the_kind_asked_for(call, call.target, own, "depth")


def picture_is_kept(call: Caller) -> None:
    test_uploads.test_the_picture_kept_is_the_one_sent(call, call.target, "PNG", data_url)


def price_is_charged(call: Caller) -> None:
    test_prices.test_a_price_is_told_as_it_is_charged(call, test_prices.PRICED[-1])


def refusals_leave_nothing(call: Caller) -> None:
    rows = call("listModels", query={"privacy": "public", "pageSize": 100}).json["models"]
    test_generation_refusals.test_what_cannot_be_made_is_refused_and_makes_nothing(call, painter(call), rows)


def edit_is_listed_on_its_way(call: Caller) -> None:
    wanted = [order for order in orders(call, painter(call)) if order.name in ("edited", "failing")]
    runs: list[Run] = start_all(call, wanted)
    follow_all(call, runs)


CASES: tuple[tuple[str, str, Check], ...] = (
    ("captions-turned", "captions_in_order", of_words("test_captions_come_in_the_order_of_the_pictures")),
    ("unwanted-words-stay", "unwanted_words_are_left_out", of_words("test_captions_leave_out_what_is_unwanted")),
    ("everything-is-english", "languages_are_told_apart", of_words("test_languages_are_told_apart")),
    ("finding-lost", "one_finding_for_each_filter", of_words("test_verdicts_on_protected_material")),
    ("vectors-turn", "the_same_text_has_the_same_vector", of_words("test_vectors_of_texts")),
    ("position-ignored", "patches_lie_where_they_were_put", patch_lies_right),
    ("every-map-is-canny", "modality_asked_for", map_is_of_its_kind),
    ("upload-mirrored", "uploads_come_back_unharmed", picture_is_kept),
    ("upload-once", "each_upload_is_an_asset", of_uploads("test_every_call_makes_an_asset")),
    ("parent-not-linked", "filter_means_what_it_says",
     of_uploads("test_an_upload_knows_its_parent_and_its_parent_finds_it")),
    ("hide-ignored", "hidden_as_asked_for", of_uploads("test_hidden_is_what_was_hidden", True)),
    ("refused-upload-stored", "refusals_make_nothing",
     of_uploads("test_what_is_no_upload_is_refused_and_kept_nowhere")),
    ("dearer-each-time", "the_same_costs_the_same", price_is_charged),
    ("api-price-runs", "dry_runs_make_nothing", price_is_charged),
    ("refused-but-run", "refusals_make_nothing", refusals_leave_nothing),
    ("vague-reasons", "reasons_say_what_is_wrong", refusals_leave_nothing),
    ("list-is-stale", "list_and_retrieve_agree", edit_is_listed_on_its_way),
    ("running-not-listed-by-update", "a_job_is_listed", edit_is_listed_on_its_way),
)  # fmt: skip


@contextmanager
def calling(lie: str | None) -> Iterator[Caller]:
    """Calls of a mock that tells a lie, or none."""
    target = open_target("mock", lie=lie)
    with target.client(auth=target.auth) as client:
        yield Caller(target, client)


@pytest.fixture(scope="module")
def honest() -> Iterator[Caller]:
    """Calls of a mock that tells the truth."""
    with calling(None) as call:
        yield call


@pytest.mark.parametrize(("lie", "rule", "check"), CASES, ids=[case[0] for case in CASES])
def test_the_law_catches_the_lie_and_believes_the_truth(honest: Caller, lie: str, rule: str, check: Check):
    check(honest)
    with calling(lie) as call, pytest.raises(Broken) as caught:
        check(call)
    assert caught.value.rule == rule
    assert caught.value.exchanges
    assert all(exchange.curl().startswith("curl -sS") for exchange in caught.value.exchanges)
