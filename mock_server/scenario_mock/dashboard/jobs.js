// The jobs of a key with their timelines, as GET /v1/jobs tells them; what came of them as pictures.
//
// Read again each second while one of them runs, and whenever the journal has grown.

import { openAsset, thumbnail } from "./asset.js";
import { announce, empty, facts, form, labelled, make, openDialog, options, place } from "./page.js";
import { call, contract, look, operations } from "./server.js";
import { dateAndTime } from "./text.js";
import { kindOf, timeline } from "./timeline.js";

export const title = "Jobs";
const PAGE_SIZE = 20;
const MOST_PICTURES = 4;
const ENDED = new Set(["success", "failure", "failed", "canceled"]);
const GENERATE = "createCustomGeneration";
const MODEL = "model_imagen4-ultra";
/** The only kind of job that the API cancels. */
const CANCELABLE = "inference";

let view = null;
let due = true;
const cards = new Map();
const assets = new Map();

export function keyChanged() {
  due = true;
  cards.clear();
  assets.clear();
}

export function start(section, mock) {
  if (mock.health.state === "stateless") {
    section.append(
      empty(
        "This mock keeps no world (--stateless): every answer is made up on the spot, so there are no jobs to follow.",
      ),
    );
    return;
  }
  const again = () => {
    due = true;
  };
  const filter = make(
    "form",
    { class: "filters", change: again, submit: (event) => event.preventDefault() },
    labelled(
      "Status",
      make("select", { name: "status" }, options([["", "all"], "in-progress", "success", "failure", "canceled"])),
    ),
  );
  const list = make("ol", { class: "jobs" });
  const none = empty("");
  const generate = generator();
  contract().then(
    (document) => {
      generate.hidden = !operations(document).some((one) => one.id === GENERATE);
    },
    () => undefined,
  );
  section.append(
    make("div", { class: "bar" }, filter, generate),
    make("p", { class: "count" }, `The latest ${PAGE_SIZE} jobs of the key`),
    none,
    list,
  );
  view = { filter, list, none };
}

function generator() {
  const prompt = make("input", {
    name: "prompt",
    required: true,
    value: "a castle on a hill, watercolor",
    maxlength: 500,
  });
  return form(
    { class: "filters generate" },
    async (fields) => {
      const answer = await call("POST", `/generate/custom/${MODEL}`, JSON.stringify({ prompt: fields.get("prompt") }));
      due = true;
      const body = JSON.parse(answer.text || "{}");
      if (answer.status !== 200) throw new Error(`${answer.status} ${body.reason ?? ""}`);
      return "Started.";
    },
    labelled("Prompt", prompt),
    make("button", { class: "primary" }, "Generate"),
  );
}

export async function pulse(grown) {
  if (view === null || !(due || grown)) return;
  const status = new FormData(view.filter).get("status");
  let found;
  try {
    found = (await look("GET", `/jobs?pageSize=${PAGE_SIZE}${status ? `&status=${status}` : ""}`)).jobs;
  } catch (error) {
    tell(`The jobs cannot be read: ${error.message}`, true);
    due = true;
    return;
  }
  due = found.some((job) => !ENDED.has(job.status));
  await readAssets(found.flatMap((job) => (job.metadata?.assetIds ?? []).slice(0, MOST_PICTURES)));
  show(found);
  tell(found.length ? "" : "No jobs of this key in this state.", !found.length);
}

function tell(text, alone) {
  view.none.textContent = text;
  view.none.hidden = !text;
  if (alone) view.list.replaceChildren();
}

async function readAssets(ids) {
  const missing = [...new Set(ids)].filter((id) => !assets.has(id));
  if (!missing.length) return;
  for (const asset of (await look("POST", "/assets/get-bulk", { assetIds: missing })).assets)
    assets.set(asset.id, asset);
  for (const id of missing) if (!assets.has(id)) assets.set(id, null);
}

function show(jobs) {
  const rows = jobs.map((job) => {
    const state = JSON.stringify([job.status, job.progress, job.updatedAt, job.metadata?.assetIds]);
    const known = cards.get(job.jobId);
    if (known?.state === state) return known.card;
    if (known && ENDED.has(job.status)) announce(`Job of ${said(job)}: ${job.status}`);
    const card = known?.card ?? make("li", { class: "job", "data-id": job.jobId });
    fill(card, job);
    cards.set(job.jobId, { state, card });
    return card;
  });
  place(view.list, rows);
}

const said = (job) => job.metadata?.input?.prompt ?? job.jobType;

function fill(card, job) {
  const held = card.contains(document.activeElement) ? document.activeElement.dataset.does : null;
  const input = job.metadata?.input ?? {};
  const open = make(
    "button",
    { type: "button", class: "link", "data-does": "open", click: () => openJob(job) },
    String(said(job)),
  );
  const running = !ENDED.has(job.status);
  card.replaceChildren(
    ...[
      make(
        "div",
        { class: "job-head" },
        make("span", { class: `badge ${kindOf(job.status)}` }, job.status),
        open,
        running &&
          job.jobType === CANCELABLE &&
          make(
            "button",
            { type: "button", class: "small", "data-does": "cancel", click: () => cancel(job, card) },
            "Cancel",
          ),
      ),
      make("p", { class: "path" }, [job.jobType, input.modelId, job.jobId].filter(Boolean).join(" · ")),
      running && make("progress", { max: 1, value: job.progress ?? 0, "aria-label": `Progress of ${said(job)}` }),
      job.metadata?.error && make("p", { class: "why" }, job.metadata.error),
      timeline(job),
      pictures(job),
    ].filter(Boolean),
  );
  if (held) card.querySelector(`[data-does="${held}"]`)?.focus();
}

function pictures(job) {
  const ids = job.metadata?.assetIds ?? [];
  const shown = ids
    .slice(0, MOST_PICTURES)
    .map((id) => assets.get(id))
    .filter(Boolean);
  if (!shown.length) return null;
  return make(
    "div",
    { class: "job-pictures" },
    shown.map((asset) => thumbnail(asset, () => openAsset(asset.id))),
    ids.length > shown.length && make("span", { class: "hint" }, `and ${ids.length - shown.length} more`),
  );
}

async function cancel(job, card) {
  const answer = await call("POST", `/jobs/${job.jobId}/action`, JSON.stringify({ action: "cancel" }));
  due = true;
  if (answer.status === 200) announce("Canceled");
  else card.append(make("p", { class: "said bad", role: "status" }, `Not canceled: ${answer.status} ${answer.text}`));
}

function openJob(job) {
  openDialog(
    `Job ${job.jobId}`,
    facts([
      ["Kind", job.jobType],
      ["Status", job.status],
      ["Error", job.metadata?.error],
      ["Cost", job.billing && `${job.billing.cuCost} Creative Units`],
      ["Begun", dateAndTime(job.createdAt)],
    ]),
    timeline(job),
    pictures(job),
    make("pre", { tabindex: 0, "aria-label": "Job as JSON" }, JSON.stringify(job, null, 2)),
  );
}
