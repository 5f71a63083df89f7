"""Signed addresses of the files behind assets, as the service's CDN has them.

An asset's row holds the canonical CDN address. On the way out it becomes `<origin>/__mock__/files/<assetId>` with
`Expires`, `Signature` and `Key-Pair-Id`, so that it downloads offline; as with the real ones the query must be kept.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Any
from urllib.parse import quote

from .errors import ApiError

CDN = "https://cdn.cloud.scenario.com/assets/"
ROUTE = "/__mock__/files/"
KEY_PAIR_ID = "SCENARIOMOCK"


def canonical(asset_id: str) -> str:
    """The address that an asset's row holds."""
    return CDN + asset_id


class Signer:
    """Signs and checks file addresses with a key made from the mock's seed."""

    def __init__(self, seed: int, seconds: int) -> None:
        self._key = hashlib.sha256(f"scenario-mock files {seed}".encode()).digest()
        self._seconds = seconds

    def address(self, asset_id: str, origin: str, now_ms: int) -> str:
        """An address below `origin` that serves the asset's file until it expires."""
        expires = now_ms // 1000 + self._seconds
        query = f"Expires={expires}&Signature={self._signature(asset_id, expires)}&Key-Pair-Id={KEY_PAIR_ID}"
        return f"{origin}{ROUTE}{quote(asset_id, safe='')}?{query}"

    def check(self, asset_id: str, query: dict[str, str], now_ms: int) -> None:
        """Raise ApiError 403 unless `query` carries an unexpired signature for `asset_id`."""
        expires = query.get("Expires", "")
        good = expires.isdecimal() and len(expires) < 12
        expected = self._signature(asset_id, int(expires) if good else 0)
        if not good or not hmac.compare_digest(expected, query.get("Signature", "")):
            raise ApiError(403, {"message": "Access Denied", "reason": "The signature does not fit the address"})
        if int(expires) * 1000 < now_ms:
            raise ApiError(403, {"message": "Access Denied", "reason": "The address has expired; read the asset again"})

    def localize(self, value: Any, origin: str, now_ms: int) -> Any:
        """`value` with every canonical address in it replaced by a signed one."""
        if isinstance(value, dict):
            return {key: self.localize(part, origin, now_ms) for key, part in value.items()}
        if isinstance(value, list):
            return [self.localize(part, origin, now_ms) for part in value]
        if isinstance(value, str) and value.startswith(CDN):
            return self.address(value[len(CDN) :], origin, now_ms)
        return value

    def _signature(self, asset_id: str, expires: int) -> str:
        return hmac.new(self._key, f"{asset_id}\n{expires}".encode(), hashlib.sha256).hexdigest()[:32]
