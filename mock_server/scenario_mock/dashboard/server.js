// Calls to the mock that serves this page: its own routes, and the API with the key that the header of the page holds.

import { byId } from "./page.js";

const OWN = new URL("./", document.baseURI).pathname;
export const BASE = "/v1";
/** With this header a call only looks: it is in no journal, no fault strikes it, no limit counts it. */
const LOOK = { "X-Scenario-Mock-Look": "1" };

/** An answer that is a refusal, or none at all (status 0). */
export class Refused extends Error {
  constructor(status, body, text) {
    super(body?.reason ?? body?.message ?? text);
    this.status = status;
    this.body = body;
  }
}

async function send(path, settings) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", credentials: "omit", ...settings });
  } catch {
    throw new Refused(0, null, "The mock does not answer");
  }
  return answer;
}

async function told(answer) {
  const text = await answer.text();
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    // Told below: no route here answers with anything else than JSON.
  }
  if (!answer.ok || body === null) throw new Refused(answer.status, body, `${answer.status} ${text.slice(0, 200)}`);
  return body;
}

const withJson = (body) =>
  body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };

/** One of the mock's own routes: `own("GET", "clock")`. Raises Refused. */
export async function own(method, path, body) {
  return told(await send(OWN + path, { method, ...withJson(body) }));
}

/** The path of one of the mock's own routes. */
export const ownPath = (path) => OWN + path;

/** Look at the API: what is asked leaves no trace. Raises Refused. */
export async function look(method, path, body) {
  const given = withJson(body);
  const headers = { ...given.headers, ...LOOK, Authorization: authorization() };
  return told(await send(BASE + path, { ...given, method, headers }));
}

/** Call the API as an application does: the journal has it, faults strike it. Gives status, time, headers and text. */
export async function call(method, path, text, headers = {}) {
  const begun = performance.now();
  const settings = { method, headers: { ...headers, Authorization: authorization() } };
  if (text)
    Object.assign(settings, { body: text, headers: { ...settings.headers, "Content-Type": "application/json" } });
  const answer = await send(BASE + path, settings);
  let body = "";
  let cut = false;
  try {
    body = await answer.text();
  } catch {
    cut = true;
  }
  return { status: answer.status, ms: performance.now() - begun, headers: answer.headers, text: body, cut };
}

export const key = () => byId("key").value.trim() || "any-key";
export const secret = () => byId("secret").value || "any-secret";

function authorization() {
  const bytes = new TextEncoder().encode(`${key()}:${secret()}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** The address of a file of this mock for showing it, which no fault strikes; null for one that lies elsewhere. */
export function shown(url) {
  if (!url || !URL.canParse(url) || new URL(url).origin !== location.origin) return null;
  return `${url}&look=1`;
}

let contractRead = null;
let ownContractRead = null;

/** The contract of the API, read once. */
export function contract() {
  contractRead ??= own("GET", "contract.json").catch((error) => {
    contractRead = null;
    throw error;
  });
  return contractRead;
}

/** The document of the mock's own routes, read once. */
export function ownContract() {
  ownContractRead ??= own("GET", "openapi.json").catch((error) => {
    ownContractRead = null;
    throw error;
  });
  return ownContractRead;
}

const METHODS = ["get", "post", "put", "patch", "delete"];

/** All operations of a document: `{id, method, path, tag, raw}`, in its order. */
export function operations(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const raw = item[method];
      return { id: raw.operationId, method: method.toUpperCase(), path, tag: raw.tags?.[0] ?? "untagged", raw };
    }),
  );
}
