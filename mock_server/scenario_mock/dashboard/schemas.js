// Schemas of the contract as a tree that is made as far as it is opened: they refer to each other in circles.

import { make } from "./page.js";

/** A node, or what its reference leads to, with what stands beside the reference laid over it. */
export function resolve(document, node) {
  let found = node;
  while (found.$ref) {
    const { $ref, ...beside } = found;
    const target = $ref
      .slice(2)
      .split("/")
      .reduce((part, name) => part?.[name], document);
    found = { ...target, ...beside };
  }
  return found;
}

const refName = (schema) => schema?.$ref?.split("/").at(-1);

/** What a value is, in a few words: `string`, `array of Asset`, `string or null`. */
export function typeName(document, schema) {
  if (!schema) return "any";
  const whole = resolve(document, schema);
  if (whole.const !== undefined) return JSON.stringify(whole.const);
  if (whole.type === "array") return `array of ${typeName(document, whole.items)}`;
  const parts = whole.anyOf ?? whole.allOf;
  if (parts && !whole.type)
    return refName(schema) ?? parts.map((one) => typeName(document, one)).join(whole.anyOf ? " or " : " and ");
  const type = Array.isArray(whole.type) ? whole.type.join(" or ") : (whole.type ?? "any");
  return type === "object" && refName(schema) ? refName(schema) : type;
}

const BOUNDS = [
  ["minimum", "≥"],
  ["exclusiveMinimum", ">"],
  ["maximum", "≤"],
  ["exclusiveMaximum", "<"],
  ["minLength", "length ≥"],
  ["maxLength", "length ≤"],
  ["minItems", "items ≥"],
  ["maxItems", "items ≤"],
  ["pattern", "matches"],
  ["format", "format"],
  ["x-default", "default"],
];

function constraints(whole) {
  const listed = BOUNDS.filter(([name]) => whole[name] !== undefined).map(([name, sign]) => `${sign} ${whole[name]}`);
  if (whole.enum) listed.unshift(`one of ${whole.enum.map(String).join(", ")}`);
  return listed.join("; ");
}

/** The schemas right below: `[name, schema, required]`. */
function below(document, schema) {
  const whole = resolve(document, schema);
  const listed = Object.entries(whole.properties ?? {}).map(([name, one]) => [
    name,
    one,
    whole.required?.includes(name) ?? false,
  ]);
  for (const part of whole.allOf ?? []) listed.push(...below(document, part));
  for (const part of whole.anyOf ?? [])
    if (hasParts(document, part)) listed.push([`or ${typeName(document, part)}`, part, false]);
  if (whole.items) listed.push(...(hasParts(document, whole.items) ? below(document, whole.items) : []));
  const rest = whole.additionalProperties;
  if (rest && Object.keys(rest).length) listed.push(["any other name", rest, false]);
  return listed;
}

function hasParts(document, schema) {
  const whole = resolve(document, schema);
  return Boolean(whole.properties || whole.allOf || whole.anyOf || (whole.items && hasParts(document, whole.items)));
}

/** The schema as a list of its properties; those with parts of their own open on demand. */
export function schemaTree(document, schema) {
  const rows = below(document, schema);
  if (!rows.length) return make("p", {}, typeName(document, schema));
  return make(
    "ul",
    { class: "schema" },
    rows.map(([name, one, required]) => row(document, name, one, required)),
  );
}

function row(document, name, schema, required) {
  const whole = resolve(document, schema);
  const head = [
    make("code", {}, name),
    " ",
    make("span", { class: "type" }, typeName(document, schema)),
    required && make("span", { class: "needed" }, " required"),
    whole.deprecated && make("span", { class: "needed" }, " deprecated"),
  ];
  const limits = constraints(whole);
  const about = [
    limits && make("span", { class: "path" }, limits),
    whole.description && make("div", { class: "meaning" }, prose(whole.description)),
  ];
  if (!hasParts(document, schema)) return make("li", {}, head, about);
  const inner = make("div", {});
  const details = make("details", {}, make("summary", {}, head), about, inner);
  details.addEventListener("toggle", () => {
    if (details.open && !inner.children.length) inner.append(schemaTree(document, schema));
  });
  return make("li", {}, details);
}

/** The contract's prose: paragraphs, with `code` and **strong** as they are meant. */
export function prose(text) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      make(
        "p",
        {},
        paragraph.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
          if (/^`[^`]+`$/.test(part)) return make("code", {}, part.slice(1, -1));
          return /^\*\*[^*]+\*\*$/.test(part) ? make("strong", {}, part.slice(2, -2)) : part;
        }),
      ),
    );
}
