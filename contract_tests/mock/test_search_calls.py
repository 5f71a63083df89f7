"""Search as a caller meets it: whose things are found, what is refused and why, and that no body does harm."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from scenario_mock import Mock, MockTransport
from scenario_mock.settings import Settings
from scenario_sdk import BadRequestError, RateLimitError, Scenario

from contract_tests.mock.calls import CASTLE, CITY
from contract_tests.mock.control_kit import client as client_of
from contract_tests.mock.control_kit import told
from contract_tests.mock.search_calls import (
    ENGINES,
    EVERYTHING,
    KINDS,
    House,
    connect,
    house,
    ids,
    listed,
    place_on,
    searched,
    walked,
)
from contract_tests.mock.writers import PIXEL

PATHS = [f"search/{kind}" for kind in KINDS]
WORD = "zorbolith"


@pytest.fixture(scope="module", params=[engine for engine in ENGINES if engine != "file"])
def rooms(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A world on each engine; what a test puts there it names so that nobody else finds it."""
    with house(place_on(request.param, request, tmp_path_factory.mktemp("state"))) as made:
        yield made


@pytest.fixture(scope="module")
def shared(rooms: House) -> Mock:
    return rooms.mock()


@pytest.fixture
def api(rooms: House, shared: Mock) -> httpx.Client:
    return rooms.client(shared)


def upload(api: httpx.Client, name: str, **query: str) -> str:
    answer = api.post("assets", json={"name": name, "image": PIXEL}, params=query).raise_for_status()
    asset_id: str = answer.json()["asset"]["id"]
    return asset_id


# ---- whose -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_project_has_no_hits(kind: str):
    """Also for a filter with several bounds, of which the best is looked for among the documents."""
    mock = Mock(Settings(empty=True))
    text = 'width >= 1 AND height >= 1 AND createdAt > "2020-01-01"' if kind == "assets" else "createdAt > 2020-01-01"
    with client_of(mock) as client:
        for more in ({}, {"query": "castle"}):
            assert getattr(client.search, kind)(filter=text, **more).items == []


@pytest.mark.parametrize("kind", KINDS)
def test_own_things_and_public_ones_are_apart(api: httpx.Client, kind: str):
    own = walked(api, {"filter": EVERYTHING}, kind)
    public = walked(api, {"filter": EVERYTHING, "public": True}, kind)
    assert {hit["id"] for hit in own} == listed(api, kind).keys()
    assert {hit["privacy"] for hit in public} == {"public"}
    assert not {hit["id"] for hit in own} & {hit["id"] for hit in public}
    assert {(hit["teamId"], hit["ownerId"]) for hit in own} == {("team_key", own[0]["ownerId"])}
    assert own[0]["ownerId"] not in {hit["ownerId"] for hit in public}
    own_ids = {hit["id"] for hit in own}
    for body in ({"query": "castle"}, {"query": "castle", "querySemanticRatio": 1}, {"image": CITY}):
        assert {hit["id"] for hit in walked(api, body, kind)} <= own_ids
        assert not {hit["id"] for hit in walked(api, {**body, "public": True}, kind)} & own_ids


def test_two_keys_never_see_what_the_other_makes(rooms: House, shared: Mock):
    one, other = rooms.client(shared, "one"), rooms.client(shared, "other")
    bodies: list[dict[str, Any]] = [
        {"query": WORD},
        {"query": "zorbolit"},
        {"filter": f"name:{WORD}"},
        {"query": WORD, "querySemanticRatio": 1},
        {"image": PIXEL},
        {"filter": EVERYTHING, "sortBy": ["createdAt:desc"]},
    ]
    for api in (one, other):
        assert ids(api, query=WORD) == []
    made = {"one": upload(one, WORD), "other": upload(other, WORD)}
    for body in bodies:
        for key, stranger in (("one", "other"), ("other", "one")):
            found = {hit["id"] for hit in walked(one if key == "one" else other, body)}
            assert made[key] in found
            assert made[stranger] not in found
        for api in (one, other):
            assert not set(made.values()) & {hit["id"] for hit in walked(api, {**body, "public": True})}
    refused = one.post(PATHS[0], json={"image": made["other"]})
    assert (refused.status_code, refused.json()["reason"]) == (400, f"Asset {made['other']} not found")


