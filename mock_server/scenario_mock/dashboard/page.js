// Elements and what every view shares of the page. Text goes in as text only: no string becomes markup anywhere.

/** An element: `attributes` are attributes, functions become listeners, true and false mean there or not. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

let labels = 0;

/** A control below its label. */
export function labelled(text, control) {
  labels += 1;
  control.id ||= `control-${labels}`;
  return make("div", { class: "field" }, make("label", { for: control.id }, text), control);
}

export function options(values, chosen = "") {
  return values.map((one) => {
    const [value, text] = Array.isArray(one) ? one : [one, one];
    return make("option", { value, selected: value === chosen }, text);
  });
}

/** Names and values, as a description list; what is undefined, null or empty is left out. */
export function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== null && value !== "");
  return make(
    "dl",
    { class: "facts-list" },
    shown.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value instanceof Node ? value : String(value))]),
  );
}

/** A table with its name and the names of its columns. */
export function table(name, columns, body, attributes = {}) {
  const head = columns.map((column) => make("th", { scope: "col" }, column));
  return make(
    "table",
    attributes,
    make("caption", { class: "unseen" }, name),
    make("thead", {}, make("tr", {}, head)),
    body,
  );
}

/** Put rows in place without touching those that stay, so that the focus stays, too. */
export function place(parent, rows) {
  const wanted = new Set(rows);
  for (const row of [...parent.children]) if (!wanted.has(row)) row.remove();
  rows.forEach((row, at) => {
    if (parent.children[at] !== row) parent.insertBefore(row, parent.children[at] ?? null);
  });
}

/** Text in lines, with a button that copies it. */
export function code(text, label) {
  return make("div", { class: "code" }, copier(text, label), make("pre", { tabindex: 0, "aria-label": label }, text));
}

export function copier(text, label) {
  const button = make("button", { type: "button", class: "small", click: copy }, `Copy ${label}`);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "The browser forbids it: select the text";
    }
    announce(button.textContent);
    setTimeout(() => {
      button.textContent = `Copy ${label}`;
    }, 1500);
  }
  return button;
}

/** Show something in the dialog; Esc and the button close it, and the focus goes back by itself. */
export function openDialog(title, ...content) {
  byId("dialog-title").textContent = title;
  byId("dialog-body").replaceChildren(...content.flat(2).filter(Boolean));
  const dialog = byId("dialog");
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

export function closeDialog() {
  byId("dialog").close();
}

const RARELY_MS = 5000;
let lastSaid = -RARELY_MS;
let waiting = 0;

/** Say something to those who do not see the page; `rarely`, five seconds after the last word at the earliest. */
export function announce(text, rarely = false) {
  clearTimeout(waiting);
  const wait = rarely ? Math.max(0, lastSaid + RARELY_MS - performance.now()) : 0;
  waiting = setTimeout(() => {
    lastSaid = performance.now();
    byId("news").textContent = text;
  }, wait);
}

/** What stands where there is nothing. */
export function empty(text) {
  return make("p", { class: "empty" }, text);
}

/** A form whose submission calls `send(fields)`; what that throws is told under the form. */
export function form(attributes, send, ...children) {
  const said = make("p", { class: "said", role: "status" });
  const element = make("form", { ...attributes, submit: submitted }, children, said);
  async function submitted(event) {
    event.preventDefault();
    said.textContent = "";
    said.classList.remove("bad");
    try {
      said.textContent = (await send(new FormData(element), element)) ?? "";
    } catch (error) {
      said.classList.add("bad");
      said.textContent = error.message;
    }
  }
  return element;
}
