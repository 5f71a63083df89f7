// Times, sizes, verdicts and code lines as text.

export const clockTime = (iso) => iso.slice(11, 23);
export const dateAndTime = (iso) => iso.replace("T", " ").replace("Z", "");

export function duration(ms) {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

export function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** JSON in lines; other text, and JSON that was cut, as it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** What the contract says of a request: `{kind, word, text}`; `effects` has the effect of each fault by id. */
export function verdict(record, effects = new Map()) {
  if (record.faults.length) {
    const names = record.faults.map((id) => (effects.has(id) ? `${id}: ${effects.get(id)}` : id));
    const text = [`Struck by ${names.join(", ")}`, record.reason].filter(Boolean).join(". ");
    return { kind: "struck", word: "struck", text };
  }
  if (record.status >= 500 && record.status !== 501)
    return { kind: "failed", word: "mock failed", text: record.reason ?? "" };
  if (record.status >= 400) return { kind: "refused", word: "refused", text: record.reason ?? "" };
  return { kind: "accepted", word: "accepted", text: "" };
}

const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** A call as a line for a shell. */
export function curl({ method, url, user, body, headers = {} }) {
  const parts = ["curl -sS"];
  if (method !== "GET" && !(method === "POST" && body)) parts.push(`-X ${method}`);
  if (user) parts.push(`-u ${shell(user)}`);
  if (body) parts.push(`-H 'Content-Type: application/json' -d ${shell(body)}`);
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${shell(`${name}: ${value}`)}`);
  return [...parts, shell(url)].join(" \\\n  ");
}

/** A call as lines of Python with httpx. */
export function python({ method, url, user: [key, secret], body }) {
  const lines = [
    "import httpx",
    "",
    "answer = httpx.request(",
    `    ${literal(method)},`,
    `    ${literal(url)},`,
    `    auth=(${literal(key)}, ${literal(secret)}),`,
  ];
  if (body) lines.push(`    json=${value(JSON.parse(body), 1)},`);
  return [...lines, ")", "print(answer.status_code, answer.json())"].join("\n");
}

/** A string as Python spells it: JSON's spelling, which is one of Python's. */
const literal = (text) => JSON.stringify(text);
const WORDS = new Map([
  [null, "None"],
  [true, "True"],
  [false, "False"],
]);

function value(one, depth) {
  if (WORDS.has(one)) return WORDS.get(one);
  if (typeof one !== "object") return JSON.stringify(one);
  const list = Array.isArray(one);
  const parts = list
    ? one.map((part) => value(part, depth + 1))
    : Object.entries(one).map(([name, part]) => `${literal(name)}: ${value(part, depth + 1)}`);
  const [open, close] = list ? "[]" : "{}";
  if (!parts.length) return open + close;
  const gap = "\n" + "    ".repeat(depth);
  return `${open}${gap}    ${parts.join(`,${gap}    `)},${gap}${close}`;
}
