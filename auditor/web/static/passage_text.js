/**
 * The text being edited, in code points as everywhere in auditor, and what became of it since the view was made.
 * Positions that callers give count in the view's text; edits since then shift them.
 */

let points = [];
let ending = "\n";
let edits = [];

/** Start anew from the view's text. */
export function load(text) {
  points = Array.from(text);
  ending = text.includes("\r\n") ? "\r\n" : "\n";
  edits = [];
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

/** Put `text` in place of [start, end); gives what undo needs. Throws where an edit that is not audited yet touches it. */
export function replace(start, end, text) {
  const inserted = Array.from(ending === "\n" ? text : text.replace(/\r?\n/g, ending));
  const shift = before(start, end);
  const removed = points.slice(start + shift, end + shift);
  points.splice(start + shift, removed.length, ...inserted);
  const edit = { start, end, delta: inserted.length - removed.length };
  edits.push(edit);
  return { edit, at: start + shift, removed: removed.join(""), inserted: inserted.length };
}

/** Whether `change` is the newest edit that the view does not show yet, or there is none such. */
export function canTakeBack(change) {
  return !edits.length || edits.at(-1) === change.edit;
}

/** Undo the newest change that `replace` gave. */
export function takeBack(change) {
  points.splice(change.at, change.inserted, ...Array.from(change.removed));
  if (edits.at(-1) === change.edit) edits.pop();
  else edits.push({ start: change.at, end: change.at + change.inserted, delta: Array.from(change.removed).length - change.inserted });
}

function before(start, end) {
  let shift = 0;
  for (const edit of edits) {
    if (edit.end <= start) shift += edit.delta;
    else if (edit.start < end) throw new Error("This place was changed a moment ago; wait until it is audited again.");
  }
  return shift;
}
