/**
 * The text being edited, in code points as everywhere in auditor, and what became of it since the view was made.
 * Positions that callers give count in the view's text; edits since then shift them.
 */

import { Refusal } from "./api.js";

let viewed = [];
let points = [];
let ending = "\n";
let edits = [];

/** Start anew from the view's text; gives where a place in the text of the view before is now, null if it was changed. */
export function load(text) {
  const before = viewed;
  viewed = Array.from(text);
  points = [...viewed];
  ending = text.includes("\r\n") ? "\r\n" : "\n";
  edits = [];
  return (place) => moved(place, before, viewed);
}

function moved(place, before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (place < head) return place;
  return place >= before.length - tail ? place + after.length - before.length : null;
}

/** The whole text as it is now. */
export function current() {
  return points.join("");
}

/** What stands at [start, end) of the view's text. */
export function at(start, end) {
  const shift = before(start, end);
  return points.slice(start + shift, end + shift).join("");
}

/** Put `text` in place of [start, end). Throws where an edit that is not audited yet touches it. */
export function replace(start, end, text) {
  const inserted = Array.from(ending === "\n" ? text : text.replace(/\r?\n/g, ending));
  const shift = before(start, end);
  points.splice(start + shift, end - start, ...inserted);
  edits.push({ start, end, delta: inserted.length - (end - start) });
}

function before(start, end) {
  let shift = 0;
  for (const edit of edits) {
    if (edit.end <= start) shift += edit.delta;
    else if (edit.start < end) throw new Refusal(409, { title: "This place was changed a moment ago.", remedy: "Wait until it is audited again." });
  }
  return shift;
}
