// What goes wrong on purpose: the faults that are set, with how often each has struck, and a form for a new one.
//
// The kinds and their description are those of the document of the mock's own routes.

import { announce, empty, form, labelled, make, options, table } from "./page.js";
import { contract, operations, own, ownContract } from "./server.js";

/** Fields of the form beside the effect and the operation: name, label, kind of input, hint. */
const FIELDS = [
  ["times", "Times", "number", "always"],
  ["after", "After", "number", "calls that pass"],
  ["probability", "Probability", "number", "0 to 1"],
  ["key", "Key", "text", "any"],
  ["status", "Status", "number", "another error"],
  ["latencyMs", "Delay in ms", "number", ""],
  ["bytesPerSecond", "Bytes a second", "number", "for slowBody"],
  ["fields", "Fields", "json", '{"remainingSeconds": 5}'],
];
let view = null;

/** The section. */
export function start() {
  view = { rows: make("tbody", { id: "fault-rows" }), shown: "" };
  return make(
    "section",
    { class: "card wide" },
    make("h2", {}, "Faults"),
    make("p", { class: "hint" }, "Let calls fail, wait or break off, to see what an application makes of it."),
    table("Faults", ["Effect", "On", "Seen", "Struck", ""], view.rows, { class: "faults" }),
    adding(),
  );
}

function adding() {
  const effect = make("select", { name: "effect", required: true });
  const operation = make("select", { name: "operation" }, options([["*", "every operation"]]));
  const help = make("p", { class: "hint" });
  ownContract().then(
    (document) => {
      const { effect: schema } = document.components.schemas.NewFault.properties;
      effect.append(...options(schema.enum, "cooldown"));
      help.textContent = schema.description.replaceAll("`", "");
    },
    () => undefined,
  );
  contract().then(
    (document) => {
      operation.append(
        ...options([...operations(document).map((one) => one.id), ["downloadFile", "downloadFile (pictures)"]]),
      );
    },
    () => undefined,
  );
  return form(
    { class: "filters", id: "fault-form" },
    add,
    labelled("Effect", effect),
    labelled("Operation", operation),
    FIELDS.slice(0, 1).map(input),
    make("button", { class: "primary" }, "Add the fault"),
    make(
      "details",
      {},
      make("summary", {}, "More"),
      make(
        "div",
        { class: "filters" },
        FIELDS.slice(1).map(input),
        make(
          "label",
          { class: "check" },
          make("input", { type: "checkbox", name: "carriedOut" }),
          make("span", {}, "The call is carried out all the same"),
        ),
      ),
    ),
    make("details", {}, make("summary", {}, "What they do"), help),
  );
}

const input = ([name, text, kind, hint]) =>
  labelled(
    text,
    make("input", {
      name,
      type: kind === "number" ? "number" : "text",
      min: kind === "number" && 0,
      step: kind === "number" && "any",
      spellcheck: "false",
      placeholder: hint,
    }),
  );

async function add(fields) {
  const asked = { effect: fields.get("effect") };
  if (fields.get("operation") !== "*") asked.operation = fields.get("operation");
  if (fields.get("carriedOut")) asked.carriedOut = true;
  for (const [name, , kind] of FIELDS) {
    const value = fields.get(name).trim();
    if (value) asked[name] = kind === "number" ? Number(value) : kind === "json" ? parsed(value) : value;
  }
  const { fault } = await own("POST", "faults", asked);
  await pulse();
  return `${fault.id} is set.`;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`Fields: ${error.message}`);
  }
}

/** Called each second while the view is shown. */
export async function pulse() {
  show((await own("GET", "faults")).faults);
}

function show(faults) {
  const text = JSON.stringify(faults);
  if (text === view.shown) return;
  view.shown = text;
  const rows = faults.map((fault) => {
    const { id, effect, seen, struck, operation = "every operation", ...more } = fault;
    const rest = Object.entries(more)
      .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
      .join(", ");
    return make(
      "tr",
      { "data-id": id },
      make("td", {}, make("strong", {}, effect), make("span", { class: "path" }, id)),
      make("td", {}, operation, rest && make("span", { class: "path" }, rest)),
      make("td", { class: "number" }, seen),
      make("td", { class: "number" }, struck),
      make(
        "td",
        {},
        make(
          "button",
          { type: "button", class: "small", "aria-label": `Remove ${id}`, click: () => remove(id) },
          "Remove",
        ),
      ),
    );
  });
  view.rows.replaceChildren(
    ...(rows.length ? rows : [make("tr", {}, make("td", { colspan: 5 }, empty("No faults.")))]),
  );
}

async function remove(id) {
  show((await own("DELETE", `faults/${encodeURIComponent(id)}`)).faults);
  announce(`${id} is removed`);
}
