"""How bad a change is: the table of all rules.

A change narrows or widens what is allowed. Requests are contravariant: a server that takes less breaks its callers, one
that takes more does not. Responses are covariant: a server that sends what it never sent breaks its readers, one that
sends less kinds of things does not. So each rule has a severity for either direction.

| severity | meaning |
|---|---|
| breaking | code that was right is wrong now |
| risky | right code may get something else than it expects, or nobody can tell from the document |
| additive | something new that old code does not notice |
| note | nothing that code can notice |
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How bad; the worst is the largest."""

    NOTE = 0
    ADDITIVE = 1
    RISKY = 2
    BREAKING = 3

    @property
    def word(self) -> str:
        """As people read it."""
        return self.name.lower()


N, A, R, B = Severity.NOTE, Severity.ADDITIVE, Severity.RISKY, Severity.BREAKING


@dataclass(frozen=True)
class Rule:
    """A kind of change: its severities, what it is called when the two documents swap places, what it says."""

    request: Severity
    response: Severity
    opposite: str
    says: str


def _table(rows: str) -> dict[str, Rule]:
    letters = {"N": N, "A": A, "R": R, "B": B}
    rules = {}
    for row in rows.strip().splitlines():
        name, severities, opposite, says = (cell.strip() for cell in row.split("|"))
        rules[name] = Rule(letters[severities[0]], letters[severities[1]], opposite or name, says)
    return rules


