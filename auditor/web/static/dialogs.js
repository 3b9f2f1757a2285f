/** The forms that ask for more: a reason, a category and severity, or the new words of a passage. */

import { dataOf } from "./cards.js";
import { decide, rewrite } from "./changes.js";
import { at } from "./passage_text.js";
import { trying } from "./say.js";

/** Ask why `card` is no error and dismiss it; gives whether that was done. */
export async function dismiss(card) {
  const form = await ask("dismiss", card);
  if (!form) return false;
  const reason = form.elements.own.value.trim() || form.elements.reason.value;
  await decide(card, "dismissed", { reason });
  return true;
}

/** Ask for category and severity and confirm the error. */
export async function confirm(card) {
  const { category, severity } = dataOf(card);
  const form = await ask("confirm", card, { category, severity });
  if (!form) return;
  const { category: as, severity: grade, own } = form.elements;
  await decide(card, "confirmed", { category: as.value, severity: grade.value, reason: own.value.trim() });
}

/** Open the dialog `id` about `card`; its form when it was sent, null when it was closed. */
function ask(id, card, values = {}) {
  const dialog = document.getElementById(id);
  const form = dialog.querySelector("form");
  form.reset();
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  dialog.querySelector(".about").textContent = card.querySelector(".message").textContent;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "ok" ? form : null), { once: true });
  });
}

/** Turn the passage of an edit button into a field; Ctrl+Enter saves, Escape leaves it as it was. */
export function edit(button) {
  const cell = button.closest(".cell");
  const shown = cell.querySelector(":scope > .text");
  if (cell.querySelector(".editor")) return cell.querySelector("textarea").focus();
  const { start, end } = button.dataset;
  const editor = field(shown, at(Number(start), Number(end)), cell.getAttribute("aria-label"));
  const close = () => {
    editor.remove();
    shown.hidden = button.hidden = false;
    button.focus();
  };
  const save = () => {
    const own = editor.querySelector("textarea").value;
    close();
    if (own !== at(Number(start), Number(end)).replace(/\r\n/g, "\n")) {
      shown.textContent = own;
      shown.classList.add("pending");
      trying(() => rewrite(Number(start), Number(end), own));
    }
  };
  editor.addEventListener("submit", (event) => (event.preventDefault(), save()));
  editor.querySelector("[data-cancel]").addEventListener("click", close);
  editor.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) (event.preventDefault(), save());
  });
  shown.hidden = button.hidden = true;
  shown.after(editor);
  editor.querySelector("textarea").focus();
  fit(editor.querySelector("textarea"));
}

function field(shown, words, name) {
  const editor = document.getElementById("editor-form").content.firstElementChild.cloneNode(true);
  const area = editor.querySelector("textarea");
  area.value = words;
  area.lang = shown.lang;
  area.dir = shown.dir;
  area.setAttribute("aria-label", `${name}, text`);
  area.addEventListener("input", () => fit(area));
  return editor;
}

function fit(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 4}px`;
}
