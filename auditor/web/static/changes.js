/** Changing the text and settling findings. The server keeps what was done, so that undo outlives the page. */

import { Refusal, follow, fragment, send } from "./api.js";
import { cards, chosenCard, choose, dataOf, view } from "./cards.js";
import * as text from "./passage_text.js";
import { say, trying } from "./say.js";

/** The text is no article or is too long. */
const REFUSED = new Set([400, 413, 422]);

/** What is still to be sent, in order. */
const waiting = [];
let version = 0;
/** Whether the server has another text than the view: it comes with the next one. */
let behind = false;
let running = null;
let interrupt = () => {};
let redrawn = () => {};

/** Take over the view that the page came with; `drawn` is called whenever another takes its place. */
export function begin(drawn) {
  redrawn = drawn;
  take();
  if (view().dataset.state === "working") trying(work);
}

function take() {
  const { newest, version: shown } = view().dataset;
  version = Number(newest);
  behind = newest !== shown;
  offerUndo();
  return text.load(JSON.parse(view().dataset.text));
}

/** Accept the suggestion of `card`. */
export async function accept(card) {
  const { start, end, suggestion, fingerprint, number } = dataOf(card);
  const sent = change(start, end, suggestion, { accepted: fingerprint, shown: shown() });
  show(number, suggestion);
  card.remove();
  say("Accepted. Undo with u.");
  await sent;
}

/** Put `own` in place of the passage at [start, end) of the view's text. */
export async function rewrite(start, end, own) {
  if (text.at(start, end) === own) return;
  const sent = change(start, end, own);
  say("Changed; the article is audited again. Undo with u.");
  await sent;
}

/** Change the text here at once and there as soon as can be. */
function change(start, end, words, more = {}) {
  check();
  text.replace(start, end, words);
  return put(text.current(), more);
}

/** The server must not lose a text that this page has not seen. */
function check() {
  if (behind) throw new Refusal(409, { title: "Your last change is not shown yet.", remedy: "Wait until it is audited, or audit it again." });
}

/** What the server will not have is as if it had not been done; without a server it waits for the next change. */
async function put(body, more) {
  try {
    await commit(async () => {
      version = (await send("PUT", `${url()}/translation`, { text: body, version, ...more })).version;
    });
  } catch (error) {
    if (REFUSED.has(error.status)) await swap();
    throw error;
  }
}

/** Decide about the finding of `card` without changing the text: dismissed, confirmed or reopened. */
export async function decide(card, decision, more = {}) {
  const { fingerprint } = dataOf(card);
  const body = { fingerprint, decision, version: shown(), ...more };
  await commit(() => send("POST", `${url()}/decisions`, body));
}

/** Audit again in another language. */
export async function speak(languages) {
  check();
  await put(text.current(), languages);
}

/** Undo what was done last. */
export async function undo() {
  if (!undoable()) return say("There is nothing to undo.");
  let back = null;
  await commit(async () => {
    back = await send("POST", `${url()}/undo`, { version });
    behind ||= back.version !== version;
    version = back.version;
  });
  if (back.fingerprint) choose(cards().find((card) => dataOf(card).fingerprint === back.fingerprint) ?? null);
  say("Undone.");
}

/** The corrected text as it is now. */
export const corrected = () => text.current();

const url = () => view().dataset.url;
const shown = () => Number(view().dataset.version);
const undoable = () => waiting.length > 0 || running !== null || Number(view().dataset.undoable) > 0;

function offerUndo() {
  const button = document.querySelector('[data-do="undo"]');
  if (button) button.disabled = !undoable();
}

/** Send `request` after those before it; settles when what came of it is shown. */
function commit(request) {
  const sent = new Promise((resolve, reject) => waiting.push({ request, resolve, reject }));
  interrupt();
  const worked = work();
  offerUndo();
  return Promise.all([sent, worked]);
}

function work() {
  running ??= sendAll().finally(() => {
    running = null;
    offerUndo();
  });
  return running;
}

/** Send what waits and show what the audit says then; what was done meanwhile is sent after it. */
async function sendAll() {
  view().setAttribute("aria-busy", "true");
  try {
    do {
      let taken = !waiting.length;
      while (waiting.length) taken = (await sendOne(waiting.shift())) || taken;
      if (!taken) return;
      if (version !== shown()) await finished();
      if (!waiting.length) await swap();
    } while (waiting.length);
  } finally {
    view().removeAttribute("aria-busy");
  }
}

/** Whether the server took it. */
async function sendOne({ request, resolve, reject }) {
  try {
    resolve(await request());
    return true;
  } catch (error) {
    reject(error);
    return false;
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
  if (waiting.length) return;
  const before = chosenCard() && dataOf(chosenCard());
  const focused = document.activeElement?.closest?.(".card") !== null;
  const kept = anchor();
  view().replaceWith(document.adoptNode(parsed));
  const place = take();
  redrawn();
  restore(kept);
  const again = before && sameAgain(before, place(before.start));
  choose(again ?? null, { scroll: false, focus: Boolean(again) && focused });
}

/** The card of the finding that was `before`. Settling one of two equal errors may give its fingerprint to the other. */
function sameAgain(before, start) {
  const known = cards().map((card) => ({ card, data: dataOf(card) }));
  const same = ({ data }) => data.check === before.check && data.start === start;
  return known.find(start === null ? ({ data }) => data.fingerprint === before.fingerprint : same)?.card;
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
