"""How values look on the wire."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from client_runtime import wire
from client_runtime.operation import Operation
from hypothesis import given
from hypothesis import strategies as st

from contract_tests.client.runtime_kit import Part

ONE = Operation("retrieveThing", "GET", "/things/{thingId}")
TWO = Operation("retrievePart", "GET", "/things/{thingId}/parts/{partId}")
QUERY = Operation("listThings", "GET", "/things", frozenset({"tags", "ids"}))

PATHS = {
    "model_abc-1.5~x": "/things/model_abc-1.5~x",
    "a/../b c": "/things/a%2F..%2Fb%20c",
    "ü?&#%2F": "/things/%C3%BC%3F%26%23%252F",
    "{partId}": "/things/%7BpartId%7D",
    7: "/things/7",
}


@pytest.mark.parametrize(("value", "path"), PATHS.items())
def test_path_parameters_are_quoted_whole(value: Any, path: str):
    assert wire.path_of(ONE, {"thingId": value}) == path


@pytest.mark.parametrize("value", ["", None, ".", ".."])
def test_path_parameters_that_lead_elsewhere_are_refused(value: Any):
    with pytest.raises(ValueError, match="retrieveThing: thingId must name something"):
        wire.path_of(ONE, {"thingId": value})


def test_a_missing_path_parameter_is_refused():
    with pytest.raises(ValueError, match="missing"):
        wire.path_of(TWO, {"thingId": "a"})
    assert wire.path_of(TWO, {"thingId": "a", "partId": "b"}) == "/things/a/parts/b"


QUERIES: list[tuple[dict[str, Any] | None, str]] = [
    (None, ""),
    ({}, ""),
    ({"a": None}, ""),
    ({"a": True, "b": False}, "a=true&b=false"),
    ({"pageSize": 20, "ratio": 0.5}, "pageSize=20&ratio=0.5"),
    ({"tags": ["a b", "c"]}, "tags=a%20b%2Cc"),
    ({"tags": ("a",)}, "tags=a"),
    ({"tags": {"b", "a"}}, "tags=a%2Cb"),
    ({"tags": []}, ""),
    ({"tags": "a,b"}, "tags=a%2Cb"),
    ({"other": ["a", 1]}, "other=a&other=1"),
    ({"q": "ä&b=c+d/e"}, "q=%C3%A4%26b%3Dc%2Bd%2Fe"),
    ({"q": ""}, "q="),
    ({"since": datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)}, "since=2024-01-02T03%3A04%3A05Z"),
    ({"since": datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=2)))}, "since=2024-01-02T00%3A00%3A00%2B02%3A00"),
    ({"since": date(2024, 1, 2)}, "since=2024-01-02"),
]


@pytest.mark.parametrize(("query", "text"), QUERIES)
def test_queries(query: dict[str, Any] | None, text: str):
    assert wire.query_of(QUERY, query) == text


def test_what_a_query_cannot_say_is_refused():
    with pytest.raises(ValueError, match="tags is sent separated by commas, and 'a,b' holds one"):
        wire.query_of(QUERY, {"tags": ["a,b"]})
    with pytest.raises(TypeError, match="dict cannot stand in an address"):
        wire.query_of(QUERY, {"a": {}})


CAMELS = {
    "aspect_ratio": "aspectRatio",
    "num_inference_steps": "numInferenceSteps",
    "prompt": "prompt",
    "lora_1": "lora1",
    "class_": "class",
    "_3d_model": "3dModel",
    "_private": "_private",
    "aspectRatio": "aspectRatio",
    "Already_Mixed": "Already_Mixed",
    "not-a-name": "not-a-name",
    "": "",
}


@pytest.mark.parametrize(("name", "spelled"), CAMELS.items())
def test_python_names_become_the_apis(name: str, spelled: str):
    assert wire.camel(name) == spelled


BODIES: list[tuple[Any, str]] = [
    ({"a": None, "b": {"c": None}}, '{"b":{"c":null}}'),
    (Part({"size": None}), '{"size":null}'),
    ({"part": Part({"size": None}), "list": [Part({"x": 1})]}, '{"part":{"size":null},"list":[{"x":1}]}'),
    ({"text": "ä\u2028"}, '{"text":"ä\u2028"}'),
    ({"ids": {"b", "a"}, "pair": (1, 2)}, '{"ids":["a","b"],"pair":[1,2]}'),
    ({"at": date(2024, 1, 2)}, '{"at":"2024-01-02"}'),
    ({"image": b"\x89PNG\r\n\x1a\n"}, '{"image":"data:image/png;base64,iVBORw0KGgo="}'),
    ({"image": bytearray(b"?")}, '{"image":"data:application/octet-stream;base64,Pw=="}'),
    ([1, None], "[1,null]"),
]


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_bodies(body: Any, text: str):
    assert wire.encode(body).decode() == text


def test_a_file_is_sent_as_a_data_url(tmp_path: Path):
    picture, note = tmp_path / "a.png", tmp_path / "note.txt"
    picture.write_bytes(b"\xff\xd8\xff")
    note.write_text("hi")
    sent = json.loads(wire.encode({"image": picture, "images": [note]}))
    assert sent == {"image": "data:image/jpeg;base64,/9j/", "images": ["data:text/plain;base64,aGk="]}


@pytest.mark.parametrize(("body", "error"), [({"a": float("nan")}, ValueError), ({"a": object()}, TypeError)])
def test_what_json_cannot_hold_is_refused(body: Any, error: type[Exception]):
    with pytest.raises(error):
        wire.encode(body)


DECODED: dict[bytes, Any] = {
    b'{"a":null}': {"a": None},
    b'\xef\xbb\xbf{"a":1}': {"a": 1},
    b'"\\ud800"': "\ud800",
    b"1e400": float("inf"),
    b'{"a":1,"a":2}': {"a": 2},
    b"18446744073709551615": 2**64 - 1,
    b"123456789012345678901234567890": 123456789012345678901234567890,
}


@pytest.mark.parametrize("content", DECODED)
def test_json_is_read_exactly(content: bytes):
    assert wire.decode(content) == DECODED[content]


def test_a_number_that_is_none_is_read():
    assert str(wire.decode(b"[NaN]")) == "[nan]"


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"a":', b"{'a': 1}", b"\xff", b"[" * 200_000])
def test_what_is_no_json_is_a_value_error(content: bytes):
    with pytest.raises(ValueError, match=r".*"):
        wire.decode(content)


@given(st.text())
def test_any_text_survives_a_path_and_a_query(text: str):
    import httpx

    try:
        path = wire.path_of(ONE, {"thingId": text})
    except ValueError:
        assert text in ("", ".", "..")
        return
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    url = httpx.URL(f"https://api.test/v1{path}?{wire.query_of(QUERY, {'q': text})}")
    assert url.path == f"/v1/things/{text}"
    assert url.params["q"] == text


SECONDS = {12: 12.0, 0: 0.0, 1.5: 1.5, "12": 12.0, "x": None, "": None, -1: None, True: None, None: None, "inf": None}


@pytest.mark.parametrize(("value", "seconds"), [*SECONDS.items(), ({}, None), (10**400, None), ("nan", None)])
def test_seconds_are_read_from_what_may_be_a_number(value: Any, seconds: float | None):
    got = wire.seconds_of(value)
    assert got == seconds
