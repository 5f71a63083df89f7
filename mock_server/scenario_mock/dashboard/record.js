// One request of the journal with its headers, bodies and what was wrong with it, in the dialog.

import { closeDialog, code, facts, make, openDialog } from "./page.js";
import { own, secret } from "./server.js";
import { curl, dateAndTime, duration, pretty, size, verdict } from "./text.js";

/** Headers that curl sends by itself, or that this page cannot know any more. */
const NOT_REPEATED = new Set([
  "authorization",
  "content-length",
  "content-type",
  "host",
  "user-agent",
  "accept",
  "accept-encoding",
  "accept-language",
  "connection",
  "cookie",
  "origin",
  "referer",
]);

export async function openRecord(number, effects) {
  let record;
  try {
    record = (await own("GET", `journal/${number}`)).request;
  } catch (error) {
    openDialog("Request", make("p", {}, error.message));
    return;
  }
  const judged = verdict(record, effects);
  openDialog(
    `${record.method} ${record.path}`,
    make(
      "p",
      {},
      make("span", { class: `badge ${judged.kind}` }, `${record.status} ${judged.word}`),
      " ",
      make("span", { class: "why" }, judged.text),
    ),
    violations(record),
    facts([
      ["Operation", operationLink(record)],
      ["Key", record.key ?? "none"],
      ["At", dateAndTime(record.at)],
      ["Took", duration(record.durationMs)],
      ["Query", record.query],
    ]),
    code(asCurl(record), "as curl"),
    isCut(record.requestBody, record.requestSize) &&
      make("p", { class: "hint" }, "The line is not whole: the journal kept the beginning of the body only."),
    part("Request", record.requestHeaders, record.requestBody, record.requestSize),
    part("Answer", record.responseHeaders, record.responseBody, record.responseSize),
  );
}

function operationLink(record) {
  if (!record.operationId) return "none of the contract";
  return make("a", { href: `#api/${record.operationId}`, click: closeDialog }, record.operationId);
}

/** All that the contract has against the request, where the answer says it. */
function violations(record) {
  let listed = [];
  try {
    listed = JSON.parse(record.responseBody).details?.violations ?? [];
  } catch {
    return null;
  }
  if (!listed.length) return null;
  return make(
    "ul",
    { class: "violations" },
    listed.map((one) => make("li", {}, make("code", {}, one.at), ` ${one.message}`)),
  );
}

const isCut = (body, bytes) => body !== null && new TextEncoder().encode(body).length < bytes;

function part(name, headers, body, bytes) {
  const lines = Object.entries(headers)
    .map(([header, value]) => `${header}: ${value}`)
    .join("\n");
  const shown = body === null ? (bytes ? `no text: ${size(bytes)}` : "") : pretty(body);
  return make(
    "section",
    { class: "part" },
    make("h3", {}, name),
    make(
      "details",
      {},
      make("summary", {}, `${Object.keys(headers).length} headers`),
      make("pre", { tabindex: 0 }, lines),
    ),
    shown
      ? make("pre", { tabindex: 0, "aria-label": `${name}: body` }, shown)
      : make("p", { class: "empty" }, "No body."),
    isCut(body, bytes) && make("p", { class: "hint" }, `The journal kept the beginning only; it was ${size(bytes)}.`),
  );
}

/** The journal has no secrets: the page's own secret stands in for the caller's. */
function asCurl(record) {
  const headers = Object.fromEntries(
    Object.entries(record.requestHeaders).filter(([name]) => !NOT_REPEATED.has(name) && !name.startsWith("sec-")),
  );
  const query = record.query ? `?${record.query}` : "";
  return curl({
    method: record.method,
    url: record.origin + record.path + query,
    headers,
    user: record.key === null ? null : `${record.key}:${secret()}`,
    body: record.requestBody,
  });
}
