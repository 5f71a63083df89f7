// The journal as it grows, newest first. `follow` asks for what is new; the view shows what of it fits the filter.
//
// Asked again is a little of what is known already: where several processes write, they may do it out of turn, and a
// journal that was cleared may count anew, which is seen when a number stands for another request than before.

import { announce, byId, copier, empty, form, labelled, make, options, table, place } from "./page.js";
import { contract, key, operations, own, ownPath } from "./server.js";
import { clockTime, duration, verdict } from "./text.js";
import { openRecord } from "./record.js";

export const title = "Requests";
const MOST_KNOWN = 1000;
const MOST_SHOWN = 300;
const AT_ONCE = 500;
const OVERLAP = { memory: 1, stateless: 1 };
const OVERLAP_OF_MANY = 25;

const known = new Map();
let last = 0;
let effects = new Map();
let live = true;
let view = null;

const same = (one, other) => one.at === other.at && one.path === other.path && one.durationMs === other.durationMs;

export function forget() {
  known.clear();
  last = 0;
}

/** Read what is new; whether there was something. */
export async function follow(mock) {
  const overlap = OVERLAP[mock.health.state] ?? OVERLAP_OF_MANY;
  let found = await newest(last - overlap);
  const lost = isAnew(found);
  if (lost) {
    forget();
    found = await newest(0);
  }
  const fresh = found.filter((one) => !known.has(one.number));
  for (const record of fresh) {
    known.set(record.number, record);
    last = Math.max(last, record.number);
  }
  const oldest = [...known.keys()].sort((one, other) => one - other);
  for (const number of oldest.slice(0, Math.max(0, known.size - MOST_KNOWN))) known.delete(number);
  if (fresh.some((one) => one.faults.some((id) => !effects.has(id)))) await readEffects();
  if (fresh.length) offerKeys(fresh, mock);
  if (fresh.length || lost) refresh(fresh);
  return fresh.length > 0 || lost;
}

async function newest(after) {
  return (await own("GET", `journal?brief=true&limit=${AT_ONCE}&after=${Math.max(0, after)}`)).requests;
}

/** Whether this is another journal than the one that is known: the latest is missing, or a number means another. */
function isAnew(found) {
  const missing = last > 0 && found.length < AT_ONCE && !found.some((one) => one.number === last);
  return missing || found.some((one) => known.has(one.number) && !same(known.get(one.number), one));
}

async function readEffects() {
  for (const fault of (await own("GET", "faults")).faults) effects.set(fault.id, fault.effect);
}

/** Names that stand for a digest of credentials are no keys to type. */
const DIGEST = /^(key|bearer)-[0-9a-f]{16}$/;

function offerKeys(fresh, mock) {
  const place = byId("keys");
  const there = new Set([...place.options].map((one) => one.value));
  const keys = fresh.map((one) => one.key).filter((one) => one && !DIGEST.test(one));
  for (const one of new Set(keys)) if (!there.has(one)) place.append(make("option", { value: one }));
  if (!mock.touched && keys.length && mock.health.keys === "any") {
    byId("key").value = keys.at(-1);
    mock.touched = true;
  }
}

// ---- the view -----------------------------------------------------------------------------------------------------

export function start(section) {
  const rows = make("tbody", { id: "request-rows" });
  const count = make("p", { class: "count", id: "request-count" });
  const grid = table("Requests to the API, newest first", ["Verdict", "Request", "Key", "Took", "At"], rows, {
    class: "requests",
  });
  const none = empty("");
  const filter = filterForm();
  section.append(make("div", { class: "bar" }, filter, buttons()), count, grid, none);
  view = { rows, count, grid, none, filter };
  refresh([]);
}

function filterForm() {
  const names = make("datalist", { id: "operation-names" });
  contract().then(
    (document) => names.append(...options(operations(document).map((one) => one.id))),
    () => undefined,
  );
  const changed = () => refresh([]);
  return make(
    "form",
    { class: "filters", input: changed, submit: (event) => event.preventDefault() },
    labelled("Operation", make("input", { name: "operation", list: "operation-names", spellcheck: "false" })),
    names,
    labelled("Status", make("input", { name: "status", inputmode: "numeric", size: 5, placeholder: "4" })),
    labelled("Key", make("input", { name: "key", list: "keys", size: 10, spellcheck: "false" })),
    labelled(
      "Show",
      make(
        "select",
        { name: "kind" },
        options([
          ["", "all"],
          ["accepted", "accepted"],
          ["bad", "whatever went wrong"],
          ["struck", "struck by a fault"],
        ]),
      ),
    ),
  );
}

