// One call to try: a form made from the operation, the call as an application sends it, and what came back.

import { code, form, labelled, make, options } from "./page.js";
import { BASE, call, key, secret } from "./server.js";
import { resolve, typeName } from "./schemas.js";
import { curl, duration, pretty, python, size } from "./text.js";

/** The section with the form, folded until it is wanted. */
export function attempt(operation, parameters, body, document) {
  const result = make("div", { class: "result", "aria-live": "polite" });
  const examples = Object.entries(body?.examples ?? {}).map(([name, node]) => [name, resolve(document, node)]);
  const text =
    body &&
    make(
      "textarea",
      { name: "body", rows: 7, spellcheck: "false" },
      JSON.stringify(examples[0]?.[1].value ?? {}, null, 2),
    );
  const lines = make("div", {});
  const element = form(
    { class: "attempt" },
    async (fields) => {
      lines.replaceChildren(...codeLines(operation, parameters, fields));
      result.replaceChildren(make("p", {}, "Sending …"));
      result.replaceChildren(...shown(await sendIt(operation, parameters, fields)));
      return "";
    },
    make(
      "div",
      { class: "filters" },
      parameters.map((one) => input(document, one)),
    ),
    body && examples.length > 1 && labelled("Example", exampleChoice(examples, text)),
    text && labelled("Body", text),
    make("button", { class: "primary" }, "Send"),
    result,
    lines,
  );
  return make("details", { class: "try" }, make("summary", {}, "Try it"), element);
}

function exampleChoice(examples, text) {
  const change = (event) => {
    text.value = JSON.stringify(examples[Number(event.target.value)][1].value, null, 2);
  };
  return make(
    "select",
    { change },
    options(examples.map(([name, example], at) => [String(at), example.summary ?? name])),
  );
}

function input(document, parameter) {
  const schema = resolve(document, parameter.schema ?? {});
  const common = { name: `${parameter.in}:${parameter.name}`, required: parameter.required ?? false };
  const example = parameter.example ?? schema.example;
  const value = parameter.required && example !== undefined ? String(example) : "";
  const choices = schema.enum ?? (schema.type === "boolean" ? ["true", "false"] : null);
  const control = choices
    ? make("select", common, options([["", "not sent"], ...choices.map(String)], value))
    : make("input", {
        ...common,
        size: 16,
        value,
        placeholder: example === undefined ? typeName(document, schema) : String(example),
        spellcheck: "false",
      });
  return labelled(parameter.name, control);
}

/** The path with its parameters and the query; what is empty is not sent. */
function pathOf(operation, parameters, fields) {
  let path = operation.path;
  const query = new URLSearchParams();
  for (const one of parameters) {
    const given = fields.get(`${one.in}:${one.name}`)?.trim();
    if (!given) continue;
    if (one.in === "path") path = path.replace(`{${one.name}}`, encodeURIComponent(given));
    else if (one.in === "query") query.set(one.name, given);
  }
  return query.size ? `${path}?${query}` : path;
}

const sendIt = (operation, parameters, fields) =>
  call(operation.method, pathOf(operation, parameters, fields), fields.get("body") ?? "");

function shown(answer) {
  const kind = answer.status < 400 ? "accepted" : answer.status < 500 ? "refused" : "failed";
  const bytes = new TextEncoder().encode(answer.text).length;
  return [
    make(
      "p",
      {},
      make("span", { class: `badge ${kind}` }, String(answer.status)),
      ` ${duration(answer.ms)}, ${size(bytes)}${answer.cut ? ", cut off in the middle" : ""} `,
      answer.text.includes('"jobId"') && make("a", { href: "#jobs" }, "Follow it under Jobs"),
    ),
    make("pre", { tabindex: 0, "aria-label": "Answer" }, pretty(answer.text)),
  ];
}

function codeLines(operation, parameters, fields) {
  const asked = { method: operation.method, url: location.origin + BASE + pathOf(operation, parameters, fields) };
  const body = fields.get("body") || "";
  const made = [
    ["curl", () => curl({ ...asked, user: `${key()}:${secret()}`, body })],
    ["Python", () => python({ ...asked, user: [key(), secret()], body })],
  ];
  return made.flatMap(([name, lines]) => {
    try {
      return [make("details", {}, make("summary", {}, `The same in ${name}`), code(lines(), name))];
    } catch {
      return []; // a body that is no JSON is sent as it is, but Python has no words for it
    }
  });
}
