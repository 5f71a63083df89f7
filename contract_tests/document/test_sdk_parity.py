"""The contract says what the vendor's SDK says, except where spec/sdk_parity.yaml gives the reason."""

from __future__ import annotations

import pytest
from parity import explained, sdk_calls, spec
from parity.cli import ROOT, main

CONTRACT = ROOT / "spec" / "openapi.yaml"
NOT_IN_THE_SDK = {"listPublicModels", "createTextToImageGeneration", "createPromptEdit"}


def test_nothing_differs_without_a_reason(capsys: pytest.CaptureFixture[str]):
    code = main([])
    printed = capsys.readouterr()
    assert code == 0, printed.out + printed.err


def test_each_operation_has_its_sdk_method():
    operations = spec.load(CONTRACT)
    found = sdk_calls.load("scenario_sdk", {operation.route for operation in operations})
    missing = {operation.operation_id for operation in operations if operation.route not in found}
    assert missing == NOT_IN_THE_SDK
    assert len(found) == len(operations) - len(missing)


def test_the_comparison_reaches_deep_into_the_sdk():
    """Guards against a reader that finds nothing to compare and is content."""
    found = sdk_calls.load("scenario_sdk", {"GET /models", "POST /search/assets", "POST /generate/custom/{}"})
    models, custom, search = (found[key].content for key in sorted(found))
    assert models.response is not None
    row = models.response.fields["models"].shape.items
    assert row is not None
    conditional = row.fields["inputs"].shape.items.fields["required"].shape.fields["conditional"].shape  # type: ignore[union-attr]
    assert conditional.fields["operator"].shape.values == {"and", "or"}
    assert {"query.privacy", "query.pageSize"} <= set(models.parameters)
    assert custom.body is not None
    assert custom.body.shape.is_free
    assert search.body is not None
    assert "hitsPerPage" in search.body.shape.fields


def test_each_reason_says_something():
    for entry in explained.load(ROOT / "spec" / "sdk_parity.yaml"):
        assert len(entry.reason.split()) >= 6, entry.path