# name | severity in requests, in responses (what stands outside both has the same twice) | opposite | what it says
RULES = _table(
    """
    type-changed             | BB |                          | another JSON type, nothing of the old one is left
    type-removed             | BN | type-added               | a JSON type is no longer possible
    type-added               | AB | type-removed             | a JSON type is possible that was not
    null-removed             | BN | null-added               | null is no longer possible
    null-added               | AB | null-removed             | null is possible
    fractions-removed        | BN | fractions-added          | whole numbers only, where any number was possible
    fractions-added          | AB | fractions-removed        | any number, where it was whole numbers only
    values-closed            | BN | values-freed             | a closed list of values, where others were possible
    values-freed             | AB | values-closed            | no closed list of values any more
    value-removed            | BN | value-added              | a value of a closed list is gone
    value-added              | AB | value-removed            | a value more in a closed list
    known-value-removed      | RN | known-value-added        | a known value of an open list is gone
    known-value-added        | AA | known-value-removed      | a known value more in an open list
    known-values-listed      | NN | known-values-unlisted    | an open list of values, where there was none
    known-values-unlisted    | NN | known-values-listed      | no open list of values any more
    value-retired            | RN | value-unretired          | a value must not be sent by new code
    value-unretired          | AN | value-retired            | a retired value may be sent again
    legacy-word-added        | NA | legacy-word-removed      | an older word for a known value
    legacy-word-removed      | NR | legacy-word-added        | an older word is no longer explained
    value-group-changed      | RR |                          | a named group of values has other members
    bound-tightened          | BN | bound-loosened           | a bound allows less
    bound-loosened           | AR | bound-tightened          | a bound allows more
    pattern-added            | BN | pattern-removed          | text must match a pattern
    pattern-removed          | AR | pattern-added            | text need not match a pattern any more
    pattern-changed          | RR |                          | text must match another pattern
    format-added             | RN | format-removed           | text or number has a format
    format-removed           | AR | format-added             | text or number has no format any more
    format-changed           | RR |                          | another format
    field-removed            | BB | field-added              | a field is gone
    field-added              | AA | field-removed            | a field more
    required-field-removed   | BB | required-field-added     | a field that was always there is gone
    required-field-added     | BA | required-field-removed   | a field more, always there
    field-became-required    | BA | field-became-optional    | a field must be there now
    field-became-optional    | AB | field-became-required    | a field may be missing now
    object-closed            | BN | object-opened            | no other fields are possible any more
    object-opened            | AR | object-closed            | other fields are possible
    alternative-removed      | BN | alternative-added        | one of several forms is gone
    alternative-added        | AB | alternative-removed      | one form more
    default-changed          | RN |                          | leaving it out means something else
    default-added            | NN | default-removed          | what leaving it out means is stated
    default-removed          | RN | default-added            | what leaving it out means is no longer stated
    filter-field-removed     | BN | filter-field-added       | a filter can no longer name a field
    filter-field-added       | AA | filter-field-removed     | a filter can name a field more
    filter-field-changed     | BN |                          | a field has another type in filters
    sort-field-removed       | BN | sort-field-added         | nothing can be sorted by a field any more
    sort-field-added         | AA | sort-field-removed       | a field more to sort by
    keyword-changed          | RR |                          | a schema keyword that is not compared in depth differs
    fact-changed             | NN |                          | another fact (x-...) about it
    deprecated               | NN | undeprecated             | discouraged from now on
    undeprecated             | NN | deprecated               | no longer discouraged
    operation-removed        | BB | operation-added          | the whole operation is gone
    operation-added          | AA | operation-removed        | a new operation
    operation-moved          | BB |                          | another method or path
    operation-renamed        | RR |                          | another operationId on the same method and path
    client-call-renamed      | BB |                          | the generated client calls it by another name
    client-call-named        | NN | client-call-unnamed      | the contract names the client's call
    client-call-unnamed      | NN | client-call-named        | the contract no longer names the client's call
    words-changed            | NN |                          | an operation is described in other words
    parameter-removed        | BB | parameter-added          | a parameter is gone
    parameter-added          | AA | parameter-removed        | an optional parameter more
    required-parameter-added | BB | required-parameter-removed | callers must give a new parameter
    required-parameter-removed | BB | required-parameter-added | a parameter that had to be given is gone
    parameter-became-required | BB | parameter-became-optional | a parameter must be given now
    parameter-became-optional | AA | parameter-became-required | a parameter may be left out now
    parameter-style-changed  | BB |                          | the value is written in another way
    path-parameter-renamed   | RR |                          | another name for the same place in the path
    body-removed             | BB | body-added               | the request has no body any more
    body-added               | AA | body-removed             | the request may have a body
    required-body-added      | BB | required-body-removed    | the request must have a body
    required-body-removed    | BB | required-body-added      | the body that had to be given is gone
    body-became-required     | BB | body-became-optional     | the body must be given now
    body-became-optional     | AA | body-became-required     | the body may be left out now
    content-type-removed     | BB | content-type-added       | a content type is gone
    content-type-added       | AR | content-type-removed     | a content type more
    success-removed          | BB | success-added            | an answer of success is gone
    success-added            | RR | success-removed          | a new answer of success
    failure-removed          | NN | failure-added            | a failure is no longer described
    failure-added            | RR | failure-removed          | a failure that nothing described
    failure-specified        | AA | failure-unspecified      | a failure that a range or the default covered
    failure-unspecified      | NN | failure-specified        | a failure left to a range or the default
    header-removed           | RR | header-added             | an optional header of the answer is gone
    header-added             | AA | header-removed           | an optional header more
    required-header-removed  | BB | required-header-added    | a header that was always there is gone
    required-header-added    | AA | required-header-removed  | a header more, always there
    header-became-optional   | BB | header-became-required   | a header may be missing now
    header-became-required   | AA | header-became-optional   | a header is always there now
    link-removed             | NN | link-added               | a link is gone
    link-added               | NN | link-removed             | a link more
    link-changed             | NN |                          | a link leads elsewhere
    security-removed         | BB | security-added           | a way to authenticate is gone
    security-added           | AA | security-removed         | one way more to authenticate
    security-scheme-changed  | BB |                          | a way to authenticate works differently
    server-removed           | BB | server-added             | an address of the service is gone
    server-added             | AA | server-removed           | an address more
    refusal-added            | BB | refusal-removed          | a condition: who does not meet it is refused
    refusal-removed          | AA | refusal-added            | what was refused is not any more
    condition-added          | RR | condition-removed        | a condition: what breaks it is ignored, or nobody knows
    condition-removed        | AA | condition-added          | a condition is gone
    now-changes-something    | BB | now-only-reads           | a call that only read changes something
    now-only-reads           | AA | now-changes-something    | a call changes nothing any more
    now-costs                | BB | now-free                 | a call that was free may cost
    now-free                 | AA | now-costs                | a call costs nothing any more
    now-unsafe-to-retry      | BB | now-safe-to-retry        | a repeat may pay or create twice
    now-safe-to-retry        | AA | now-unsafe-to-retry      | a repeat is safe
    traffic-operation        | RR |                          | recorded: a call that is no operation of the contract
    traffic-query            | RR |                          | recorded: a query parameter unknown to the contract
    traffic-request          | RR |                          | recorded: the service took what the contract refuses
    traffic-success          | BB |                          | recorded: an answer of success unknown to the contract
    traffic-failure          | RR |                          | recorded: a failure unknown to the contract
    traffic-content-type     | BB |                          | recorded: a content type unknown to the contract
    traffic-not-json         | BB |                          | recorded: an answer that calls itself JSON and is not
    traffic-field            | AA |                          | recorded: a field unknown to the contract
    traffic-value            | AA |                          | recorded: a value that an open list does not have
    traffic-answer           | BB |                          | recorded: an answer that its schema forbids
    sdk-only                 | AA |                          | the SDK has it, the contract does not, for no reason
    sdk-lacks                | NN |                          | the contract has it, the SDK does not, for no reason
    sdk-differs              | RR |                          | the SDK and the contract differ, for no reason
    sdk-stale-reason         | NN |                          | a reason is given for a difference that is not there
    """
)
