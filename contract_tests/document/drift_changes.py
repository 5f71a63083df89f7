"""Single changes of `samples/drift.yaml`: where, to what, and what `scripts/drift` has to make of each.

A row is (pointer, value, findings); a finding is `severity rule path`, the path as in reports. The severity is for the
change as it stands; turned around, each rule must become its opposite.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drift_report.documents import Document, parsed

from contract_tests.document.tiny import REMOVED, changed

FILE = Path(__file__).parent / "samples" / "drift.yaml"
LIST, MAKE, ONE = "/paths/~1things/get", "/paths/~1things/post", "/paths/~1things~1{thingId}"
SCHEMAS = "/components/schemas"
NEW, THING, PAGE = f"{SCHEMAS}/NewThing", f"{SCHEMAS}/Thing", f"{SCHEMAS}/Page"
SENT, GOT = f"{NEW}/properties", f"{THING}/properties"
BEARER = {"type": "http", "scheme": "digest"}
TITLED = {"type": "object", "title": "T", "required": ["t"]}
REFUSED = {"rule": "excludes", "parameters": ["q", "kind"], "violation": "refused", "description": "Not both."}
TOGETHER = {"rule": "together", "parameters": ["q", "kind"], "violation": "ignored", "description": "Both."}

OPERATIONS: list[tuple[str, Any, str]] = [
    (LIST, REMOVED, "breaking operation-removed"),
    (f"{ONE}/get", REMOVED, "risky operation-removed"),
    (f"{ONE}/delete", {"operationId": "dropThing", "responses": {}}, "additive operation-added"),
    (f"{LIST}/operationId", "allThings", "risky operation-renamed"),
    (f"{LIST}/x-client-method", "all", "breaking client-call-renamed"),
    (f"{LIST}/tags", ["stuff"], "breaking client-call-renamed"),
    (f"{LIST}/x-client-method", REMOVED, "note client-call-unnamed"),
    (f"{LIST}/description", "Other words.", "note words-changed"),
    (f"{LIST}/deprecated", True, "note deprecated"),
    (f"{ONE}/get/deprecated", False, "note undeprecated"),
    (f"{LIST}/x-read-only", False, "breaking now-changes-something"),
    (f"{LIST}/x-spends-credits", True, "breaking now-costs"),
    (f"{LIST}/x-retry-safe", False, "breaking now-unsafe-to-retry"),
    (f"{MAKE}/x-spends-credits", False, "additive now-free"),
    (f"{LIST}/x-other", 1, "note fact-changed"),
    (f"{LIST}/x-constraints/-", TOGETHER, "risky condition-added"),
    (f"{LIST}/x-constraints/-", REFUSED, "breaking refusal-added"),
    (f"{LIST}/x-constraints", [], "additive condition-removed"),
    (f"{LIST}/x-constraints/0/violation", "refused", "breaking refusal-added, additive condition-removed"),
    (f"{LIST}/x-constraints/0/violation", "ignored", ""),
    (f"{LIST}/security", [{"key": []}], "breaking security-removed"),
    (f"{LIST}/security", [{"token": []}, {"key": []}, {}], "additive security-added"),
    (f"{LIST}/security", [{"token": []}, {"key": []}], ""),
    ("/components/securitySchemes/token", BEARER, "breaking security-scheme-changed"),
    ("/servers/0/url", "https://example.com/v2", "breaking server-removed, additive server-added"),
    (f"{LIST}/responses/201", {"description": "."}, "risky success-added 201"),
    (f"{LIST}/responses/200", REMOVED, "breaking success-removed 200"),
    (f"{LIST}/responses/409", {"description": "."}, "additive failure-specified 409"),
    (f"{LIST}/responses/404", REMOVED, "note failure-unspecified 404"),
    (f"{MAKE}/responses/409", {"description": "."}, "risky failure-added 409"),
    (f"{MAKE}/responses/400", REMOVED, "note failure-removed 400"),
    (f"{LIST}/responses/200/headers/X-Total", REMOVED, "breaking required-header-removed 200.header.x-total"),
    (f"{LIST}/responses/200/headers/X-Page", REMOVED, "risky header-removed 200.header.x-page"),
    (f"{LIST}/responses/200/headers/X-New", {"schema": {}}, "additive header-added 200.header.x-new"),
    (f"{LIST}/responses/200/headers/X-Total/required", False, "breaking header-became-optional 200.header.x-total"),
    (f"{LIST}/responses/200/headers/X-Page/schema/type", "string", "breaking type-changed 200.header.x-page"),
    (f"{LIST}/responses/200/content/text~1csv", {}, "risky content-type-added 200"),
    (f"{LIST}/responses/200/content", {}, "breaking content-type-removed 200"),
    (f"{LIST}/responses/200/links/first/operationId", "other", "note link-changed 200.link.first"),
    (f"{LIST}/responses/200/links", {}, "note link-removed 200.link.first"),
    (f"{MAKE}/requestBody", REMOVED, "breaking required-body-removed body"),
    (f"{MAKE}/requestBody/required", False, "additive body-became-optional body"),
    (f"{LIST}/requestBody", {"required": True, "content": {}}, "breaking required-body-added body"),
    (f"{LIST}/requestBody", {"content": {}}, "additive body-added body"),
    (f"{MAKE}/requestBody/content/text~1csv", {}, "additive content-type-added body"),
    (f"{MAKE}/requestBody/content", {}, "breaking content-type-removed body"),
]

PARAMETERS: list[tuple[str, Any, str]] = [
    (f"{LIST}/parameters/0", REMOVED, "breaking parameter-removed query.kind"),
    (f"{LIST}/parameters/5", REMOVED, "risky parameter-removed query.old"),
    (f"{LIST}/parameters/3", REMOVED, "breaking required-parameter-removed query.team"),
    (f"{LIST}/parameters/-", {"name": "x", "in": "query", "schema": {}}, "additive parameter-added query.x"),
    (
        f"{LIST}/parameters/-",
        {"name": "X-A", "in": "header", "required": True, "schema": {}},
        "breaking required-parameter-added header.X-A",
    ),
    (f"{LIST}/parameters/0/required", True, "breaking parameter-became-required query.kind"),
    (f"{LIST}/parameters/3/required", False, "additive parameter-became-optional query.team"),
    (f"{LIST}/parameters/0/name", "sort", "breaking parameter-removed query.kind, additive parameter-added query.sort"),
    (f"{LIST}/parameters/4/explode", True, "breaking parameter-style-changed query.tags"),
    (f"{LIST}/parameters/0/deprecated", True, "note deprecated query.kind"),
    (f"{LIST}/parameters/0/schema/enum", ["big"], 'breaking value-removed query.kind "small"'),
    (f"{LIST}/parameters/0/schema/enum/-", "huge", 'additive value-added query.kind "huge"'),
    (f"{LIST}/parameters/0/schema/enum", REMOVED, "additive values-freed query.kind"),
    (f"{LIST}/parameters/1/schema/minLength", 2, "breaking bound-tightened query.q"),
    (f"{LIST}/parameters/1/schema/maxLength", 8, "breaking bound-tightened query.q"),
    (f"{LIST}/parameters/1/schema/maxLength", 10, "additive bound-loosened query.q"),
    (f"{LIST}/parameters/1/schema/pattern", "^b", "risky pattern-changed query.q"),
    (f"{LIST}/parameters/1/schema/pattern", REMOVED, "additive pattern-removed query.q"),
    (f"{LIST}/parameters/3/schema/pattern", "^b", "breaking pattern-added query.team"),
    (f"{LIST}/parameters/1/schema/format", "date-time", "risky format-changed query.q"),
    (f"{LIST}/parameters/3/schema/format", "date", "risky format-added query.team"),
    (f"{LIST}/parameters/2/schema/maximum", 40, "breaking bound-tightened query.size"),
    (f"{LIST}/parameters/2/schema/minimum", 0, "additive bound-loosened query.size"),
    (f"{LIST}/parameters/2/schema/maximum", REMOVED, "additive bound-loosened query.size"),
    (f"{LIST}/parameters/2/schema/type", "number", "additive fractions-added query.size"),
    (f"{LIST}/parameters/2/schema/type", "string", "breaking type-changed query.size"),
    (f"{LIST}/parameters/2/schema/x-default", 20, "risky default-changed query.size"),
    (f"{LIST}/parameters/2/schema/x-default", REMOVED, "risky default-removed query.size"),
    (f"{LIST}/parameters/3/schema/x-default", "mine", "note default-added query.team"),
    (f"{LIST}/parameters/4/schema/maxItems", 4, "breaking bound-tightened query.tags"),
    (f"{LIST}/parameters/4/schema/items/type", "integer", "breaking type-changed query.tags[]"),
    (f"{LIST}/parameters/4/schema/items/x-faker", "word", "note fact-changed query.tags[]"),
    (f"{ONE}/get/parameters/0/schema/x-opaque", "thingId", "note fact-changed path.thingId"),
]

BODIES: list[tuple[str, Any, str]] = [
    (f"{SENT}/more", {"type": "string"}, "additive field-added body.more"),
    (f"{SENT}/count", REMOVED, "breaking field-removed body.count"),
    (f"{SENT}/name", REMOVED, "breaking required-field-removed body.name"),
    (f"{NEW}/required/-", "count", "breaking field-became-required body.count"),
    (f"{NEW}/required", [], "additive field-became-optional body.name"),
    (f"{SENT}/name/maxLength", 50, "breaking bound-tightened body.name"),
    (f"{SENT}/name/type", ["string", "null"], "additive null-added body.name"),
    (f"{SENT}/name/type", ["string", "boolean"], "additive type-added body.name"),
    (f"{SENT}/text/type", "string", "breaking null-removed body.text"),
    (f"{SENT}/free/type", "string", "breaking type-removed body.free"),
    (f"{SENT}/count/minimum", 2, "breaking bound-tightened body.count"),
    (f"{SENT}/count/exclusiveMaximum", 9, "breaking bound-tightened body.count"),
    (f"{SENT}/count/multipleOf", 4, "breaking bound-tightened body.count"),
    (f"{SENT}/count/multipleOf", 1, "additive bound-loosened body.count"),
    (f"{SENT}/count/multipleOf", 3, "breaking bound-tightened body.count, additive bound-loosened body.count"),
    (f"{SENT}/count/default", 6, "risky default-changed body.count"),
    (f"{SENT}/mode/x-extensible-enum/-", "best", 'additive known-value-added body.mode "best"'),
    (f"{SENT}/mode/x-extensible-enum", ["good"], 'risky known-value-removed body.mode "fast"'),
    (f"{SENT}/mode/x-enum-retired", ["fast", "good"], "risky value-retired body.mode good"),
    (f"{SENT}/mode/x-enum-retired", [], "additive value-unretired body.mode fast"),
    (f"{SENT}/mode/x-extensible-enum", REMOVED, "note known-values-unlisted body.mode"),
    (f"{SENT}/mode/enum", ["good", "fast"], "breaking values-closed body.mode"),
    (f"{SENT}/state/enum", ["new"], 'breaking value-removed body.state "done"'),
    (f"{SENT}/state/const", "done", 'breaking value-removed body.state "new"'),
    (f"{SENT}/filter/x-filterable-fields", {}, "breaking filter-field-removed body.filter size"),
    (f"{SENT}/filter/x-filterable-fields/name", {"type": "string"}, "additive filter-field-added body.filter name"),
    (f"{SENT}/filter/x-filterable-fields/size/type", "string", "breaking filter-field-changed body.filter"),
    (f"{SENT}/filter/x-filterable-fields/size/description", "Other words.", ""),
    (f"{SENT}/order/x-sortable-fields", ["size"], "breaking sort-field-removed body.order name"),
    (f"{SENT}/order/uniqueItems", False, "additive bound-loosened body.order"),
    (f"{SENT}/name/not", {"const": "x"}, "risky keyword-changed body.name"),
    (f"{SENT}/shape/additionalProperties", False, "breaking object-closed body.shape"),
    (f"{SENT}/shape/additionalProperties", {"type": "string"}, "breaking type-removed body.shape{}"),
    (f"{SENT}/shape/properties/a/readOnly", True, "breaking field-removed body.shape.a"),
    (f"{SENT}/shape/properties/a/writeOnly", True, ""),
    (f"{SENT}/form/anyOf/1", REMOVED, "breaking alternative-removed body.form object Square"),
    (f"{SENT}/form/anyOf/-", TITLED, "additive alternative-added body.form object T"),
    (f"{SENT}/form/anyOf/-", {"type": "object"}, "additive alternative-added body.form any object"),
    (f"{SENT}/form/anyOf/-", {"type": "string"}, "additive type-added body.form"),
]

ANSWERS: list[tuple[str, Any, str]] = [
    (f"{PAGE}/properties/more", {"type": "string"}, "additive field-added 200.more"),
    (f"{PAGE}/properties/next", REMOVED, "breaking field-removed 200.next"),
    (f"{PAGE}/properties/things", REMOVED, "breaking required-field-removed 200.things"),
    (f"{PAGE}/required/-", "next", "additive field-became-required 200.next"),
    (f"{PAGE}/required", [], "breaking field-became-optional 200.things"),
    (f"{PAGE}/properties/next/type", "integer", "breaking type-changed 200.next"),
    (f"{PAGE}/properties/next/type", ["string", "null"], "breaking null-added 200.next"),
    (f"{PAGE}/properties/next/type", ["string", "boolean"], "breaking type-added 200.next"),
    (f"{PAGE}/properties/next/minLength", 2, "note bound-tightened 200.next"),
    (f"{PAGE}/properties/next/minLength", 0, "risky bound-loosened 200.next"),
    (f"{PAGE}/properties/things/maxItems", 60, "risky bound-loosened 200.things"),
    (f"{PAGE}/properties/next/enum", ["a"], "note values-closed 200.next"),
    (f"{PAGE}/additionalProperties", False, "note object-closed 200"),
    (f"{ONE}/get/responses/200/content/application~1json/schema/type", "string", "note null-removed 200"),
    (f"{ONE}/get/responses/200/content/application~1json/schema", True, "breaking type-added 200"),
]

SHARED: list[tuple[str, Any, str]] = [
    (f"{GOT}/state/enum/-", "late", 'breaking value-added {} "late"'),
    (f"{GOT}/state/enum", ["new"], 'note value-removed {} "done"'),
    (f"{GOT}/state/enum", REMOVED, "breaking values-freed {}"),
    (f"{GOT}/kind/x-extensible-enum/-", "huge", 'additive known-value-added {} "huge"'),
    (f"{GOT}/kind/x-extensible-enum", ["big"], 'note known-value-removed {} "small"'),
    (f"{GOT}/kind/x-enum-groups/tiny", [], "risky value-group-changed {}"),
    (f"{GOT}/kind/x-enum-legacy", {"large": "big"}, "additive legacy-word-added {} large"),
    (f"{GOT}/size/type", "integer", "note fractions-removed {}"),
    (f"{GOT}/size/maximum", 20, "risky bound-loosened {}"),
    (f"{GOT}/at/format", REMOVED, "risky format-removed {}"),
    (f"{GOT}/at/format", "date", "risky format-changed {}"),
    (f"{GOT}/note/type", "string", "note null-removed {}"),
    (f"{GOT}/gone", REMOVED, "risky field-removed {}"),
    (f"{GOT}/id/deprecated", True, "note deprecated {}"),
    (f"{GOT}/id/description", "Other words.", ""),
    (f"{GOT}/id/writeOnly", True, "breaking required-field-removed {}"),
    (f"{GOT}/counts/additionalProperties/type", "number", "breaking fractions-added {}{{}}"),
    (f"{GOT}/counts/additionalProperties/type", "string", "breaking type-changed {}{{}}"),
    (f"{GOT}/form/anyOf/1", REMOVED, "note alternative-removed {} object Square"),
    (f"{GOT}/form/anyOf/-", {"$ref": f"#{SCHEMAS}/Error"}, "breaking alternative-added {} object Error"),
    (f"{GOT}/closed/properties/b", {"type": "string"}, "breaking field-added {}.b"),
    (f"{GOT}/closed/additionalProperties", True, "risky object-opened {}"),
    (f"{GOT}/parts/items", {"type": "string"}, "breaking type-changed {}[]"),
]
"""Changes of Thing, which two operations answer with; `{}` stands for the path of the field that changed."""


def sample() -> Any:
    """The document, fresh."""
    return dict(base().root)


def base() -> Document:
    """The document before any change."""
    return parsed(FILE.read_text("utf-8"), "old.yaml")


def after(pointer: str, value: Any) -> Document:
    """The document with one change."""
    document = base()
    return Document("new.yaml", document.text, changed(document.root, pointer, value))
