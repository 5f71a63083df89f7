"""Ways to break the tiny contract: one change, the rule that must see it, and what its message must name."""

from __future__ import annotations

from typing import Any, NamedTuple

from contract_tests.document.tiny import REMOVED

LIST, RETRIEVE, RUN = "/paths/~1models/get", "/paths/~1models~1{modelId}/get", "/paths/~1models~1{modelId}~1run/post"
OK, LINK = "/responses/200", "/responses/200/links/retrieveFirstModel"
BODY = f"{RUN}/requestBody/content/application~1json"
COMPONENTS, SCHEMAS = "/components", "/components/schemas"
REFUSED = f"{COMPONENTS}/responses/Refused/content/application~1json"
PROPERTY, FILTER = f"{SCHEMAS}/RunRequest/properties/prompt", f"{SCHEMAS}/RunRequest/properties/filter"
ORDER, TYPE = f"{SCHEMAS}/RunRequest/properties/order", f"{SCHEMAS}/ModelType"
WHEN, ANY = f"{LIST}/x-constraints/0", f"{RUN}/x-constraints/0"
TEXT: dict[str, Any] = {"type": "string", "description": "Text. Source: reference."}


class Broken(NamedTuple):
    """`value` put at `pointer` makes the rule say something that holds `says`."""

    rule: str
    pointer: str
    value: Any
    says: str


