// One asset: as a small picture in lists, and with its details and its generation in the dialog.

import { code, facts, make, openDialog } from "./page.js";
import { look, shown } from "./server.js";
import { dateAndTime, size } from "./text.js";
import { timeline } from "./timeline.js";

const nameOf = (asset) => asset.metadata?.name ?? asset.metadata?.prompt ?? asset.id;

/** The address of a picture that stands for the asset; null when there is none here. */
function pictureOf(asset) {
  if (asset.mimeType?.startsWith("image/")) return shown(asset.url);
  return shown(asset.thumbnail?.url);
}

/** A button with the asset's picture, or with what it is, that calls `open`. */
export function thumbnail(asset, open) {
  const address = pictureOf(asset);
  const kind = asset.metadata?.kind ?? asset.kind ?? asset.mimeType ?? "asset";
  const inner =
    address === null
      ? make("span", { class: "no-picture" }, kind)
      : make("img", { src: address, alt: "", loading: "lazy", decoding: "async", error: broken });
  return make(
    "button",
    { type: "button", class: "thumbnail", "data-id": asset.id, click: open },
    inner,
    kind !== "image" && make("span", { class: "kind" }, kind),
    make("span", { class: "name" }, nameOf(asset)),
  );
}

function broken(event) {
  event.target.replaceWith(make("span", { class: "no-picture" }, "could not be loaded"));
}

/** Read an asset and what made it, and show both. */
export async function openAsset(id) {
  openDialog("Asset", make("p", {}, "Reading …"));
  let asset;
  let job = null;
  try {
    asset = (await look("GET", `/assets/${encodeURIComponent(id)}`)).asset;
    const parent = asset.metadata?.parentJobId;
    if (parent) job = (await look("GET", `/jobs/${encodeURIComponent(parent)}`)).job;
  } catch (error) {
    if (!asset) {
      openDialog("Asset", make("p", { class: "said bad" }, error.message));
      return;
    }
  }
  const about = asset.metadata ?? {};
  openDialog(
    nameOf(asset),
    large(asset),
    facts([
      ["Id", asset.id],
      ["Prompt", about.prompt],
      ["Model", about.modelId],
      ["Seed", about.seed],
      ["Size", about.width && `${about.width} × ${about.height}`],
      ["File", `${asset.mimeType}, ${size(about.size ?? 0)}`],
      ["Tags", asset.tags?.join(", ")],
      ["Made", dateAndTime(asset.createdAt)],
      ["Privacy", asset.privacy],
      ["Description", asset.description],
    ]),
    generation(job, about.parentJobId),
    code(JSON.stringify(asset, null, 2), "asset"),
  );
}

function large(asset) {
  const address = shown(asset.url);
  const family = asset.mimeType?.split("/")[0];
  if (address !== null && family === "image") return make("img", { class: "large", src: address, alt: nameOf(asset) });
  if (address !== null && (family === "video" || family === "audio")) {
    return make(family, {
      class: "large",
      src: address,
      controls: true,
      preload: "metadata",
      "aria-label": nameOf(asset),
    });
  }
  return (
    address !== null &&
    make("p", {}, make("a", { class: "button", href: address, download: asset.id }, "Download the file"))
  );
}

function generation(job, parent) {
  if (job === null)
    return parent ? make("p", { class: "hint" }, `Made by ${parent}, which is not there any more.`) : null;
  return make(
    "section",
    { class: "part" },
    make("h3", {}, "Its generation"),
    facts([
      ["Job", job.jobId],
      ["Kind", job.jobType],
      ["Status", job.status],
      ["Cost", job.billing && `${job.billing.cuCost} Creative Units`],
    ]),
    timeline(job),
    make("pre", { tabindex: 0, "aria-label": "Inputs" }, JSON.stringify(job.metadata?.input ?? {}, null, 2)),
  );
}
