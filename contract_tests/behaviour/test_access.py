"""Access: no credentials, wrong ones and unreadable ones are refused on every operation, and the public token reads
what is public and nothing else.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, PUBLIC, is_sparing, some, walk
from contract_tests.behaviour.test_reads import READINGS, UNKNOWN, refused
from contract_tests.calls import Answer, Caller, places, security
from contract_tests.exchanges import Secret
from contract_tests.targets import Target

pytestmark = pytest.mark.target

TOKEN = "public-auth-token"
NO_ENTRY = (401, 403)
MOST_OWNERS = 5
BODIES: Mapping[str, Any] = {
    "bulkGetModels": {"modelIds": ["model_x"]}, "bulkGetAssets": {"assetIds": ["asset_x"]},
    "searchAssets": {"query": "castle"}, "searchModels": {"query": "castle"},
    "createTextToImageGeneration": {"modelId": "model_x", "prompt": "castle"}, "createPromptEdit": {"prompt": "castle"},
    "createCaption": {"images": ["asset_x"]}, "createStyleDescription": {"assetIds": ["asset_x"]},
    "createDetection": {"image": "asset_x", "modality": "canny"}, "createEmbedding": {"text": "castle"},
    "createIpDetection": {"prompts": ["castle"]}, "createPatch": {"image": "asset_x", "patch": {"image": "asset_x"}},
    "createPrompt": {"prompt": "castle"}, "createQualityGate": {"assetIds": ["asset_x"]},
    "createTranslation": {"prompt": "castle"}, "triggerJobAction": {"action": "cancel"},
    "createCustomGeneration": {"prompt": "castle"}, "uploadAsset": {"name": "x", "image": "asset_x"},
}  # fmt: skip


@pytest.fixture(params=sorted(places()))
def operation_id(request: pytest.FixtureRequest, target: Target) -> str:
    """Every operation; those that change anything only where that is allowed."""
    found: str = request.param
    if target.guard.limits.read_only and not target.guard.reads(found):
        pytest.skip("not sent: read only")
    return found


def ids_of(walks: Any) -> dict[str, str]:
    """Path parameters that mean something on the target."""
    found: dict[str, str] = {}
    for listing in LISTINGS:
        rows = walks(listing).rows
        reading = READINGS[listing.rows]
        found.setdefault(reading.parameter, rows[0][listing.id] if rows else f"{listing.rows}_x")
    return found


def ask(target: Target, operation_id: str, header: str | None, walks: Any) -> Any:
    """A call with this Authorization header."""
    with target.client(headers={} if header is None else {"Authorization": header}) as client:
        caller = Caller(target, client)
        method, template = places()[operation_id]
        path = {name: value for name, value in ids_of(walks).items() if f"{{{name}}}" in template}
        body = BODIES.get(operation_id, {}) if method == "POST" else None
        return caller(operation_id, path=path, body=body, expect=None)


def shut(answer: Answer, rule: str, walks: Any, known: str = "") -> None:
    """Refused for want of credentials, in the one shape, and silent about what is there and about what was sent."""
    answer.must(answer.status in NO_ENTRY, rule, "401 or 403", answer.exchange.told())
    refused(answer)
    told = json.dumps(answer.json)
    leaks = [row_id for listing in LISTINGS for row_id in walks(listing).ids[:50] if f'"{row_id}"' in told]
    answer.must(not leaks, "refusal_tells_nothing", "no id of anything", leaks[:3])
    answer.must(not known or known not in told, "refusal_tells_nothing", "not what was sent", "the credentials")


def basic(key: str, secret: str) -> str:
    return Secret("Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode())


def test_no_credentials_are_refused(target: Target, operation_id: str, walks: Any):
    answer = ask(target, operation_id, None, walks)
    if () in security(operation_id):
        answer.must(answer.status == 200, "open_to_everybody", "200", answer.status)
        return
    shut(answer, "credentials_are_needed", walks)


@pytest.mark.parametrize("query", [PUBLIC, {"pageSize": 1}, {"projectId": "proj_x"}], ids=str)
@pytest.mark.parametrize("name", ["listModels", "listAssets", "listJobs"])
def test_no_query_opens_a_list_without_credentials(target: Target, name: str, query: dict[str, Any], walks: Any):
    if name == "listJobs" and query == PUBLIC:
        pytest.skip("jobs are never public")
    with target.client() as client:
        shut(Caller(target, client)(name, query=query, expect=None), "credentials_are_needed", walks)


@pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.retrieve)
def test_what_is_not_there_is_not_told_without_credentials(target: Target, reading: Any, walks: Any):
    with target.client() as client:
        path = {reading.parameter: UNKNOWN[reading.retrieve]}
        shut(Caller(target, client)(reading.retrieve, path=path, expect=None), "credentials_are_needed", walks)


UNREADABLE = [
    "Basic !!!", "Basic " + base64.b64encode(b"nocolon").decode(), "Digest x", "Basic", "", "Basic Basic eDp5",
    "public-auth-token x", "Bearer", "x",
]  # fmt: skip


@pytest.mark.parametrize("header", UNREADABLE)
def test_credentials_that_cannot_be_read_are_refused(target: Target, operation_id: str, header: str, walks: Any):
    if () in security(operation_id) or (header == "" and target.mock is None):
        pytest.skip("open to everybody, or a header that clients leave out")
    if is_sparing(target) and UNREADABLE.index(header) != len(operation_id) % len(UNREADABLE):
        pytest.skip("each operation is tried with one of them where requests are counted")
    answer = ask(target, operation_id, header, walks)
    shut(answer, "credentials_must_be_readable", walks)


def test_wrong_secrets_and_unknown_keys_are_refused(target: Target, operation_id: str, walks: Any):
    if target.accepts_any_key:
        pytest.skip("the target takes any key, as it says itself")
    if () in security(operation_id):
        pytest.skip("open to everybody")
    key, secret = target.auth
    longer = Secret(f"{secret}x")
    wrong = [basic(*pair) for pair in ((key, longer), (key, ""), (f"{key}x", secret), (secret, key))]
    for header in some([*wrong, Secret(f"Bearer {longer}")], target, 1):
        answer = ask(target, operation_id, header, walks)
        shut(answer, "credentials_are_checked", walks, Secret(header.partition(" ")[2]))


@pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.retrieve)
def test_another_key_sees_nothing_of_ours(target: Target, reading: Any, walks: Any):
    if not target.accepts_any_key:
        pytest.skip("there is no other key that the target takes")
    listing = next(each for each in LISTINGS if READINGS[each.rows] is reading)
    own = next(each for each in LISTINGS if each.rows == listing.rows and not each.query)
    ours = walks(own)
    owners = {row["ownerId"] for row in ours.rows if "ownerId" in row}
    with target.client(auth=(f"{target.auth[0]}-stranger", target.auth[1])) as client:
        stranger = Caller(target, client)
        theirs = stranger(own.operation_id, query={"pageSize": 100})
        shared = [row for row in theirs.json[own.rows] if row.get("ownerId") in owners]
        theirs.must(not shared, "privacy_never_leaks", "nothing of another caller", shared[:1])
        for row_id in [row[own.id] for row in ours.rows if row.get("privacy", "private") == "private"][-3:]:
            thing = stranger(reading.retrieve, path={reading.parameter: row_id}, expect=(200, 401, 403, 404))
            found = [thing.json[reading.envelope]] if thing.status == 200 else []
            if reading.bulk:
                found += stranger(reading.bulk, body={reading.ids: [row_id]}).json[own.rows]
            leaked = [each for each in found if each.get("ownerId") in owners]
            thing.must(not leaked, "privacy_never_leaks", "nothing of another caller", leaked[:1])


def test_the_public_token_opens_what_is_public_only(target: Target, operation_id: str, walks: Any):
    answer = ask(target, operation_id, TOKEN, walks)
    if () in security(operation_id):
        return
    if ("publicToken",) not in security(operation_id):
        shut(answer, "public_token_reads_public_things", walks)


@pytest.mark.parametrize(
    "listing", [each for each in LISTINGS if each.operation_id in ("listModels", "listAssets")], ids=str
)
def test_the_public_token_lists_and_reads_public_things(target: Target, listing: Any, walks: Any):
    reading, rows = READINGS[listing.rows], walks(listing).rows
    with target.client(headers={"Authorization": TOKEN}) as client:
        token = Caller(target, client)
        if listing.query == PUBLIC:
            page = token(listing.operation_id, query={**PUBLIC, "pageSize": 20})
            wrong = [row for row in page.json[listing.rows] if row["privacy"] != "public"]
            page.must(not wrong, "privacy_never_leaks", "public rows only", wrong[:1])
            for row in rows[:2]:
                thing = token(reading.retrieve, path={reading.parameter: row[listing.id]})
                given = thing.json[reading.envelope][listing.id]
                thing.must(given == row[listing.id], "id_asked_for_is_id_given", row[listing.id], given)
            return
        for query in ({}, {"privacy": "private"}):
            page = token(listing.operation_id, query={**query, "pageSize": 20}, expect=None)
            leaked = [row for row in (page.json or {}).get(listing.rows, ()) if row["privacy"] != "public"]
            page.must(not leaked, "privacy_never_leaks", "no private row", leaked[:1])
        for row in [row for row in rows if row["privacy"] == "private"][:3]:
            thing = token(reading.retrieve, path={reading.parameter: row[listing.id]}, expect=None)
            thing.must(thing.status in (401, 403, 404), "privacy_never_leaks", "401, 403 or 404", thing.exchange.told())


def test_lists_keep_to_their_privacy(listing: Any, walks: Any):
    every = walks(listing)
    public = listing.query == PUBLIC or listing.operation_id == "listPublicModels"
    if not every.rows or listing.rows == "jobs":
        pytest.skip("nothing that could be private")
    wrong = [row for row in every.rows if (row["privacy"] == "public") != public]
    every.last.must(
        not wrong, "privacy_filter", "public rows only" if public else "the project's own rows only", wrong[:1]
    )


def test_what_belongs_to_the_caller_has_one_owner_or_is_found_with_each(call: Any, walks: Any):
    """The key of a project has one owner; the key of a team has its projects, and `projectId` chooses among them."""
    for listing in LISTINGS:
        if listing.query == {} and listing.operation_id != "listPublicModels":
            every = walks(listing)
            rows = [row for row in every.rows if row.get("ownerId")]
            owners = sorted({row["ownerId"] for row in rows})
            for owner in owners[:MOST_OWNERS] if len(owners) > 1 else ():
                known = {row[listing.id] for row in rows if row["ownerId"] == owner}
                theirs = walk(call, listing, {"projectId": owner})
                seen = {row[listing.id]: row.get("ownerId", owner) for row in theirs.rows}
                foreign = sorted(row_id for row_id, belongs in seen.items() if belongs != owner)
                theirs.last.must(not foreign, "own_things_only", f"rows of {owner}", foreign[:3], every.last)
                lost = sorted(known - set(seen)) if theirs.whole else []
                theirs.last.must(not lost, "own_things_only", f"all rows of {owner}", lost[:3], every.last)