BROKEN = [
    Broken("valid_openapi", "/info", REMOVED, "info"),
    Broken("valid_openapi", f"{PROPERTY}/type", "text", "properties/prompt/type"),
    Broken("paths", "/paths/models", {}, "#/paths/models"),
    Broken("paths", "/paths/~1models/parameters", [], "#/paths/~1models/parameters: not a method"),
    # operations
    Broken("operation_ids", f"{LIST}/operationId", "modelsList", "#/paths/~1models/get: operationId 'modelsList'"),
    Broken("operation_ids", f"{LIST}/operationId", "list", "a noun"),
    Broken("operation_ids", f"{LIST}/operationId", "list_models", "a noun"),
    Broken("operation_ids", f"{LIST}/operationId", "createRun", "is also that of #/paths/~1models/get"),
    Broken("tags", f"{LIST}/tags", [], "#/paths/~1models/get"),
    Broken("tags", f"{LIST}/tags", ["models", "models"], "#/paths/~1models/get"),
    Broken("tags", f"{LIST}/tags", ["other"], "['other']"),
    Broken("tags", "/tags/-", {"name": "empty"}, "'empty' has no operation"),
    Broken("operation_texts", f"{LIST}/summary", "Two\nlines", "#/paths/~1models/get: summary"),
    Broken("operation_texts", f"{LIST}/summary", REMOVED, "summary"),
    Broken("operation_texts", f"{LIST}/description", " ", "no description"),
    Broken("flags", f"{LIST}/x-retry-safe", REMOVED, "x-retry-safe is not a boolean"),
    Broken("flags", f"{LIST}/x-read-only", "true", "x-read-only is not a boolean"),
    Broken("flags", f"{LIST}/x-retry-safe", False, "only reads"),
    Broken("flags", f"{RUN}/x-retry-safe", True, "spends credits"),
    Broken("flags", f"{LIST}/x-read-only", False, "a GET only reads"),
    Broken("client_methods", f"{LIST}/x-client-method", REMOVED, "x-client-method None"),
    Broken("client_methods", f"{LIST}/x-client-method", "listAll", "'listAll' is no name"),
    Broken("client_methods", f"{LIST}/x-client-method", "run", "is also that of #/paths/~1models/get"),
    *(Broken("statuses", f"{LIST}/responses/{status}", REMOVED, f"{status} is missing") for status in
      ("200", "400", "401", "403", "429", "default")),
    Broken("statuses", f"{RUN}/responses/269", REMOVED, "269 is missing"),
    Broken("statuses", f"{LIST}/responses/269", {}, "269 is not expected"),
    Broken("statuses", f"{RETRIEVE}/responses/404", REMOVED, "404 is missing"),
    Broken("statuses", f"{LIST}/responses/418", {}, "418 is not expected"),
    Broken("dry_run_is_in_the_query", f"{SCHEMAS}/RunRequest/properties/dryRun", TEXT, "dryRun"),
    Broken("array_parameters", f"{LIST}/parameters/0/explode", True, "get/parameters/0: the list types"),
    Broken("array_parameters", f"{LIST}/parameters/0/style", REMOVED, "the list types"),
    Broken("path_parameters", f"{COMPONENTS}/parameters/ModelIdPath/schema/minLength", REMOVED, "modelId"),
    Broken("path_parameters", f"{COMPONENTS}/parameters/ModelIdPath/required", False, "modelId"),
    Broken("path_parameters", f"{RETRIEVE}/parameters", [], "['modelId']"),
    Broken("operation_examples", f"{BODY}/examples", REMOVED, "post/requestBody: no examples"),
    Broken("operation_examples", f"{LIST}{OK}/content/application~1json/examples", {}, "responses/200: no examples"),
    Broken("operation_examples", f"{RUN}/responses/269/content/application~1json/examples", {}, "269: no examples"),
    Broken("required_bodies", f"{RUN}/requestBody/required", REMOVED, "requestBody"),
    Broken("required_bodies", f"{RUN}/requestBody/content/text~1plain", {}, "requestBody"),
    # schemas
    Broken("components_are_named", PROPERTY, {"type": "object"}, "RunRequest/properties/prompt: inline object"),
    Broken("components_are_named", PROPERTY, {"type": "string", "enum": ["a"]}, "inline enum"),
    Broken("components_are_named", f"{ORDER}/items", {"type": "string", "x-extensible-enum": ["a"]}, "order/items"),
    Broken("components_are_named", f"{LIST}/parameters/1/schema", {"enum": ["a"]}, "parameters/1/schema: inline"),
    Broken("components_are_named", f"{BODY}/schema", {"properties": {}}, "application~1json/schema: inline properties"),
    Broken("components_are_named", f"{REFUSED}/schema", {"allOf": []}, "responses/Refused"),
    Broken("components_are_named", f"{SCHEMAS}/Map", {"additionalProperties": {"type": "object"}}, "Map/additional"),
    Broken("parts_belong_to_components", f"{SCHEMAS}/Hit/allOf/1/enum", ["a"], "Hit/allOf/1"),
    Broken("parts_belong_to_components", f"{SCHEMAS}/Hit/anyOf", [TEXT], "Hit/anyOf/0"),
    Broken("component_names", f"{SCHEMAS}/model_hit", TEXT, "#/components/schemas/model_hit"),
    Broken("component_names", f"{COMPONENTS}/securitySchemes/Basic", {}, "securitySchemes/Basic"),
    Broken("schema_keywords", f"{SCHEMAS}/Model/additionalProperties", False, "Model/additionalProperties"),
    Broken("schema_keywords", f"{SCHEMAS}/Hit/oneOf", [], "oneOf"),
    Broken("schema_keywords", f"{SCHEMAS}/Hit/$defs", {}, "$defs"),
    Broken("schema_keywords", f"{PROPERTY}/default", "a", "RunRequest/properties/prompt: default"),
    Broken("schema_keywords", f"{PROPERTY}/const", True, "const of a boolean"),
    Broken("arrays_have_items", f"{ORDER}/items", REMOVED, "RunRequest/properties/order"),
    Broken("types_are_said", f"{PROPERTY}/type", REMOVED, "RunRequest/properties/prompt: no type beside example"),
    Broken("required_fields_exist", f"{SCHEMAS}/Model/required", ["id", "owner"], "schemas/Model: owner"),
    Broken("required_fields_exist", f"{SCHEMAS}/Hit/allOf/1/required", ["depth"], "Hit/allOf/1: depth"),
    *(Broken("property_names", f"{SCHEMAS}/Model/properties/{name}", TEXT, name) for name in
      ("additional_properties", "to_dict", "from_dict")),
    Broken("references", f"{PROPERTY}/$ref", "#/components/schemas/Model/properties/id", "properties/prompt"),
    Broken("references", f"{PROPERTY}/$ref", "other.yaml#/Model", "other.yaml"),
    Broken("references", f"{PROPERTY}/$ref", "#/components/schemas/Nobody", "leads nowhere"),
    Broken("beside_references", f"{SCHEMAS}/Model/properties/type/example", "new", "Model/properties/type: example"),
    Broken("beside_references", f"{LIST}/responses/400/content", {}, "get/responses/400: content"),
    Broken("unused_components", f"{SCHEMAS}/Lonely", TEXT, "#/components/schemas/Lonely"),
    Broken("unused_components", f"{COMPONENTS}/headers/Lonely", {}, "#/components/headers/Lonely"),
    Broken("unused_components", f"{COMPONENTS}/securitySchemes/lonely", {}, "#/components/securitySchemes/lonely"),
    Broken("unused_components", f"{COMPONENTS}/parameters/Lonely", {}, "#/components/parameters/Lonely"),
    Broken("enum_values", f"{SCHEMAS}/SortKey/enum", ["name", "name"], "SortKey/enum"),
    Broken("enum_values", f"{SCHEMAS}/SortKey/enum", ["name", 3], "SortKey/enum"),
    Broken("enum_values", f"{TYPE}/enum", ["new"], "both enum"),
    Broken("formats", f"{SCHEMAS}/Model/properties/createdAt", TEXT, "createdAt: not format: date-time"),
    Broken("formats", f"{SCHEMAS}/Model/properties/thumbnailUrl", TEXT, "not format: uri"),
    Broken("formats", f"{LIST}/parameters/1/name", "createdAfter", "get/parameters/1: createdAfter"),
    # texts
    Broken("descriptions", f"{PROPERTY}/description", REMOVED, "RunRequest/properties/prompt"),
    Broken("descriptions", f"{LIST}/parameters/0/description", "", "get/parameters/0"),
    Broken("descriptions", f"{LIST}{OK}/description", REMOVED, "get/responses/200"),
    Broken("descriptions", f"{LIST}{LINK}/description", REMOVED, "links/retrieveFirstModel"),
    Broken("descriptions", f"{COMPONENTS}/headers/RetryAfter/description", REMOVED, "headers/RetryAfter"),
    Broken("sources", f"{SCHEMAS}/Model/description", "A model.", "schemas/Model"),
    Broken("sources", f"{SCHEMAS}/Model/description", "A model. Source: rumor.", "'rumor'"),
    Broken("sources", f"{SCHEMAS}/Model/description", "A model. Source: reference, reference.", "twice"),
    Broken("sources", f"{LIST}/description", "Source: reference. More.", "get: the description does not end"),
    Broken("sources", f"{COMPONENTS}/parameters/PageSize/description", "Rows.", "parameters/PageSize"),
    Broken("sources", f"{PROPERTY}/description", "Source: reference; a text.", "RunRequest/properties/prompt"),
    Broken("descriptions_are_sentences", f"{PROPERTY}/description", "What to", "RunRequest/properties/prompt"),
    # extensions
    Broken("documented", f"{PROPERTY}/x-secret", True, "properties/prompt/x-secret"),
    Broken("documented", f"{FILTER}/x-filterable-fields", REMOVED, "nothing uses x-filterable-fields"),
    Broken("places", f"{PROPERTY}/x-retry-safe", True, "prompt/x-retry-safe"),
    Broken("places", f"{LIST}/x-default", 1, "get/x-default"),
    Broken("deprecations", f"{RUN}/x-deprecated-reason", REMOVED, "run/post: deprecated"),
    Broken("deprecations", f"{PROPERTY}/x-deprecated-reason", "Gone.", "prompt: x-deprecated-reason without"),
    Broken("enum_extensions", f"{TYPE}/x-enum-retired", ["gone"], "ModelType/x-enum-retired: 'gone'"),
    Broken("enum_extensions", f"{SCHEMAS}/ModelTypeFilter/x-enum-retired", ["gone"], "ModelTypeFilter/x-enum-retired"),
    Broken("enum_extensions", f"{TYPE}/x-enum-legacy", {"ancient": "gone"}, "x-enum-legacy: 'gone'"),
    Broken("enum_extensions", f"{TYPE}/x-enum-legacy", {"new": "old"}, "'new' is a known value itself"),
    Broken("enum_extensions", f"{TYPE}/x-enum-groups", {"fine": ["new"]}, "x-enum-groups"),
    Broken("opaque_values", f"{SCHEMAS}/Model/properties/id/x-opaque", "name", "Model/properties/id"),
    Broken("filterable_fields", f"{FILTER}/x-filterable-fields/deep", {"type": "date", "description": "D."}, "/deep"),
    Broken("filterable_fields", f"{FILTER}/x-filterable-fields/width/type", "string", "/width: no string"),
    Broken("filterable_fields", f"{FILTER}/x-filterable-fields/width/type", "int", "/width: needs"),
    Broken("sortable_fields", f"{ORDER}/x-sortable-fields", ["name"], "RunRequest/properties/order"),
    Broken("faker_methods", f"{PROPERTY}/x-faker", "scenario_nothing", "prompt/x-faker: scenario_nothing"),
    Broken("faker_methods", f"{PROPERTY}/x-faker", {"random_int": {"least": 1}}, "prompt/x-faker: random_int"),
    Broken("faker_methods", f"{ORDER}/x-faker", "word", "not on a scalar"),
    Broken("enumerations_need_no_faker", f"{TYPE}/x-faker", "word", "schemas/ModelType"),
    # constraints and links
    Broken("constraint_keys", f"{WHEN}/when", REMOVED, "get/x-constraints/0: the keys"),
    Broken("constraint_keys", f"{WHEN}/rule", "wants", "'wants'"),
    Broken("constraint_keys", f"{WHEN}/violation", "shouted", "'shouted'"),
    Broken("constraint_keys", f"{WHEN}/source", "rumor", "'rumor'"),
    Broken("constraint_keys", f"{WHEN}/description", "no stop", "one sentence"),
    Broken("constraint_names", f"{WHEN}/parameter", "colour", "'colour'"),
    Broken("constraint_names", f"{ANY}/parameters", ["prompt"], "two names"),
    Broken("constraint_names", f"{ANY}/parameters", ["prompt", "prompt"], "twice"),
    Broken("constraint_values", f"{WHEN}/when", {"sortBy": ["depth"]}, "sortBy can never be 'depth'"),
    Broken("one_meaning_for_each_name", f"{RUN}/parameters/1/name", "prompt", "run/post: prompt"),
    Broken("link_targets", f"{LIST}{LINK}/operationId", "retrieveNobody", "'retrieveNobody'"),
    Broken("link_targets", f"{LIST}{LINK}/operationId", "createRun", "createRun is called"),
    Broken("link_parameters", f"{LIST}{LINK}/parameters", {"id": "$response.body#/models/0/id"}, "has no id"),
    Broken("link_parameters", f"{LIST}{LINK}/parameters", {}, "needs modelId"),
    Broken("link_expressions", f"{LIST}{LINK}/parameters/modelId", "$response.body#/models/1/id", "finds nothing"),
    Broken("link_expressions", f"{LIST}{LINK}/parameters/modelId", "$request.body#/id", "finds nothing"),
    Broken("link_expressions", f"{LIST}{LINK}/parameters/modelId", "$response.body#/models/0", "does not take"),
    Broken("link_bodies", f"{RETRIEVE}{OK}/links/createRun/requestBody", {"prompt": 3}, "createRun does not take"),
    Broken("answers_are_linked", f"{LIST}{OK}/links", {}, "models in the answer have no link to retrieveModel"),
    Broken("answers_are_linked", f"{RUN}{OK}/links", {}, "the hits in the answer"),
    Broken("answers_are_linked", f"{SCHEMAS}/RunResult/properties/job", TEXT, "retrieveJob"),
]  # fmt: skip