def test_a_project_narrows_what_is_the_callers_own(api: httpx.Client):
    name = "narrowly"
    inside, outside = upload(api, name, projectId="proj_a"), upload(api, name)
    assert set(ids(api, query=name)) == {inside, outside}

    def found(project: str, **body: Any) -> list[str]:
        return [hit["id"] for hit in searched(api, {"query": name, **body}, projectId=project)["hits"]]

    assert found("proj_a") == found("proj_a", querySemanticRatio=0.5, filter=f"name = {name}") == [inside]
    assert found("proj_b") == []
    own = searched(api, {"query": name})["hits"][0 if ids(api, query=name)[0] == outside else 1]["ownerId"]
    assert found(own) == [outside]
    public = {"query": "castle", "public": True}
    assert searched(api, public, projectId="proj_a")["estimatedTotalHits"] > 0


@pytest.mark.parametrize(
    "project", ['x" OR kind = image', "x' OR '1' = '1", "x) OR (kind = image", "\\", '"', "\0", "é\u202e", "x" * 30_000]
)
@pytest.mark.parametrize("kind", KINDS)
def test_no_project_name_is_anything_but_a_name(api: httpx.Client, kind: str, project: str):
    assert searched(api, {"filter": EVERYTHING}, kind, projectId=project)["hits"] == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("header", [None, "public-auth-token", "Basic !", "Basic a2V5", "Digest x"])
def test_nobody_searches_without_a_key(shared: Mock, path: str, header: str | None):
    headers = {} if header is None else {"authorization": header}
    for public in (False, True):
        with httpx.Client(transport=MockTransport(shared), base_url="https://api.example/v1/") as client:
            answer = client.post(path, json={"query": "castle", "public": public}, headers=headers)
        assert answer.status_code == 401
        assert answer.json()["reason"]


# ---- what is refused -------------------------------------------------------------------------------------------------

SORTABLE = "(createdAt, updatedAt, width, height, score)"
REFUSED: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "Must provide at least one search parameter"),
    ({"query": "", "filter": " ", "images": {"like": []}}, "Must provide at least one search parameter"),
    ({"sortBy": ["createdAt:desc"], "public": True}, "Must provide at least one search parameter"),
    ({"query": "a", "limit": 101}, "Limit exceeds maximum (100)"),
    ({"query": "a", "hitsPerPage": 101}, "Limit exceeds maximum (100)"),
    ({"query": "a", "limit": 10**30}, "Limit exceeds maximum (100)"),
    ({"query": "a", "limit": 0}, "body.limit: 0 is less than the minimum of 1"),
    ({"query": "a", "hitsPerPage": 0}, "body.hitsPerPage: 0 is less than the minimum of 1"),
    ({"query": "a", "page": 0}, "body.page: 0 is less than the minimum of 1"),
    ({"query": "a", "offset": -1}, "body.offset: -1 is less than the minimum of 0"),
    ({"query": "a", "limit": 2.5}, 'body.limit: 2.5 is not of type "integer"'),
    ({"query": "a", "querySemanticRatio": 1.01}, "body.querySemanticRatio: 1.01 is greater than the maximum of 1"),
    ({"query": "a", "imageSemanticRatio": -1}, "body.imageSemanticRatio: -1 is less than the minimum of 0"),
    ({"query": ["a"]}, 'body.query: ["a"] is not of type "string"'),
    ({"query": "a", "public": "yes"}, 'body.public: "yes" is not of type "boolean"'),
    ({"query": "a", "sortBy": "width:asc"}, 'body.sortBy: "width:asc" is not of type "array"'),
    ({"query": "a", "sortBy": ["creatdAt:asc"]}, '"creatdAt" is not a sortable field; did you mean "createdAt"? ('),
    ({"query": "a", "sortBy": ["width:asc", "id:asc"]}, '"id" is not a sortable field ' + SORTABLE),
    ({"query": "a", "sortBy": ["prompt:asc"]}, f'"prompt" is not a sortable field {SORTABLE}'),
    ({"query": "a", "sortBy": ["width"]}, 'sortBy "width" is not of the form field:asc or field:desc'),
    ({"query": "a", "sortBy": ["width:down"]}, 'sortBy "width:down" is not of the form field:asc or field:desc'),
    ({"query": "a", "sortBy": [""]}, 'sortBy "" is not of the form field:asc or field:desc'),
    ({"filter": "createdAt >"}, "Invalid filter syntax at column 12: expected a value, found the end"),
    ({"filter": "createdAt = 2024-13-01"}, "Invalid filter syntax at column 13: createdAt is a date"),
    ({"filter": "tag = a"}, '"tag" is not a filterable field (column 1); did you mean "tags"?'),
    ({"filter": "tags = a AND nope = 1"}, '"nope" is not a filterable field (column 14); known are '),
    ({"image": CITY, "images": {"like": [CITY]}}, "image and images are mutually exclusive"),
    ({"image": "asset_nope"}, "Asset asset_nope not found"),
    ({"images": {"unlike": [CITY, "asset_nope"]}}, "Asset asset_nope not found"),
    ({"image": "data:image/png;base64,@"}, "Invalid image: bad base64"),
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("body", "reason"), REFUSED, ids=[str(number) for number in range(len(REFUSED))])
def test_refused_with_the_reason(api: httpx.Client, path: str, body: dict[str, Any], reason: str):
    answer = api.post(path, json=body)
    assert answer.status_code == 400
    assert answer.json()["reason"].startswith(reason)


