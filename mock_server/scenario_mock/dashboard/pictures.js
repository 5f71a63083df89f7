// The pictures of a key, searched by POST /v1/search/assets: the real endpoint, with its words, filter and order.

import { openAsset, thumbnail } from "./asset.js";
import { announce, empty, form, labelled, make, options } from "./page.js";
import { contract, look } from "./server.js";

export const title = "Pictures";
const PAGE = 24;
/** A search asks for something; this finds all. */
const ALL = "createdAt IS NOT EMPTY";
const ORDERS = [
  ["", "best, or newest"],
  ["createdAt:desc", "newest"],
  ["createdAt:asc", "oldest"],
  ["width:desc", "widest"],
  ["updatedAt:desc", "changed last"],
];

let view = null;
let asked = null;
let stale = true;

export function keyChanged() {
  stale = true;
}

export function start(section, mock) {
  if (mock.health.state === "stateless") {
    section.append(empty("This mock keeps no world (--stateless): it has no pictures to show."));
    return;
  }
  const box = make("input", { name: "query", type: "search", placeholder: "castle, watercolor …" });
  const filter = make("input", {
    name: "filter",
    placeholder: "width >= 1024 AND tags = fantasy",
    spellcheck: "false",
  });
  const found = make("div", { class: "gallery", id: "gallery" });
  const count = make("p", { class: "count", role: "status" });
  const problem = make("div", { class: "filter-problem", role: "alert", hidden: true });
  const more = make("button", { type: "button", hidden: true, click: () => search(false) }, "More");
  const search_ = form(
    { class: "filters search", role: "search" },
    () => search(true),
    labelled("Words", box),
    labelled("Filter", filter),
    labelled("Order", make("select", { name: "sort" }, options(ORDERS))),
    labelled(
      "By meaning",
      make(
        "select",
        { name: "meaning" },
        options([
          ["", "words only"],
          ["0.5", "both"],
          ["1", "meaning only"],
        ]),
      ),
    ),
    labelled(
      "Whose",
      make(
        "select",
        { name: "public" },
        options([
          ["", "this key's"],
          ["true", "public"],
        ]),
      ),
    ),
    make("button", { class: "primary" }, "Search"),
  );
  section.append(search_, help(), problem, count, found, more);
  view = { found, count, problem, more, form: search_ };
}

function help() {
  const list = make("dl", { class: "facts-list" });
  const details = make(
    "details",
    { class: "filter-help" },
    make("summary", {}, "Fields and operators of the filter"),
    list,
  );
  details.addEventListener("toggle", async () => {
    if (list.children.length) return;
    const fields =
      (await contract()).components.schemas.AssetSearchRequest?.properties?.filter?.["x-filterable-fields"] ?? {};
    list.append(
      make("dt", {}, "operators"),
      make("dd", {}, "=  !=  >  >=  <  <=  :  IS EMPTY  IS NOT EMPTY, joined by AND, OR, NOT and ( )"),
      ...Object.entries(fields).flatMap(([name, field]) => [
        make("dt", {}, name),
        make("dd", {}, `${field.type}. ${field.description ?? ""}`),
      ]),
    );
  });
  return details;
}

export async function pulse() {
  if (view !== null && stale) await search(true);
}

function request() {
  const fields = new FormData(view.form);
  const [query, filter, sort, meaning] = ["query", "filter", "sort", "meaning"].map((name) => fields.get(name).trim());
  const body = { limit: PAGE, offset: 0 };
  if (query) body.query = query;
  if (filter || !query) body.filter = filter || ALL;
  if (sort) body.sortBy = [sort];
  else if (!query) body.sortBy = ["createdAt:desc"];
  if (meaning && query) body.querySemanticRatio = Number(meaning);
  if (fields.get("public")) body.public = true;
  return body;
}

async function search(anew) {
  stale = false;
  if (anew) asked = request();
  else asked = { ...asked, offset: asked.offset + PAGE };
  let answer;
  try {
    answer = await look("POST", "/search/assets", asked);
  } catch (error) {
    refuse(error);
    return;
  }
  view.problem.hidden = true;
  const tiles = answer.hits.map((hit) => thumbnail(hit, () => openAsset(hit.id)));
  if (anew) view.found.replaceChildren(...tiles);
  else view.found.append(...tiles);
  const total = answer.estimatedTotalHits ?? answer.totalHits ?? tiles.length;
  view.count.textContent = total === 1 ? "1 asset" : `${total} assets`;
  view.more.hidden = asked.offset + PAGE >= total;
  if (!anew) tiles[0]?.focus();
  announce(`${total} assets found`);
}

/** The service's words, and under the filter a mark at the column that they name. */
function refuse(error) {
  const column = Number(/column (\d+)/.exec(error.message)?.[1] ?? 0);
  const marked =
    column > 0 && asked.filter
      ? make("pre", {}, asked.filter, "\n", " ".repeat(column - 1), make("strong", {}, "^"))
      : null;
  view.problem.replaceChildren(...[make("p", {}, error.message), marked].filter(Boolean));
  view.problem.hidden = false;
  view.found.replaceChildren();
  view.count.textContent = "";
  view.more.hidden = true;
}
