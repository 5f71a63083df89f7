"""What everybody may read, and what only its owner may."""

from __future__ import annotations

import pytest

from contract_tests.calls import Caller

pytestmark = pytest.mark.target


def test_public_lists_have_public_models_only(call: Caller):
    page = call("listModels", query={"privacy": "public", "pageSize": 100})
    for model in page.json["models"]:
        page.must(model["privacy"] == "public", "privacy_filter", "only models with privacy public", model)
