"""Faker methods for this domain: what the contract's `x-faker` keywords that start with `scenario_` name.

Everything is drawn from the Faker instance's own random source, so one seed gives one sequence. The words come from
`words`, the ids from `ids`. The world is made of the same words and ids, but without Faker in between: importing Faker
costs as much as making a whole world, and each call through it several times what the draw itself costs. So this
module and `fake` are imported by those who need values for schemas, and not at the start of a mock.
"""

from __future__ import annotations

import base64
import random

from faker import Faker
from faker.providers import BaseProvider

from . import pictures, words
from .anchor import before_anchor
from .chance import pick, whole
from .ids import new_id

MIME_TYPES = ("image/png", "image/png", "image/jpeg", "image/webp", "video/mp4", "audio/mpeg", "model/gltf-binary")
INPUT_NAMES = (
    "prompt", "negativePrompt", "aspectRatio", "image", "referenceImages", "mask", "width", "height", "numOutputs",
    "guidance", "seed", "duration", "strength", "loras", "lorasScale", "voice", "quality", "resolution",
)  # fmt: skip
PLANS = ("cu-starter-q3-25", "cu-pro-q3-25", "cu-max-q3-25", "cu-enterprise-q3-25")
LICENSES = (
    "https://www.apache.org/licenses/LICENSE-2.0", "https://opensource.org/license/mit",
    "https://creativecommons.org/licenses/by/4.0/", "https://example.com/legal/model-terms",
)  # fmt: skip
CLASSES = (
    "art-style-character-design", "art-style-pixel-art", "art-style-concept-art", "subject-person", "subject-animal",
    "object-game-prop", "environment-landscape", "interface-icon",
)  # fmt: skip
NODE_VERBS = ("generate", "upscale", "review", "describe", "cut-out", "vectorize", "loop", "fallback")
# Prices seen on one submission or another are quarters and eighths of a Creative Unit.
PRICES = (0.125, 0.5, 0.75, 1.25, 1.75, 3.0, 3.75, 5.0, 6.0, 7.25, 9.0, 11.0, 16.0, 25.0, 60.0)


def make_faker(rng: random.Random) -> Faker:
    """A Faker (locale en_US) with this domain's methods; seeded from `rng` alone, never through Faker's globals."""
    fake = Faker("en_US")
    fake.seed_instance(rng.getrandbits(64))
    fake.add_provider(ScenarioProvider)
    return fake


class ScenarioProvider(BaseProvider):
    """Realistic values of the generative AI domain."""

    @property
    def _rng(self) -> random.Random:
        rng: random.Random = self.generator.random
        return rng

    def _pick(self, table: tuple[str, ...]) -> str:
        return pick(self._rng, table)

    # ids

    def scenario_model_id(self) -> str:
        return new_id("model", self._rng)

    def scenario_asset_id(self) -> str:
        return new_id("asset", self._rng)

    def scenario_job_id(self) -> str:
        return new_id("job", self._rng)

    def scenario_project_id(self) -> str:
        return new_id("proj", self._rng)

    def scenario_team_id(self) -> str:
        return new_id("team", self._rng)

    def scenario_user_id(self) -> str:
        return new_id("user", self._rng)

    def scenario_collection_id(self) -> str:
        return new_id("collection", self._rng)

    def scenario_workflow_id(self) -> str:
        return new_id("workflow", self._rng)

    def scenario_inference_id(self) -> str:
        return new_id("inference", self._rng)

    def scenario_node_id(self) -> str:
        return f"node_{self._pick(NODE_VERBS)}-{whole(self._rng, 1, 40)}"

    def scenario_base_model_id(self) -> str:
        return self._pick(words.BASE_MODELS)

    def scenario_epoch_hash(self) -> str:
        """The name of a training epoch: six digits."""
        return f"{whole(self._rng, 1, 40):06d}"

    def scenario_trace_id(self) -> str:
        """A gateway's trace id: version, seconds in hexadecimal, 96 random bits."""
        seconds = self.scenario_millis() // 1000
        return f"1-{seconds:08x}-{self._rng.getrandbits(96):024x}"

    # texts

    def scenario_prompt(self) -> str:
        return words.prompt(self._rng)

    def scenario_negative_prompt(self) -> str:
        return words.negative_prompt(self._rng)

    def scenario_model_name(self) -> str:
        return words.model_name(self._rng)

    def scenario_asset_name(self) -> str:
        return words.asset_name(self._rng)

    def scenario_tag(self) -> str:
        return self._pick(words.theme(self._rng).tags)

    def scenario_short_description(self) -> str:
        return words.short_description(self._rng)

    def scenario_caption(self) -> str:
        return words.caption(self._rng)

    def scenario_file_name(self) -> str:
        return words.file_name(self._rng)

    def scenario_error_reason(self) -> str:
        return self._pick(words.REASONS)

    def scenario_hint(self) -> str:
        return self._pick(words.HINTS)

    # settings

    def scenario_seed(self) -> str:
        return words.seed_text(self._rng)

    def scenario_scheduler(self) -> str:
        return self._pick(words.SCHEDULERS)

    def scenario_aspect_ratio(self) -> str:
        return self._pick(words.RATIOS)

    def scenario_mime_type(self) -> str:
        return self._pick(MIME_TYPES)

    def scenario_input_name(self) -> str:
        return self._pick(INPUT_NAMES)

    def scenario_plan(self) -> str:
        return self._pick(PLANS)

    def scenario_class_slug(self) -> str:
        return self._pick(CLASSES)

    def scenario_cu_cost(self) -> float:
        """A price in Creative Units."""
        return pick(self._rng, PRICES)

    def scenario_millis(self) -> int:
        """A time in milliseconds since the epoch, in the year before the fixed anchor."""
        return before_anchor(self._rng)

    # addresses and files

    def scenario_asset_url(self) -> str:
        return f"https://cdn.cloud.scenario.com/assets/{self.scenario_asset_id()}"

    def scenario_license_url(self) -> str:
        return self._pick(LICENSES)

    def scenario_data_url(self) -> str:
        """A small real PNG as a data URL, 64 pixels square."""
        png = pictures.draw_png(self.scenario_seed(), 64, 64, self.scenario_prompt())
        return "data:image/png;base64," + base64.b64encode(png).decode()
