// The frame: which view is shown, the key, and the pulse.
//
// A view is `{title, start(section), pulse(news)}`: `start` makes it when it is first opened, `pulse` is called about
// once a second while it is shown and the page is seen, with whether the journal has grown. One request a second asks
// for what is new; it costs the mock less than a call of the API.

import { announce, byId, make } from "./page.js";
import { own } from "./server.js";
import * as requests from "./requests.js";
import * as jobs from "./jobs.js";
import * as pictures from "./pictures.js";
import * as controls from "./controls.js";
import * as reference from "./reference.js";

const VIEWS = { requests, jobs, pictures, controls, api: reference };
const PULSE_MS = 1000;
const LONGEST_MS = 8000;

/** What the views know of the mock: its health, and how to be told that the key changed. */
export const mock = { health: null, touched: false };
const sections = new Map();
let wait = PULSE_MS;

function wanted() {
  const [name, ...rest] = location.hash.slice(1).split("/");
  return { name: name in VIEWS ? name : "requests", rest: rest.join("/") };
}

function show() {
  if (mock.health === null) return;
  const { name, rest } = wanted();
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const [other, section] of sections) section.hidden = other !== name;
  if (!sections.has(name)) {
    const title = VIEWS[name].title;
    const section = make("section", { id: `view-${name}`, "aria-label": title });
    sections.set(name, section);
    byId("view").append(section);
    VIEWS[name].start(section, mock);
  }
  document.title = `${VIEWS[name].title} · scenario-mock`;
  VIEWS[name].opened?.(rest);
  pulse();
}

function factsOf(health) {
  const keys = health.keys === "fixed" ? "one key only" : "any key";
  return [`contract ${health.contract}`, `seed ${health.seed}`, health.profile, health.state, keys].join(" · ");
}

async function meet() {
  mock.health = await own("GET", "health");
  byId("facts").textContent = factsOf(mock.health);
  if (!sections.size) show();
}

let beating = false;
let timer = 0;

async function pulse() {
  if (beating) return;
  beating = true;
  clearTimeout(timer);
  try {
    if (mock.health === null) await meet();
    const grown = await requests.follow(mock);
    await VIEWS[wanted().name].pulse?.(grown, mock);
    trouble("");
    wait = PULSE_MS;
  } catch (error) {
    if (error.status === 0) {
      mock.health = null;
      requests.forget();
    }
    trouble(error.message);
    wait = Math.min(2 * wait, LONGEST_MS);
  }
  beating = false;
  if (!document.hidden) timer = setTimeout(pulse, wait);
}

function trouble(text) {
  const place = byId("trouble");
  if (place.textContent !== text) place.textContent = text;
  place.hidden = !text;
}

function keyChanged() {
  mock.touched = true;
  for (const view of Object.values(VIEWS)) view.keyChanged?.();
  announce(`The key is ${byId("key").value}`);
  pulse();
}

document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : pulse()));
window.addEventListener("hashchange", show);
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("view").focus();
});
byId("credentials").addEventListener("change", keyChanged);
byId("credentials").addEventListener("submit", (event) => event.preventDefault());
pulse();
