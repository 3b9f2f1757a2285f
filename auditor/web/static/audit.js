/** The page of an audit: follows it while it runs, then everything an editor does with the view. */

import { after, arrange, cards, choose, chosenCard, dataOf, step, view } from "./cards.js";
import { accept, begin, corrected, decide, speak, undo } from "./changes.js";
import { confirm, dismiss, edit } from "./dialogs.js";
import { listen } from "./keys.js";
import { bring, goBeside, goTo } from "./marks.js";
import { say, trying } from "./say.js";
import { wire } from "./wires.js";
import { offerAgain, watch } from "./working.js";

let filters = null;
const unfolded = { list: false, filters: false };

function start() {
  begin(redrawn);
  redrawn();
  document.addEventListener("toggle", (event) => event.target.matches(".filters") && (unfolded.filters = event.target.open), true);
  listen((name) => act(name, chosenCard()));
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeMenus(event));
  document.addEventListener("input", input);
  addEventListener("beforeprint", () => unfold(true));
  addEventListener("afterprint", () => unfold(false));
  addEventListener("hashchange", () => followHash());
  followHash();
}

/** A view has taken the place of another: its filters and wires. */
function redrawn() {
  const form = view().querySelector(".filter-form");
  if (form && filters) fill(form, filters);
  arrange(form);
  showList(unfolded.list);
  if (form) form.parentElement.open = unfolded.filters;
  wire(view());
}

const ACTS = {
  next: () => step(1),
  previous: () => step(-1),
  list: () => view().querySelector("#findings").focus(),
  help: () => document.getElementById("help").showModal(),
  undo: () => trying(undo),
  copy: () => trying(copy),
  expand: () => showList(!unfolded.list),
  place: (card) => card && goTo(view(), card, dataOf(card)),
  beside: (card) => card && !goBeside(view(), card, dataOf(card)) && say("Nothing in the counterpart belongs to it."),
  accept: (card) => card && trying(() => accepted(card)),
  dismiss: (card) => card && can("dismiss") && trying(() => dismissed(card)),
  confirm: (card) => card && can("confirm") && trying(() => confirm(card)),
  reopen: (card) => trying(() => decide(card, "reopened")),
  "edit-passage": (card) => card && editPassage(card),
};

function act(name, card) {
  ACTS[name](card);
}

const can = (dialog) => document.getElementById(dialog) !== null;

/** A menu closes when something else is clicked, or with Escape. */
function closeMenus(event) {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (event.key === "Escape") menu.querySelector("summary").focus();
    if (event.key === "Escape" || !menu.contains(event.target)) menu.open = false;
  }
}

function clicked(event) {
  closeMenus(event);
  const button = event.target.closest("[data-do]");
  if (button?.dataset.do === "edit") return edit(button);
  if (button) return act(button.dataset.do, button.closest("[data-finding]") ?? chosenCard());
  const head = event.target.closest(".card summary");
  if (head) return openCard(event, head.closest(".card"));
  const link = event.target.closest('a[href^="#"]');
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!target || !view().contains(target)) return undefined;
  event.preventDefault();
  return target.matches(".card") ? choose(target, { scroll: false }) : visit(target);
}

function visit(target) {
  bring(target);
  target.classList.remove("visited");
  requestAnimationFrame(() => target.classList.add("visited"));
}

function followHash() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches(".card")) choose(target);
}

function input(event) {
  const form = event.target.closest(".filter-form");
  if (form) {
    filters = new FormData(form);
    arrange(form);
  }
  const { language } = event.target.dataset;
  if (language) trying(() => (say("Auditing again in that language."), speak({ [language]: event.target.value })));
}

function fill(form, values) {
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = values.getAll(field.name).includes(field.value);
    else if (values.has(field.name)) field.value = values.get(field.name);
  }
  if (form.elements.check.selectedIndex < 0) form.elements.check.value = "";
}

/** Opening a card chooses it at once, before the next key is pressed; the chosen one opens and closes as it likes. */
function openCard(event, card) {
  if (card === chosenCard()) return;
  event.preventDefault();
  choose(card);
}

async function accepted(card) {
  if (dataOf(card).suggestion === null) return say("There is no suggestion to accept; edit the passage with e.");
  if (!card.querySelector('[data-do="accept"]')) return say("The text of this report is only for reading.");
  const next = after(card);
  const work = accept(card);
  choose(next);
  return work;
}

async function dismissed(card) {
  const next = after(card);
  const fingerprint = next && dataOf(next).fingerprint;
  if (!(await dismiss(card))) return;
  say("Dismissed. Undo with u.");
  choose(cards().find((each) => dataOf(each).fingerprint === fingerprint) ?? null);
}

function editPassage(card) {
  const { passage } = dataOf(card);
  const button = passage === null ? null : view().querySelector(`#a1-t${passage + 1} > .edit`);
  if (!button) return;
  edit(button);
  bring(button.closest(".cell"));
}

async function copy() {
  await navigator.clipboard.writeText(corrected());
  say("The text is copied as it is now.");
}

/** On a narrow window the margin is a sheet that shows the chosen finding, or the whole list. */
function showList(open) {
  unfolded.list = open;
  view().querySelector(".margin").classList.toggle("expanded", open);
  view().querySelector('[data-do="expand"]')?.setAttribute("aria-expanded", String(open));
}

function unfold(open) {
  for (const card of cards()) card.querySelector("details").open = open || card === chosenCard();
  for (const map of view().querySelectorAll(".map")) map.open = open || map.open;
}

document.documentElement.classList.add("scripted");
const working = document.querySelector(".working");
if (working) watch(working);
for (const button of document.querySelectorAll("[data-again]")) offerAgain(button);
if (view()) start();
