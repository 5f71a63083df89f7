"""Rates and quotas of keys, in the mock's time, each key for itself."""

from __future__ import annotations

import pytest
from scenario_client import errors
from scenario_mock import Mock
from scenario_mock.errors import ApiError

from contract_tests.mock.control_kit import MODEL, call, client, told


def statuses(mock: Mock, count: int, key: str = "key", path: str = "jobs?pageSize=1") -> list[int]:
    return [call(mock, path, key=key).status for _ in range(count)]


def test_a_rate(mock: Mock):
    mock.set_limit("key", requests_per_second=2, burst=3)
    assert statuses(mock, 5) == [200, 200, 200, 429, 429]
    assert statuses(mock, 5, "other") == [200] * 5
    mock.advance(0.5)
    assert statuses(mock, 2) == [200, 429]
    mock.advance(100)
    assert statuses(mock, 4) == [200, 200, 200, 429]


def test_a_client_that_waits_gets_through(mock: Mock):
    mock.set_limit("*", requests_per_second=3, burst=1)
    begun = mock.services.now_ms()
    with client(mock, max_retries=1) as api:
        for _ in range(4):
            api.jobs.list(page_size=1)
    assert 999 <= mock.services.now_ms() - begun <= 1010
    with client(mock) as hasty, pytest.raises(errors.CooldownActive) as met:
        hasty.jobs.list(page_size=1)
    assert met.value.remaining_seconds == pytest.approx(1 / 3, abs=0.01)


def test_a_quota_of_requests(mock: Mock):
    mock.set_limit("key", requests=2)
    assert statuses(mock, 3) == [200, 200, 429]
    with client(mock, max_retries=3) as api:
        with pytest.raises(errors.PlanLimitReached) as met:
            api.models.list()
        assert met.value.details == {"limit": 2, "feature": "requests"}
        with pytest.raises(errors.QuotaExceeded):
            api.search.models(query="castle")
    assert call(mock, "models?privacy=public", authorization="public-auth-token").status == 200


def test_a_quota_of_creative_units(mock: Mock):
    mock.set_limit("key", creative_units=10)
    with client(mock) as api:
        api.generate.custom(MODEL, prompt="a boat", dry_run=True)
        for _ in range(2):  # 7.25 each: the second goes above
            api.generate.custom(MODEL, prompt="a boat")
        with pytest.raises(errors.PlanLimitReached):
            api.generate.custom(MODEL, prompt="a boat")
        assert api.generate.custom(MODEL, prompt="a boat", dry_run=True).creative_units_cost == 7.25
        assert api.models.list(page_size=1).items
    assert mock.calls_to("createCustomGeneration")[3].status == 429


def test_one_key_has_its_own_and_the_others_share_a_rule(mock: Mock):
    mock.set_limit("*", requests=1)
    mock.set_limit("key", requests=3)
    assert statuses(mock, 4) == [200, 200, 200, 429]
    assert [statuses(mock, 2, key) for key in ("a", "b")] == [[200, 429]] * 2


def test_setting_counts_anew_and_clearing_lets_through(mock: Mock):
    for _ in range(2):
        told(mock, "POST", "limits", {"key": "key", "requests": 1})
        assert statuses(mock, 2) == [200, 429]
    told(mock, "POST", "limits", {"key": "keys", "requests": 1})
    assert statuses(mock, 1, "keys") == [200]
    mock.clear_limits("key")
    assert told(mock, "GET", "limits")["limits"] == [{"key": "keys", "requests": 1}]
    assert statuses(mock, 2) == [200, 200]
    assert statuses(mock, 1, "keys") == [429]
    assert told(mock, "DELETE", "limits")["limits"] == []
    assert statuses(mock, 1, "keys") == [200]


def test_a_refused_call_counts_for_nothing(mock: Mock):
    mock.set_limit("key", requests_per_second=1, burst=1, requests=2)
    assert statuses(mock, 4) == [200, 429, 429, 429]
    mock.advance(5)
    assert statuses(mock, 1) == [200]


@pytest.mark.parametrize(
    "wrong", [{"requests": -1}, {"requests_per_second": 0}, {"burst": "3"}, {"requests_per_day": 1}]
)
def test_wrong_limits(mock: Mock, wrong: dict[str, object]):
    with pytest.raises(ApiError) as refused:
        mock.set_limit("key", **wrong)
    assert refused.value.fields["details"]["violations"]
    assert mock.limits() == []
