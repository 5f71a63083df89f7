// The hand on the mock: clock, faults, limits, snapshots, reset.

import { start as faults, pulse as faultsPulse } from "./faults.js";
import { announce, empty, form, labelled, make, table } from "./page.js";
import { own, ownPath } from "./server.js";
import { dateAndTime } from "./text.js";

export const title = "Controls";
const STEPS = [
  [1, "1 s"],
  [3, "3 s"],
  [60, "1 min"],
  [3600, "1 h"],
  [86400, "1 day"],
];

let view = null;

export function start(section) {
  view = {
    now: make("time", { class: "now" }),
    limits: make("tbody"),
    snapshots: make("ul", { class: "rows" }),
    shown: {},
  };
  section.append(faults(), clock(), limits(), snapshots(), journal(), reset());
}

/** All that somebody else may have changed meanwhile. */
export async function pulse() {
  tellTime((await own("GET", "clock")).now);
  await faultsPulse();
  showLimits((await own("GET", "limits")).limits);
  showSnapshots((await own("GET", "snapshots")).snapshots);
}

/** Whether a list is another than the one that is shown: what stays keeps the focus. */
function isNew(name, listed) {
  const text = JSON.stringify(listed);
  const changed = view.shown[name] !== text;
  view.shown[name] = text;
  return changed;
}

const card = (name, hint, ...content) =>
  make("section", { class: "card" }, make("h2", {}, name), hint && make("p", { class: "hint" }, hint), content);

// ---- clock --------------------------------------------------------------------------------------------------------

function tellTime(now) {
  view.now.textContent = `${dateAndTime(now)} UTC`;
  view.now.dateTime = now;
}

async function move(change) {
  const { now } = await own("POST", "clock", change);
  tellTime(now);
  announce(`It is ${dateAndTime(now)}`);
  return "";
}

function clock() {
  const steps = STEPS.map(([seconds, text]) =>
    make("button", { type: "button", click: () => move({ advance: seconds }) }, `+ ${text}`),
  );
  return card(
    "Clock",
    "Jobs run on, limits fill up and file addresses expire as time passes; it only goes forward.",
    make("p", {}, view.now),
    make("div", { class: "buttons" }, steps),
    form(
      { class: "filters" },
      (fields) => move({ advance: Number(fields.get("seconds")) }),
      labelled("Seconds", make("input", { name: "seconds", type: "number", min: 0, step: "any", required: true })),
      make("button", {}, "Advance"),
    ),
  );
}

// ---- limits -------------------------------------------------------------------------------------------------------

function limits() {
  const number = (name, text) => labelled(text, make("input", { name, type: "number", min: 0, step: "any" }));
  return card(
    "Limits",
    "What a key may do; * is every key without a limit of its own.",
    table("Limits", ["Key", "Limit", ""], view.limits),
    form(
      { class: "filters" },
      setLimit,
      labelled("Key", make("input", { name: "key", required: true, value: "*", size: 10, list: "keys" })),
      number("requestsPerSecond", "Requests a second"),
      number("requests", "Requests in all"),
      number("creativeUnits", "Creative Units"),
      make("button", {}, "Set the limit"),
    ),
  );
}

async function setLimit(fields) {
  const asked = { key: fields.get("key") };
  for (const [name, value] of fields) if (name !== "key" && value !== "") asked[name] = Number(value);
  await own("POST", "limits", asked);
  showLimits((await own("GET", "limits")).limits);
  return "Counting begins now.";
}

function showLimits(listed) {
  if (!isNew("limits", listed)) return;
  const rows = listed.map(({ key, ...limit }) =>
    make(
      "tr",
      {},
      make("td", {}, key),
      make(
        "td",
        {},
        Object.entries(limit)
          .map(([name, value]) => `${name} ${value}`)
          .join(", "),
      ),
      make(
        "td",
        {},
        make(
          "button",
          {
            type: "button",
            class: "small",
            "aria-label": `Remove the limit of ${key}`,
            click: async () => showLimits((await own("DELETE", `limits?key=${encodeURIComponent(key)}`)).limits),
          },
          "Remove",
        ),
      ),
    ),
  );
  view.limits.replaceChildren(
    ...(rows.length ? rows : [make("tr", {}, make("td", { colspan: 3 }, empty("No limits.")))]),
  );
}

// ---- snapshots ----------------------------------------------------------------------------------------------------

function snapshots() {
  return card(
    "Snapshots",
    "The worlds of all keys, to come back to; the clock goes on.",
    view.snapshots,
    form(
      { class: "filters" },
      async (fields) => {
        showSnapshots((await own("POST", `snapshots/${fields.get("name")}`)).snapshots);
        return "Remembered.";
      },
      labelled(
        "Name",
        make("input", {
          name: "name",
          required: true,
          pattern: "[A-Za-z0-9\\-]{1,40}",
          title: "Letters, digits and hyphens",
        }),
      ),
      make("button", {}, "Take a snapshot"),
    ),
  );
}

function showSnapshots(names) {
  if (!isNew("snapshots", names)) return;
  const row = (name) =>
    make(
      "li",
      {},
      make("span", {}, name),
      make("button", { type: "button", class: "small", "aria-label": `Restore ${name}`, click: restore }, "Restore"),
      make(
        "button",
        {
          type: "button",
          class: "small",
          "aria-label": `Forget ${name}`,
          click: async () => showSnapshots((await own("DELETE", `snapshots/${name}`)).snapshots),
        },
        "Forget",
      ),
    );
  async function restore(event) {
    await own("POST", `snapshots/${event.target.getAttribute("aria-label").slice("Restore ".length)}/restore`);
    announce("Restored");
    event.target.textContent = "Restored";
  }
  view.snapshots.replaceChildren(...(names.length ? names.map(row) : [make("li", {}, empty("No snapshots."))]));
}

// ---- the rest -----------------------------------------------------------------------------------------------------

function journal() {
  return card(
    "Journal",
    "The latest 1,000 requests, without secrets, for any tool that reads HAR 1.2.",
    make(
      "div",
      { class: "buttons" },
      make("a", { class: "button", href: ownPath("journal.har"), download: "scenario-mock.har" }, "Download HAR"),
      make("a", { class: "button", href: ownPath("openapi.json") }, "These routes as OpenAPI"),
    ),
  );
}

function reset() {
  const sure = make("input", { name: "sure", type: "checkbox", required: true });
  return card(
    "Reset",
    "Back to the world that the seed makes: of one key, or all worlds, faults, limits and requests.",
    form(
      { class: "filters" },
      async (fields, element) => {
        const key = fields.get("key").trim();
        await own("POST", "reset", key ? { key } : {});
        element.reset();
        return key ? `The world of ${key} is as it was.` : "Everything is as it was.";
      },
      labelled("Key", make("input", { name: "key", list: "keys", placeholder: "all keys", spellcheck: "false" })),
      make("label", { class: "check" }, sure, make("span", {}, "Yes, what was made is lost")),
      make("button", { class: "danger" }, "Reset"),
    ),
  );
}
