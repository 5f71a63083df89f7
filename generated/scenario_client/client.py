"""The two clients: the runtime's, with a resource for each tag of the API, made when it is first used."""

from __future__ import annotations

from functools import cached_property

from ._runtime.async_client import AsyncClient
from ._runtime.sync_client import SyncClient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .resources.assets import Assets, AsyncAssets
    from .resources.generate import AsyncGenerate, Generate
    from .resources.jobs import AsyncJobs, Jobs
    from .resources.models import AsyncModels, Models
    from .resources.search import AsyncSearch, Search

__all__ = ["AsyncScenario", "Scenario"]


class Scenario(SyncClient):
    """The Scenario API.

    Keys, address and limits are taken from the arguments, else from the environment (SCENARIO_SDK_API_KEY and
    SCENARIO_SDK_API_SECRET, or SCENARIO_API_KEY and SCENARIO_API_SECRET; SCENARIO_BASE_URL).

        with Scenario() as client:
            for model in client.models.list(privacy="public"):
                print(model.id, model.name)
    """

    @cached_property
    def models(self) -> Models:
        """Catalogue of the models that can generate, private and public."""
        from .resources.models import Models

        return Models(self)

    @cached_property
    def search(self) -> Search:
        """Text, semantic and picture search over assets and models, with filters."""
        from .resources.search import Search

        return Search(self)

    @cached_property
    def generate(self) -> Generate:
        """Start a generation or ask for a small one and get its result with the answer."""
        from .resources.generate import Generate

        return Generate(self)

    @cached_property
    def jobs(self) -> Jobs:
        """Follow work that runs in the background."""
        from .resources.jobs import Jobs

        return Jobs(self)

    @cached_property
    def assets(self) -> Assets:
        """The pictures, videos, sounds, 3D files and texts that were uploaded or generated."""
        from .resources.assets import Assets

        return Assets(self)


class AsyncScenario(AsyncClient):
    """The Scenario API, asynchronously: the same calls, awaited.

    async with AsyncScenario() as client:
        async for model in client.models.list(privacy="public"):
            print(model.id, model.name)
    """

    @cached_property
    def models(self) -> AsyncModels:
        """Catalogue of the models that can generate, private and public."""
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def search(self) -> AsyncSearch:
        """Text, semantic and picture search over assets and models, with filters."""
        from .resources.search import AsyncSearch

        return AsyncSearch(self)

    @cached_property
    def generate(self) -> AsyncGenerate:
        """Start a generation or ask for a small one and get its result with the answer."""
        from .resources.generate import AsyncGenerate

        return AsyncGenerate(self)

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Follow work that runs in the background."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self)

    @cached_property
    def assets(self) -> AsyncAssets:
        """The pictures, videos, sounds, 3D files and texts that were uploaded or generated."""
        from .resources.assets import AsyncAssets

        return AsyncAssets(self)
