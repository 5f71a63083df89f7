// The contract to read: operations by tag; parameters, bodies and answers are made when an operation is opened.

import { attempt } from "./attempt.js";
import { empty, labelled, make, table } from "./page.js";
import { contract, operations } from "./server.js";
import { prose, resolve, schemaTree, typeName } from "./schemas.js";

export const title = "API";

let wanted = "";
let made = null;

export function start(section) {
  const list = make("div", {});
  const box = make("input", {
    type: "search",
    name: "find",
    placeholder: "jobs, search …",
    input: (event) => narrow(list, event.target.value),
  });
  section.append(
    make("form", { class: "filters", submit: (event) => event.preventDefault() }, labelled("Find an operation", box)),
    list,
  );
  made = contract().then(
    (document) => fill(list, document),
    (error) => list.append(empty(error.message)),
  );
}

/** Called with what stands behind `#api/`: an operationId to open. */
export async function opened(rest) {
  wanted = rest;
  await made;
  if (!wanted) return;
  const details = document.getElementById(`op-${wanted}`);
  if (details === null) return;
  details.open = true;
  details.scrollIntoView({ block: "start" });
  details.querySelector("summary").focus({ preventScroll: true });
}

function fill(list, document) {
  list.append(make("p", { class: "hint" }, `${document.info.title}, version ${document.info.version}`));
  const all = operations(document);
  for (const tag of new Set(all.map((one) => one.tag))) {
    const about = document.tags?.find((one) => one.name === tag)?.description;
    list.append(
      make(
        "section",
        { class: "tag" },
        make("h2", {}, tag),
        about && make("p", { class: "hint" }, about),
        all.filter((one) => one.tag === tag).map((operation) => entry(document, operation)),
      ),
    );
  }
}

function entry(document, operation) {
  const body = make("div", { class: "operation" });
  const details = make(
    "details",
    {
      id: `op-${operation.id}`,
      class: "entry",
      "data-words": `${operation.id} ${operation.path} ${operation.tag} ${operation.raw.summary ?? ""}`.toLowerCase(),
    },
    make(
      "summary",
      {},
      make("span", { class: `method ${operation.method.toLowerCase()}` }, operation.method),
      " ",
      make("code", {}, operation.path),
      " ",
      make("span", { class: "summary" }, operation.raw.summary ?? operation.id),
      operation.raw.deprecated && make("span", { class: "badge refused" }, "deprecated"),
    ),
    body,
  );
  details.addEventListener("toggle", () => {
    if (details.open && !body.children.length) body.append(...describe(document, operation).filter(Boolean));
  });
  return details;
}

function narrow(list, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  for (const one of list.querySelectorAll("details.entry"))
    one.hidden = !words.every((word) => one.dataset.words.includes(word));
  for (const tag of list.querySelectorAll("section.tag"))
    tag.hidden = !tag.querySelector("details.entry:not([hidden])");
}

function describe(document, operation) {
  const { raw } = operation;
  const parameters = (raw.parameters ?? []).map((one) => resolve(document, one));
  const body = resolve(document, raw.requestBody ?? {}).content?.["application/json"];
  return [
    make("p", { class: "path" }, operation.id),
    raw.description && make("div", { class: "prose" }, prose(raw.description)),
    attempt(operation, parameters, body, document),
    parameters.length > 0 && parameterTable(document, parameters),
    body && make("section", { class: "part" }, make("h3", {}, "Body"), schemaTree(document, body.schema)),
    answers(document, raw.responses ?? {}),
  ];
}

function parameterTable(document, parameters) {
  return make(
    "section",
    { class: "part" },
    make("h3", {}, "Parameters"),
    table(
      "Parameters",
      ["Name", "Type", "Meaning"],
      make(
        "tbody",
        {},
        parameters.map((one) =>
          make(
            "tr",
            {},
            make(
              "th",
              { scope: "row" },
              make("code", {}, one.name),
              make("span", { class: "path" }, `${one.in}${one.required ? ", required" : ""}`),
            ),
            make("td", {}, typeName(document, one.schema)),
            make("td", {}, prose(one.description ?? "")),
          ),
        ),
      ),
    ),
  );
}

function answers(document, responses) {
  return make(
    "section",
    { class: "part" },
    make("h3", {}, "Answers"),
    Object.entries(responses).map(([status, node]) => {
      const response = resolve(document, node);
      const media = response.content?.["application/json"];
      const inner = make("div", {});
      const details = make(
        "details",
        {},
        make("summary", {}, make("strong", {}, status), " ", (response.description ?? "").split("\n")[0]),
        inner,
      );
      details.addEventListener("toggle", () => {
        if (!details.open || inner.children.length) return;
        if (media?.schema) inner.append(schemaTree(document, media.schema));
        for (const [name, example] of Object.entries(media?.examples ?? {}))
          inner.append(exampleOf(document, name, example));
        if (!inner.children.length) inner.append(empty("No body is described."));
      });
      return details;
    }),
  );
}

function exampleOf(document, name, node) {
  const example = resolve(document, node);
  return make(
    "details",
    {},
    make("summary", {}, `Example: ${example.summary ?? name}`),
    make("pre", { tabindex: 0, "aria-label": `Example ${name}` }, JSON.stringify(example.value, null, 2)),
  );
}
