"""The SDK's operations, found in the source of its resource classes. A tiny package stands in for the SDK."""

from __future__ import annotations

import sys
import textwrap

import pytest
from parity import sdk_calls
from parity.sdk_calls import SdkError, wire_name

SOURCE = """
    from typing import Generic, List, Optional, TypeVar
    from pydantic import BaseModel, Field
    from typing_extensions import Required, TypedDict

    T = TypeVar("T")

    class Page(BaseModel, Generic[T]):
        things: List[T]
        token: Optional[str] = Field(alias="nextToken", default=None)

    class Thing(BaseModel):
        id: str

    class Params(TypedDict, total=False):
        thing_name: Required[str]
        page_size: int
        body: Required[object]

    class ThingsResource:
        def list(self, page_size):
            '''Lists.'''
            return self._get_api_list(
                "/things", page=Page[Thing],
                options=make_request_options(query=maybe_transform({"page_size": page_size}, Params)), model=Thing,
            )

        def search(self, page_size):
            return self._get_api_list("/things/search", page=Page[Thing], options={}, model=Thing, method="post")

        def retrieve(self, thing_id):
            return self._get(path_template("/things/{thing_id}", thing_id=thing_id), options={}, cast_to=Thing)

        def create(self, thing_name, page_size):
            return self._post(
                "/things", body=maybe_transform({"thing_name": thing_name}, Params),
                options=make_request_options(query=maybe_transform({"page_size": page_size}, Params)), cast_to=Thing,
            )

        def run(self, thing_id, body):
            return self._put(
                path_template("/things/{thing_id}", thing_id=thing_id), body=maybe_transform(body, Params),
                options={}, cast_to=object,
            )

        def delete(self, thing_id):
            return self._delete(path_template("/things/{thing_id}", thing_id=thing_id), options={}, cast_to=NoneType)

    NoneType = type(None)

    class AsyncThingsResource:
        def elsewhere(self):
            return self._get("/async-only", options={}, cast_to=Thing)
"""
ROUTES = {"GET /things", "POST /things", "GET /things/{}", "PUT /things/{}", "DELETE /things/{}", "POST /things/search"}


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    resources = tmp_path / "tiny_sdk" / "resources"
    resources.mkdir(parents=True)
    for folder in (resources.parent, resources):
        (folder / "__init__.py").write_text("")
    (resources / "things.py").write_text(textwrap.dedent(SOURCE))
    monkeypatch.syspath_prepend(tmp_path)
    yield "tiny_sdk"
    for name in [name for name in sys.modules if name.split(".")[0] == "tiny_sdk"]:
        del sys.modules[name]


def test_each_method_is_found_by_its_route(tiny):
    found = sdk_calls.load(tiny, ROUTES)
    assert {key: one.method.split(".")[1] for key, one in found.items()} == {
        "GET /things": "list",
        "POST /things/search": "search",
        "GET /things/{}": "retrieve",
        "POST /things": "create",
        "PUT /things/{}": "run",
        "DELETE /things/{}": "delete",
    }


def test_only_wanted_routes_and_synchronous_classes(tiny):
    assert set(sdk_calls.load(tiny, {"GET /things", "GET /async-only"})) == {"GET /things"}


def test_fields_go_to_the_query_or_the_body(tiny):
    create = sdk_calls.load(tiny, ROUTES)["POST /things"].content
    assert list(create.parameters) == ["query.page_size"]
    assert create.body is not None
    assert create.body.shape.fields["thing_name"].required


def test_a_page_class_is_the_answer(tiny):
    answer = sdk_calls.load(tiny, ROUTES)["GET /things"].content.response
    assert answer is not None
    assert set(answer.fields) == {"things", "nextToken"}
    rows = answer.fields["things"].shape.items
    assert rows is not None
    assert "id" in rows.fields


def test_path_parameters_have_wire_names(tiny):
    assert list(sdk_calls.load(tiny, ROUTES)["GET /things/{}"].content.parameters) == ["path.thingId"]
    assert wire_name("model_id") == "modelId"


def test_a_body_of_its_own_and_an_empty_answer(tiny):
    found = sdk_calls.load(tiny, ROUTES)
    run = found["PUT /things/{}"].content
    assert run.body is not None
    assert run.body.shape.is_free
    assert run.body.required
    assert found["DELETE /things/{}"].content.response is None


@pytest.mark.parametrize("package", ["no_such_sdk", "json"])
def test_a_missing_sdk_is_said_in_one_line(package):
    with pytest.raises(SdkError, match=package) as caught:
        sdk_calls.load(package, ROUTES)
    assert "\n" not in str(caught.value)


def test_an_sdk_without_any_of_the_routes_is_refused(tiny):
    with pytest.raises(SdkError, match="no operation"):
        sdk_calls.load(tiny, {"GET /other"})