def test_models_and_assets_have_fields_of_their_own(api: httpx.Client):
    for path, field, whose in ((PATHS[0], "capabilities", "models"), (PATHS[1], "width", "assets")):
        answer = api.post(path, json={"filter": f"{field} = 1"})
        assert answer.status_code == 400
        others = "assets" if whose == "models" else "models"
        reason = f'"{field}" is not a filterable field (column 1); {whose} have it, {others} do not'
        assert answer.json()["reason"] == reason


def test_the_sdk_meets_a_refusal_and_a_spent_quota(mock: Mock):
    http = httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1/")
    with Scenario(
        api_key="key", api_secret="s", base_url="https://api.example/v1", http_client=http, max_retries=0
    ) as sdk:
        with pytest.raises(BadRequestError, match="not a filterable field"):
            sdk.search.asset_search(filter="nope = 1")
        hits = [hit.id for hit in sdk.search.asset_search(query="castle", filter="kind = image", limit=7)]
        assert len(hits) == len(set(hits)) > 14
        with connect(mock) as api:
            assert hits == [hit["id"] for hit in walked(api, {"query": "castle", "filter": "kind = image"})]
        told(mock, "POST", "faults", {"effect": "quota", "operation": "searchAssets", "times": 1})
        with pytest.raises(RateLimitError) as struck:
            sdk.search.asset_search(query="castle")
        assert struck.value.body == {"error": "Quota exceeded for search", "code": "QUOTA_EXCEEDED"}
        assert sdk.search.asset_search(query="castle").hits
        told(mock, "POST", "limits", {"key": "key", "requests": 1})
        assert sdk.search.model_search(query="castle").hits
        with pytest.raises(RateLimitError) as limited:
            sdk.search.model_search(query="castle")
        assert limited.value.body == {"error": "Quota exceeded for search", "code": "QUOTA_EXCEEDED"}


def test_our_client_meets_a_spent_quota(mock: Mock):
    from scenario_client import errors

    told(mock, "POST", "faults", {"effect": "quota", "operation": "searchModels"})
    with client_of(mock) as api, pytest.raises(errors.QuotaExceeded):
        api.search.models(query="castle")


# ---- what does no harm -----------------------------------------------------------------------------------------------

MOST_SECONDS = 1.5  # of processor time, for one request; milliseconds when the machine has nothing else to do
MANY = " ".join(f"word{number} castle" for number in range(1_000))
QUERIES = {
    "punctuation": "?!… -- ,;:'\"()[]{}*&^%$#@~`|\\/<>",
    "emoji": "🏰🐉👩‍👩‍👧‍👦",
    "emoji and word": "🏰 castle",
    "nul": "a\0b castle",
    "only nul": "\0",
    "control": "\x01\x1f\x7f\u200b\u202e\ufeff",
    "unpaired mark": "\u0301" * 50,
    "2,000 words": MANY,
    "2,000 letters": "a " * 2_000,
    "2,000 times one word": "castle " * 2_000,
    "a word of 10,000 letters": "castle" * 1_667,
    "a megabyte": "castle " * 150_000,
    "a megabyte without a space": "x" * 1_000_000,
    "spaces": " \t\n\u3000",
    "operators": 'castle" OR c0 : * NEAR(a b) NOT AND - + ^',
    "another shelf": "1:castle 2:castle",
    "like": "%_%",
    "tsquery": "castle & !dragon | (a <-> b):*",
    "scripts": "城 замок قلعة βασιλεύς ปราสาท",
    "folding": "ŒÆßİıſﬁ①½",
    "digits": "1234567890" * 30,
    "quotes": "''''''\"\"\"\"",
    "percent": "%00%s%n{}{0}",
}


