"""Python names for the API's words, by one rule.

A wire name becomes snake_case; what Python or the runtime already calls so gets an underscore behind it (`class_`),
what starts with a digit one in front (`_3d`). Components keep their PascalCase.
"""

import builtins
import keyword
import re
from collections.abc import Iterable

#: Words that annotations of the generated classes use: a member of that name would hide them in the class's own scope.
ANNOTATION_WORDS = frozenset({"Any", "Literal", "Mapping", "Sequence", "bool", "dict", "float", "int", "list", "str"})


def snake(name: str) -> str:
    """`nextToken` -> `next_token`, `quality-gate` -> `quality_gate`, `costP50CU` -> `cost_p50_cu`."""
    name = re.sub(r"\W+", "_", name).strip("_")
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def pascal(name: str) -> str:
    """`models` -> `Models`, `training-sets` -> `TrainingSets`."""
    return "".join(word.capitalize() for word in snake(name).split("_"))


def constant(name: str) -> str:
    """`listModels` -> `LIST_MODELS`, `ModelType` -> `MODEL_TYPE`."""
    return snake(name).upper()


def identifier(name: str, taken: Iterable[str] = ()) -> str:
    """The snake_case Python name of a wire name, beside names that are `taken`."""
    python = snake(name)
    if not python or python[0].isdigit():
        python = f"_{python}"
    while keyword.iskeyword(python) or python in taken:
        python += "_"
    return python


def member(name: str, taken: Iterable[str] = ()) -> str:
    """The name of a property or method: like `identifier`, and hiding no word of the class's annotations."""
    return identifier(name, {*taken, *ANNOTATION_WORDS, "property"})


def is_class_name(name: str) -> bool:
    """True for what can name a generated class or alias: PascalCase, and no builtin."""
    shaped = re.fullmatch(r"[A-Z][A-Za-z0-9]*", name) is not None
    return shaped and not keyword.iskeyword(name) and not hasattr(builtins, name)
