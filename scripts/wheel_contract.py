"""Build hook: a wheel that is installed for good carries the contract; an editable one leads to the checkout's."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ContractHook(BuildHookInterface[Any]):
    """Adds spec/openapi.yaml to scenario_mock. As a setting it would leave a stray copy beside editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; `version` is the kind of wheel."""
        if version != "editable":
            build_data["force_include"]["spec/openapi.yaml"] = "scenario_mock/openapi.yaml"
