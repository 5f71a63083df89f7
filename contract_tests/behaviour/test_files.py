"""Files: the address of an asset leads to what the asset says: its type, its size, its width and height."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image

from contract_tests.behaviour.generating import Watched
from contract_tests.behaviour.lists import LISTINGS
from contract_tests.calls import Answer, Caller
from contract_tests.exchanges import Broken
from contract_tests.targets import Target

pytestmark = pytest.mark.target

MOST_FILES = 6


def file_holds(target: Target, asset: Mapping[str, Any], shown: Answer) -> None:
    """The file behind an asset is what the asset says."""
    with target.client() as client, target.watched() as seen:
        try:
            response = client.get(asset["url"])
        except httpx.HTTPError as error:
            raise Broken("downloadFile", "files_download", "the file", str(error), shown.exchange) from error

    def must(holds: object, rule: str, expected: object, came: object) -> None:
        if not holds:
            raise Broken("downloadFile", rule, expected, came, shown.exchange, seen[-1])

    must(response.status_code == 200, "files_download", 200, response.status_code)
    kind = response.headers.get("content-type", "").split(";")[0]
    must(kind == asset["mimeType"], "files_have_their_type", asset["mimeType"], kind)
    size = asset["properties"].get("size")
    must(size in (None, len(response.content)), "files_have_their_size", size, len(response.content))
    if asset["kind"] != "image" or asset["mimeType"] not in ("image/png", "image/jpeg", "image/webp"):
        return
    try:
        with Image.open(BytesIO(response.content)) as image:
            image.load()
            sides = {"width": image.width, "height": image.height}
    except OSError as error:
        raise Broken("downloadFile", "files_are_what_they_say", asset["mimeType"], str(error), seen[-1]) from error
    stated = {name: asset["properties"].get(name, value) for name, value in sides.items()}
    must(stated == sides, "pictures_have_their_size", stated, sides)


def test_files_of_assets_that_are_there(target: Target, walks: Any):
    every = walks(LISTINGS[3])
    if not every.rows:
        pytest.skip("the target has no assets")
    by_kind: dict[str, Mapping[str, Any]] = {}
    for row in every.rows:
        by_kind.setdefault(row["mimeType"], row)
    for row in list(by_kind.values())[:MOST_FILES]:
        file_holds(target, row, every.pages[0])


@pytest.mark.changes
def test_files_of_new_assets(call: Caller, target: Target, runs: list[Watched]):
    for run in (runs[0], runs[-1]):
        for asset in run.assets:
            answer = call("retrieveAsset", path={"assetId": asset})
            file_holds(target, answer.json["asset"], answer)
