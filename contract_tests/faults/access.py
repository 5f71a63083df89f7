"""Lies about who may read and do what."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace

from scenario_mock.messages import Request, Response

from .lying import Lie, Tell, Truth, edited, said

READERS = ("retrieveModel", "retrieveAsset", "retrieveJob", "listModels", "listAssets", "listJobs")


def as_owner(truth: Truth) -> Request:
    """The request with the credentials that were right before."""
    known = truth.memory.get("right", "")
    return replace(truth.request, headers={**truth.request.headers, "authorization": known})


def remembering(truth: Truth) -> Response:
    """The truth; credentials that were right are remembered."""
    response = truth.answer()
    given = truth.request.headers.get("authorization", "")
    if response.status < 300 and given.lower().startswith("basic"):
        truth.memory["right"] = given
    return response


def opened(statuses: tuple[int, ...], only: tuple[str, ...] = ()) -> Tell:
    """Refusals for want of credentials become what the owner would read."""

    def tell(truth: Truth) -> Response:
        response = remembering(truth)
        if response.status in statuses and truth.memory.get("right") and (not only or truth.operation_id in only):
            return truth.ask(as_owner(truth))
        return response

    return tell


def any_secret(truth: Truth) -> Response:
    """Only the key is looked at."""
    response = remembering(truth)
    right, given = truth.memory.get("right", ""), truth.request.headers.get("authorization", "")
    if response.status in (401, 403) and key_of(given) and key_of(given) == key_of(right):
        return truth.ask(as_owner(truth))
    return response


def key_of(header: str) -> str:
    return pair_of(header)[0]


def pair_of(header: str) -> tuple[str, str]:
    """The key and the secret of Basic credentials; empty for what is none."""
    try:
        key, _, secret = base64.b64decode(header.partition(" ")[2]).decode().partition(":")
    except ValueError:
        return "", ""
    return key, secret


def opened_by(fits: Callable[[tuple[str, str], tuple[str, str]], bool]) -> Tell:
    """Credentials open as well that only resemble the right ones."""

    def tell(truth: Truth) -> Response:
        response = remembering(truth)
        right, given = truth.memory.get("right", ""), truth.request.headers.get("authorization", "")
        if response.status in (401, 403) and given.lower().startswith("basic ") and right:
            return truth.ask(as_owner(truth)) if fits(pair_of(right), pair_of(given)) else response
        return response

    return tell


def priced_for_all(truth: Truth) -> Response:
    response = remembering(truth)
    if response.status in (401, 403) and truth.query.get("dryRun") and truth.memory.get("right"):
        return truth.ask(as_owner(truth))
    return response


def public_token_reads_all(truth: Truth) -> Response:
    response = remembering(truth)
    if truth.request.headers.get("authorization") == "public-auth-token" and truth.memory.get("right"):
        return truth.ask(as_owner(truth))
    return response


def refusal_with_data(truth: Truth) -> Response:
    """Refused, and told all the same."""
    response = remembering(truth)
    if response.status in (401, 403) and truth.memory.get("right"):
        body = truth.ask(as_owner(truth)).body
        return replace(response, body=body)
    return response


def forbidden_as_500(truth: Truth) -> Response:
    response = truth.answer()
    return said(response, {"message": "x"}, status=500) if response.status in (401, 403) else response


def leaked(truth: Truth) -> Response:
    """Public lists have some of the caller's own rows."""
    response = truth.answer()
    if truth.operation_id not in ("listModels", "listAssets") or truth.query.get("privacy") != "public":
        return response
    if response.status != 200 or "authorization" not in truth.request.headers:
        return response
    rows = "models" if truth.operation_id == "listModels" else "assets"
    own = truth.get(f"/{rows}", "pageSize=1").get(rows, [])
    body = json.loads(response.body)
    return said(response, {**body, rows: [*own, *body[rows]][: int(truth.query.get("pageSize", 50))]})


LIES = (
    Lie("credentials-not-needed", "access", "Nobody has to say who they are.", opened((401, 403))),
    Lie("credentials-not-needed-to-read", "access", "Reading needs no credentials.",
        opened((401, 403), READERS)),
    Lie("any-secret", "access", "Any secret opens a key.", any_secret),
    Lie("secret-in-any-case", "access", "Secrets are compared in lower case.",
        opened_by(lambda right, given: right[0] == given[0] and right[1].lower() == given[1].lower())),
    Lie("secret-begins-right", "access", "The beginning of a secret is enough.",
        opened_by(lambda right, given: right[0] == given[0] and given[1] != "" and right[1].startswith(given[1]))),
    Lie("key-not-needed", "access", "A secret needs no key.",
        opened_by(lambda right, given: given[0] == "" and right[1] == given[1])),
    Lie("any-key", "access", "Any key goes with a right secret.",
        opened_by(lambda right, given: right[1] == given[1])),
    Lie("refused-as-not-found", "access", "Who may not enter is told that nothing is there.",
        lambda truth: said(response, {"reason": "Not found"}, status=404)
        if (response := truth.answer()).status in (401, 403) else response),
    Lie("dry-runs-for-all", "access", "Prices are told to anybody.", priced_for_all),
    Lie("public-token-reads-all", "access", "The public token reads private things.", public_token_reads_all),
    Lie("refusal-tells", "access", "Refusals hold what was asked for.", refusal_with_data),
    Lie("forbidden-as-500", "access", "Missing credentials are a failure.", forbidden_as_500),
    Lie("public-list-leaks", "access", "Public lists have private rows.", leaked),
    Lie("private-list-has-public", "access", "The caller's list has everybody's rows.",
        edited("listAssets", lambda body, truth: body if truth.query.get("privacy") else {
            **body, "assets": [*body["assets"][:-1], *truth.get("/assets", "privacy=public&pageSize=1")["assets"]]})),
    Lie("search-leaks", "access", "A search of public things finds private ones.",
        lambda truth: truth.ask(truth.saying({**truth.body, "public": False}))
        if truth.operation_id == "searchAssets" and isinstance(truth.body, dict) and truth.body.get("public")
        else truth.answer()),
)  # fmt: skip
