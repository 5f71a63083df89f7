"""What stops a generation."""


class Refusal(Exception):
    """The document or the installation does not give a whole client. `problems` has one line or block per cause."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
