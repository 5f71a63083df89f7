"""What the runtime must know of one operation of the API; the generated code holds one constant for each."""

from __future__ import annotations


class Operation:
    """One operation. Treat it as a constant; operations are equal only to themselves."""

    __slots__ = ("csv", "id", "method", "path", "priced", "retry_safe", "spends")

    id: str
    """Its operationId, such as `listModels`."""
    method: str
    """In capitals, such as `GET`."""
    path: str
    """Below the base URL, with its parameters in braces: `/models/{modelId}`."""
    csv: frozenset[str]
    """Names of the query parameters whose lists are sent as one comma separated value."""
    retry_safe: bool
    """A repeat can neither pay nor create twice."""
    spends: bool
    """A call may cost Creative Units."""
    priced: bool
    """The call has `dryRun`: it can be priced instead of run."""

    def __init__(
        self,
        id: str,  # noqa: A002  the contract's word
        method: str,
        path: str,
        csv: frozenset[str] = frozenset(),
        retry_safe: bool = False,
        spends: bool = False,
        priced: bool = False,
    ) -> None:
        self.id = id
        self.method = method
        self.path = path
        self.csv = csv
        self.retry_safe = retry_safe
        self.spends = spends
        self.priced = priced

    def __repr__(self) -> str:
        return f"<Operation {self.id}: {self.method} {self.path}>"
