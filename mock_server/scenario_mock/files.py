"""Signed addresses of the files behind assets, as the service's CDN has them.

An asset's row holds the canonical CDN address. On the way out it becomes `<origin>/__mock__/files/<assetId>` with
`Expires`, `Signature` and `Key-Pair-Id`, so that it downloads offline; as with the real ones the query must be kept.
"""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import quote

from .errors import ApiError

CDN = "https://cdn.cloud.scenario.com/assets/"
OPENING = f'"{CDN}'.encode()
FIELDS = (b'"url":', b'"downloadUrl":')
"""Where addresses stand; what a caller wrote elsewhere, in a prompt say, comes back as it was."""
MOST_REMEMBERED = 100_000
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
        # Addresses made within one quantum of time expire together, so that they can be remembered.
        self._quantum = max(1, seconds // 12)
        self._signed_for: tuple[str, int] = ("", 0)
        self._signed: dict[bytes, bytes] = {}

    def _address(self, asset_id: str, origin: str, expires: int) -> str:
        """An address below `origin` that serves the asset's file until it expires, in seconds since the epoch."""
        query = f"Expires={expires}&Signature={self._signature(asset_id, expires)}&Key-Pair-Id={KEY_PAIR_ID}"
        return f"{origin}{ROUTE}{quote(asset_id, safe='')}?{query}"

    def good_until_ms(self, now_ms: int) -> int:
        """Until when `localize` gives what it gives now, in milliseconds since the epoch."""
        return (now_ms // 1000 // self._quantum + 1) * self._quantum * 1000

    def check(self, asset_id: str, query: dict[str, str], now_ms: int) -> None:
        """Raise ApiError 403 unless `query` carries an unexpired signature for `asset_id`."""
        expires = query.get("Expires", "")
        good = expires.isdecimal() and len(expires) < 12
        expected = self._signature(asset_id, int(expires) if good else 0)
        if not good or not hmac.compare_digest(expected.encode(), query.get("Signature", "").encode()):
            raise ApiError(403, {"message": "Access Denied", "reason": "The signature does not fit the address"})
        if int(expires) * 1000 < now_ms:
            raise ApiError(403, {"message": "Access Denied", "reason": "The address has expired; read the asset again"})

    def localize(self, encoded: bytes, origin: str, now_ms: int) -> bytes:
        """Encoded JSON with every canonical address in it replaced by a signed one."""
        first, *others = encoded.split(OPENING)
        if not others:
            return encoded
        second = now_ms // 1000
        expires = second - second % self._quantum + self._seconds
        if (origin, expires) != self._signed_for:
            self._signed_for, self._signed = (origin, expires), {}
        signed, before, parts = self._signed, first, [first]
        for other in others:
            if before.endswith(FIELDS):
                asset_id, _, before = other.partition(b'"')
                parts += (signed.get(asset_id) or self._sign(asset_id), before)
            else:
                parts += (OPENING, other)
                before = other
        return b"".join(parts)

    def _sign(self, asset_id: bytes) -> bytes:
        """The quoted address of an asset's file under the origin and until the time that are signed for now."""
        if len(self._signed) >= MOST_REMEMBERED:
            self._signed.clear()
        address = self._address(asset_id.decode(), *self._signed_for)
        signed = self._signed[asset_id] = f'"{address}"'.encode()
        return signed

    def _signature(self, asset_id: str, expires: int) -> str:
        return hmac.new(self._key, f"{asset_id}\n{expires}".encode(), hashlib.sha256).hexdigest()[:32]