function buttons() {
  const pause = make("button", { type: "button", "aria-pressed": "false", click: toggle }, "Pause");
  function toggle() {
    live = !live;
    pause.setAttribute("aria-pressed", String(!live));
    pause.textContent = live ? "Pause" : "Go on";
    refresh([]);
  }
  const clear = make("button", { type: "button", click: clearAll }, "Clear");
  async function clearAll() {
    await own("DELETE", "journal");
    forget();
    live = true;
    refresh([]);
    announce("The journal is empty");
  }
  return make(
    "div",
    { class: "buttons" },
    pause,
    clear,
    make("a", { class: "button", href: ownPath("journal.har"), download: "scenario-mock.har" }, "HAR"),
  );
}

function fitting() {
  const asked = new FormData(view.filter);
  const [operation, status, wantedKey, kind] = ["operation", "status", "key", "kind"].map((name) =>
    asked.get(name).trim(),
  );
  return (record) => {
    const found = verdict(record).kind;
    return (
      (!operation || (record.operationId ?? "").toLowerCase().includes(operation.toLowerCase())) &&
      (!status || String(record.status).startsWith(status)) &&
      (!wantedKey || record.key === wantedKey) &&
      (!kind || (kind === "bad" ? found !== "accepted" : found === kind))
    );
  };
}

function refresh(fresh) {
  if (view === null || (!live && fresh.length)) return;
  const fits = fitting();
  const records = [...known.values()].sort((one, other) => other.number - one.number).filter(fits);
  const shown = records.slice(0, MOST_SHOWN);
  const there = new Map([...view.rows.children].map((row) => [row.dataset.id, row]));
  const rows = shown.map((record) => there.get(idOf(record)) ?? rowOf(record));
  place(view.rows, rows);
  view.grid.hidden = !shown.length;
  view.none.hidden = shown.length > 0;
  view.none.textContent = known.size ? "No request fits the filter." : "No requests yet. Call the API with any key:";
  if (!known.size) view.none.append(firstCall());
  const many = records.length > shown.length ? `, the latest ${shown.length} are shown` : "";
  view.count.textContent = `${records.length} of ${known.size} requests${many}${live ? "" : ", paused"}`;
  tellOf(fresh.filter(fits));
}

function tellOf(fresh) {
  if (!fresh.length) return;
  const latest = fresh.at(-1);
  const many = fresh.length > 1 ? `${fresh.length} requests, the latest ` : "";
  announce(`${many}${latest.operationId ?? latest.path} ${latest.status} ${verdict(latest).word}`, true);
}

const idOf = (record) => `${record.number} ${record.at} ${record.durationMs}`;

function rowOf(record) {
  const judged = verdict(record, effects);
  const open = () => openRecord(record.number, effects);
  const name = make("button", { type: "button", class: "link" }, record.operationId ?? "no operation");
  const query = record.query ? `?${record.query}` : "";
  return make(
    "tr",
    { "data-id": idOf(record), "data-kind": judged.kind, click: open },
    make("td", {}, make("span", { class: `badge ${judged.kind}` }, `${record.status} ${judged.word}`)),
    make(
      "td",
      {},
      name,
      make("span", { class: "path" }, `${record.method} ${record.path}${query}`),
      judged.text && make("span", { class: "why" }, judged.text),
    ),
    make("td", {}, record.key ?? "none"),
    make("td", { class: "number" }, duration(record.durationMs)),
    make("td", { class: "number" }, make("time", { datetime: record.at, title: record.at }, clockTime(record.at))),
  );
}

function firstCall() {
  const line = `curl -u ${key()}:any-secret ${location.origin}/v1/models?pageSize=1`;
  return make("span", { class: "first-call" }, make("code", {}, line), copier(line, "line"));
}
