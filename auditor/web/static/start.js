/** The form of a new audit: dropping files, counting words, sending. */

import { send } from "./api.js";

document.documentElement.classList.add("scripted");
const form = document.querySelector(".new-audit");
for (const side of form.querySelectorAll("[data-side]")) prepare(side);
form.addEventListener("submit", submit);
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => event.preventDefault());

function prepare(side) {
  const area = side.querySelector("textarea");
  const file = side.querySelector("input[type=file]");
  const update = () => count(side, area, file);
  area.addEventListener("input", update);
  file.addEventListener("change", update);
  side.addEventListener("dragover", () => side.classList.add("over"));
  side.addEventListener("dragleave", () => side.classList.remove("over"));
  side.addEventListener("drop", (event) => {
    side.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    update();
  });
  update();
}

/** A chosen file takes the place of the pasted text, until it is taken away. */
function count(side, area, file) {
  const chosen = file.files[0];
  const out = side.querySelector(".count");
  area.disabled = Boolean(chosen);
  area.placeholder = chosen ? `The file ${chosen.name} is audited` : "Paste the text here, or drop a file";
  if (!chosen) {
    const words = area.value.trim().split(/\s+/u).filter(Boolean).length;
    out.textContent = words ? `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}` : "";
    return;
  }
  const away = document.createElement("button");
  away.type = "button";
  away.className = "tool";
  away.textContent = "Take the file away";
  away.addEventListener("click", () => ((file.value = ""), count(side, area, file), area.focus()));
  out.replaceChildren(away);
}

async function submit(event) {
  event.preventDefault();
  const button = form.querySelector("button[type=submit]");
  const told = form.querySelector(".form-error");
  const [area, file] = ["textarea", "input[type=file]"].map((each) => form.querySelector(`[data-side=translation] ${each}`));
  if (!file.files.length && !area.value.trim()) return complain(told, "Paste the translation, or choose its file.", area);
  button.disabled = true;
  told.hidden = true;
  try {
    location.assign((await send("POST", form.action, new FormData(form))).url);
  } catch (error) {
    button.disabled = false;
    complain(told, error.message, button);
  }
  return undefined;
}

function complain(told, message, focus) {
  told.textContent = message;
  told.hidden = false;
  focus.focus();
  told.scrollIntoView({ block: "nearest" });
}

// Back from an audit: the button must work again.
addEventListener("pageshow", () => (form.querySelector("button[type=submit]").disabled = false));
