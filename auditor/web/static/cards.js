/** The findings in the margin: which one is chosen, which are listed, in what order. */

import { goTo, light, mute } from "./marks.js";

const known = new WeakMap();
let chosen = null;

export const view = () => document.getElementById("view");
export const cards = () => [...view().querySelectorAll(".card")];
const listed = () => cards().filter((card) => !card.hidden);

/** What the server says of a finding. */
export function dataOf(card) {
  if (!known.has(card)) known.set(card, JSON.parse(card.dataset.finding));
  return known.get(card);
}

/** The chosen card, if it is still there. */
export function chosenCard() {
  return cards().find((card) => dataOf(card).fingerprint === chosen) ?? null;
}

/** Open `card`, mark its places on both sides and bring them into sight. */
export function choose(card, { scroll = true, focus = true } = {}) {
  for (const other of cards()) {
    const own = other === card;
    if (own) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
    other.querySelector("details").open = own;
  }
  chosen = card ? dataOf(card).fingerprint : null;
  light(view(), card, card && dataOf(card));
  count();
  if (!card) return;
  if (scroll) goTo(view(), card, dataOf(card));
  const head = card.querySelector("summary");
  if (focus) head.focus({ preventScroll: true });
  inList(card);
}

/** Go `by` findings on among those listed. */
export function step(by) {
  const all = listed();
  if (!all.length) return;
  const at = all.indexOf(chosenCard());
  choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
}

/** The card to go to when `card` is settled. */
export function after(card) {
  const all = listed();
  const at = all.indexOf(card);
  return all[at + 1] ?? all[at - 1] ?? null;
}

/** Fill in and apply the form of order and filters again, after the view was swapped. */
export function arrange(form) {
  if (!form) return;
  const wanted = new FormData(form);
  const severities = new Set(wanted.getAll("severity"));
  const least = Number(wanted.get("confidence"));
  form.elements.least.value = `${least} %`;
  for (const card of cards()) {
    const { severity, check, confidence } = dataOf(card);
    const fits = severities.has(severity) && (!wanted.get("check") || wanted.get("check") === check);
    card.hidden = !fits || 100 * confidence < least;
  }
  sort(wanted.get("order"));
  mute(view(), new Set(cards().filter((card) => card.hidden).map((card) => dataOf(card).number)));
  count();
}

function sort(order) {
  const byText = (a, b) => dataOf(a).number - dataOf(b).number;
  const byRisk = (a, b) => dataOf(b).risk - dataOf(a).risk || byText(a, b);
  const sorted = cards().sort(order === "text" ? byText : byRisk);
  sorted[0]?.parentElement.append(...sorted);
}

function count() {
  const all = listed();
  const hidden = cards().length - all.length;
  const at = all.indexOf(chosenCard());
  const place = at < 0 ? "" : `${at + 1} of ${all.length}`;
  const out = view().querySelector(".shown-count");
  if (out) out.textContent = [place, hidden ? `${hidden} filtered out` : ""].filter(Boolean).join(", ");
}

/** The list scrolls by itself where it has a scroll bar of its own. */
function inList(card) {
  const list = card.closest(".margin");
  const { top, bottom } = card.getBoundingClientRect();
  const box = list.getBoundingClientRect();
  const head = list.querySelector(".margin-head").offsetHeight;
  if (top < box.top + head) list.scrollTop -= box.top + head - top + 8;
  else if (bottom > box.bottom) list.scrollTop += Math.min(bottom - box.bottom + 8, top - box.top - head - 8);
}