def quick(api: httpx.Client, path: str, body: Any) -> httpx.Response:
    """An answer that takes no processor time worth mentioning."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    begun = time.process_time()
    answer = api.post(path, content=content, headers={"content-type": "application/json"})
    assert time.process_time() - begun < MOST_SECONDS
    return answer


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", QUERIES)
def test_any_query_is_answered(api: httpx.Client, path: str, name: str):
    text = QUERIES[name]
    for body in (
        {"query": text},
        {"query": text, "querySemanticRatio": 0.5, "filter": EVERYTHING},
        {"query": text, "querySemanticRatio": 1, "limit": 1},
        {"query": text, "image": CASTLE, "imageSemanticRatio": 0.5},
        {"query": text, "sortBy": ["createdAt:desc"]},
    ):
        answer = quick(api, path, body)
        assert answer.status_code == 200, answer.text[:300]
        found = answer.json()
        assert len(found["hits"]) == min(found["estimatedTotalHits"], body.get("limit", 20))


FILTERS = {
    "10,000 ORs": (" OR ".join(["tags = a"] * 10_000), "characters, at most"),
    "10,000 short ORs": ("OR".join(["(tags=a)"] * 2_000), "words and signs, at most"),
    "1,000 parentheses": ("(" * 1_000 + "tags = a" + ")" * 1_000, "nested deeper than"),
    "1,000 NOTs": ("NOT " * 1_000 + "tags = a", "nested deeper than"),
    "a megabyte": ("x" * 1_000_000, "characters, at most"),
    "a megabyte in quotes": ('name = "' + "x" * 1_000_000 + '"', "characters, at most"),
    "a megabyte of spaces": ("tags = a" + " " * 1_000_000, "characters, at most"),
    "no field": ("\0 = 1", "Invalid filter syntax"),
    "sql": ("tags = a; DROP TABLE assets", "Invalid filter syntax"),
}
PASSING = {
    "500 conditions": " OR ".join(f"tags = a{number}" for number in range(499)) + " OR tags = castle",
    "500 different ones": " OR ".join(f"createdAt > 2024-01-01 AND tags != a{number}" for number in range(200)),
    "500 words": " OR ".join(f"name:a{number}" for number in range(490)),
    "64 levels": "(" * 63 + "tags = castle" + ")" * 63,
    "alternating": "NOT (" * 31 + "tags = castle" + ")" * 31,
    "nul": 'name = "a\0b" OR name:"a\0b" OR tags = "\0"',
    "surrogate pair": 'name = "🏰" OR tags:"🏰a"',
    "quotes": "name = \"'; DROP TABLE assets; --\" OR name = '\"' OR tags = '%'",
    "long word": f"name:{'a' * 19_000}",
    "long value": f"tags = '{'é' * 19_000}'",
    "far number": "createdAt > 0001-01-01 AND createdAt < 9999-12-31",
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_without_measure_is_refused(api: httpx.Client, path: str, name: str):
    text, reason = FILTERS[name]
    for body in ({"filter": text}, {"filter": text, "query": "castle", "image": CITY}):
        answer = quick(api, path, body)
        assert answer.status_code == 400
        assert answer.json()["reason"].startswith("Invalid filter syntax")
        assert reason in answer.json()["reason"]
        assert len(answer.content) < 1_000


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", PASSING)
def test_a_filter_at_its_bounds_is_answered(api: httpx.Client, path: str, name: str):
    for body in ({"filter": PASSING[name]}, {"filter": f"({PASSING[name]})", "query": "castle"}):
        answer = quick(api, path, body)
        assert answer.status_code == 200, answer.text[:300]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "content",
    [
        rb'{"query": "\ud800"}',
        rb'{"query": "castle \udc00\ud800"}',
        rb'{"filter": "name = \"\udfff\""}',
        b'{"query": "\xed\xa0\x80"}',
        b'{"query": "\xff"}',
        b'{"query": "a", "limit": 1e999}',
        b'{"query": "a", "querySemanticRatio": NaN}',
        b'{"query": "a"',
        b"",
        b"null",
        b'["query"]',
    ],
)
def test_what_is_no_json_text_is_refused(api: httpx.Client, path: str, content: bytes):
    answer = quick(api, path, content)
    assert answer.status_code == 400
    assert answer.json()["reason"]
