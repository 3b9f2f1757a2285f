/** The chosen finding in the texts: its highlights on both sides, the passages that it is about. */

const calm = matchMedia("(prefers-reduced-motion: reduce)");

const marksOf = (view, number) => [...view.querySelectorAll(`[data-over~="${number}"]`)];
const passage = (view, index) => (index === null ? null : view.querySelector(`#a1-t${index + 1}`));
const citedBy = (view, card) =>
  [...card.querySelectorAll(".quoted a[href]")].map((link) => view.querySelector(link.getAttribute("href"))).filter(Boolean);

/** Mark what `card` is about; nothing for null. */
export function light(view, card, data) {
  for (const lit of view.querySelectorAll(".lit, .lit-passage")) lit.classList.remove("lit", "lit-passage");
  if (!card) return;
  const marks = marksOf(view, data.number);
  for (const mark of marks) {
    mark.classList.add("lit");
    mark.closest("details.away")?.setAttribute("open", "");
  }
  passage(view, data.passage)?.classList.add("lit-passage");
  for (const cell of citedBy(view, card)) cell.classList.add("lit-passage");
  view.dispatchEvent(new CustomEvent("lit"));
}

/** Bring the place of the finding into sight. */
export function goTo(view, card, data) {
  bring(view.querySelector(`#a1-m${data.number}`)?.nextElementSibling ?? passage(view, data.passage));
}

/** Bring what stands in the counterpart into sight; whether there is such a thing. */
export function goBeside(view, card, data) {
  const marked = marksOf(view, data.number).find((mark) => mark.closest(".theirs"));
  const there = marked ?? citedBy(view, card).find((cell) => cell.classList.contains("theirs"));
  bring(there);
  return Boolean(there);
}

/** Highlights of findings that are filtered out step back. */
export function mute(view, numbers) {
  for (const mark of view.querySelectorAll("[data-over]")) {
    const all = mark.dataset.over.split(" ");
    mark.classList.toggle("muted", all.every((number) => numbers.has(Number(number))));
  }
}

/** Scroll only as far as needed, and not under the bars at the top and bottom. */
export function bring(element) {
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const sheet = document.querySelector(".margin");
  const floor = getComputedStyle(sheet ?? document.body).position === "fixed" ? innerHeight - sheet.offsetHeight : innerHeight;
  if (top > 96 && bottom < floor - 24) return;
  scrollTo({ top: scrollY + top - Math.max(112, floor / 3), behavior: calm.matches ? "auto" : "smooth" });
}
