/** Changing the text and settling findings; what was done can be undone, newest first. */

import { follow, fragment, send } from "./api.js";
import { cards, chosenCard, choose, dataOf, view } from "./cards.js";
import * as text from "./passage_text.js";
import { say, trying } from "./say.js";

/** The text is no article or is too long. */
const REFUSED = new Set([400, 413, 422]);

const done = [];
let version = 0;
let dirty = false;
let decisions = [];
let wanted = {};
let running = null;
let interrupt = () => {};
let shown = () => {};

/** Take over the view that the page came with; `redrawn` is called whenever another takes its place. */
export function begin(redrawn) {
  shown = redrawn;
  take();
  if (view().dataset.state === "working") running = trying(() => finished().then(swap)).finally(() => (running = null));
}

function take() {
  version = Number(view().dataset.version);
  text.load(JSON.parse(view().dataset.text));
  offerUndo();
}

/** Accept the suggestion of `card`. */
export async function accept(card) {
  const { start, end, suggestion, fingerprint, number } = dataOf(card);
  const entry = { change: text.replace(start, end, suggestion), fingerprint };
  remember(entry);
  show(number, suggestion);
  card.remove();
  say("Accepted. Undo with u.");
  decisions.push({ fingerprint, decision: "accepted" });
  await orTakeBack(entry);
}

/** Put `own` in place of the passage at [start, end) of the view's text. */
export async function rewrite(start, end, own) {
  if (text.at(start, end) === own) return;
  const entry = { change: text.replace(start, end, own) };
  remember(entry);
  say("Changed; the article is audited again. Undo with u.");
  await orTakeBack(entry);
}

/** What the server will not have is as if it had not been done; without a server it waits for the next change. */
async function orTakeBack(entry) {
  try {
    await audit();
  } catch (error) {
    if (REFUSED.has(error.status) && done.at(-1) === entry && text.canTakeBack(entry.change)) {
      text.takeBack(entry.change);
      done.pop();
      await swap();
    }
    throw error;
  }
}

/** Decide about the finding of `card` without changing the text: dismissed, confirmed or reopened. */
export async function decide(card, decision, more = {}) {
  const { fingerprint } = dataOf(card);
  await send("POST", `${url()}/decisions`, { fingerprint, decision, ...more });
  if (decision !== "reopened") remember({ fingerprint });
  await running;
  await swap();
}

/** Audit again in another language. */
export async function speak(languages) {
  Object.assign(wanted, languages);
  await audit();
}

/** Undo what was done last. */
export async function undo() {
  const last = done.at(-1);
  if (!last) return say("There is nothing to undo.");
  if (last.change && !text.canTakeBack(last.change)) await running;
  done.pop();
  offerUndo();
  if (last.change) {
    text.takeBack(last.change);
    await audit();
  }
  if (last.fingerprint) {
    await note({ fingerprint: last.fingerprint, decision: "reopened" });
    await running;
    await swap();
    choose(cards().find((card) => dataOf(card).fingerprint === last.fingerprint) ?? null);
  }
  say("Undone.");
}

/** The corrected text as it is now. */
export const corrected = () => text.current();

const url = () => view().dataset.url;

function remember(what) {
  done.push(what);
  offerUndo();
}

function offerUndo() {
  const button = document.querySelector('[data-do="undo"]');
  if (button) button.disabled = !done.length;
}

/** Send what was accepted and the text, and show what the new audit says; edits made meanwhile are sent after it. */
function audit() {
  dirty = true;
  interrupt();
  running ??= sendAll().finally(() => (running = null));
  return running;
}

async function sendAll() {
  view().setAttribute("aria-busy", "true");
  try {
    while (dirty) {
      dirty = false;
      for (const decision of decisions.splice(0)) await note(decision);
      const body = { text: text.current(), version, ...wanted };
      wanted = {};
      version = (await send("PUT", `${url()}/translation`, body)).version;
      await finished();
      if (!dirty) await swap();
    }
  } finally {
    view().removeAttribute("aria-busy");
  }
}

/** Keep a decision about a finding that the text itself may have lost by now; then there is nothing to keep. */
async function note(decision) {
  try {
    await send("POST", `${url()}/decisions`, decision);
  } catch (error) {
    if (error.status !== 404) throw error;
  }
}

/** Settles when the audit has ended, or when there is something newer to audit. */
function finished() {
  return new Promise((resolve, reject) => {
    const fail = (told) => reject(new Error([told.message, told.remedy].filter(Boolean).join(" ")));
    const stop = follow(url(), version, {
      done: resolve,
      cancelled: resolve,
      failed: fail,
      lost: () => fail({ message: "The connection to the server was lost.", remedy: "Is `auditor serve` still running?" }),
    });
    interrupt = () => {
      stop();
      resolve();
    };
  });
}

/** Fetch the view and put it in the old one's place, without moving what the reader looks at. */
async function swap() {
  const parsed = new DOMParser().parseFromString(await fragment(`${url()}/view`), "text/html").getElementById("view");
  if (dirty) return;
  const fingerprint = chosenCard() && dataOf(chosenCard()).fingerprint;
  const focused = document.activeElement?.closest?.(".card") !== null;
  const kept = anchor();
  view().replaceWith(document.adoptNode(parsed));
  take();
  shown();
  restore(kept);
  const again = cards().find((card) => dataOf(card).fingerprint === fingerprint);
  choose(again ?? null, { scroll: false, focus: Boolean(again) && focused });
}

/** The passage at the top of the window and where it stands. */
function anchor() {
  const cell = [...view().querySelectorAll(".cell")].find((each) => each.getBoundingClientRect().bottom > 96);
  return cell && { id: cell.id, top: cell.getBoundingClientRect().top };
}

function restore(kept) {
  const cell = kept && document.getElementById(kept.id);
  if (cell) scrollBy({ top: cell.getBoundingClientRect().top - kept.top, behavior: "instant" });
}

/** Show the accepted words at once; the audit that follows draws them properly. */
function show(number, suggestion) {
  const [first, ...others] = view().querySelectorAll(`.cell:not(.theirs) a.mark[data-over~="${number}"]`);
  if (!first) return;
  first.textContent = suggestion;
  first.classList.add("changed");
  for (const other of others) other.textContent = "";
}
