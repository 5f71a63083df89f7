// The states that a job went through, as a line of steps.

import { make } from "./page.js";
import { dateAndTime, duration } from "./text.js";

/** The colour of a state; whatever has not ended runs. */
export const kindOf = (status) =>
  ({ success: "accepted", failure: "failed", failed: "failed", canceled: "refused" })[status] ?? "running";

/** Each status with how long after the beginning it came. */
export function timeline(job) {
  const steps = job.statusHistory ?? [];
  const begun = Date.parse(steps[0]?.date ?? job.createdAt);
  return make(
    "ol",
    { class: "timeline", "aria-label": "Status history" },
    steps.map((step, at) =>
      make(
        "li",
        { class: kindOf(step.status) },
        step.status,
        " ",
        make(
          "time",
          { datetime: step.date, title: step.date },
          at === 0 ? dateAndTime(step.date) : `+${duration(Date.parse(step.date) - begun)}`,
        ),
      ),
    ),
  );
}
