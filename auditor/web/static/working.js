/** The page of an audit that is not finished: what it does now, how far it is, how to stop it. */

import { follow, send } from "./api.js";
import { say, trying } from "./say.js";

/** Follow the audit of `section` and open its page when it has ended. */
export function watch(section) {
  const again = () => location.reload();
  let ended = false;
  follow(section.dataset.url, 0, {
    progress: (told) => show(section, told),
    done: () => ((ended = true), again()),
    failed: () => ((ended = true), again()),
    cancelled: () => ((ended = true), again()),
    lost: () => ended || say("The connection to the server was lost. Is `auditor serve` still running?", "wrong"),
  });
  section.querySelector(".cancel").addEventListener("submit", (event) => cancel(event));
  const began = performance.now();
  const clock = section.querySelector(".elapsed");
  setInterval(() => (clock.textContent = `${Math.round((performance.now() - began) / 1000)} s`), 1000);
}

/** The page of an audit that failed or was cancelled: try it once more. */
export function offerAgain(button) {
  button.addEventListener("click", () => trying(() => send("POST", button.dataset.again, {}).then(() => location.reload())));
}

function show(section, { stage, done, total, label }) {
  const name = label || stage;
  const bar = section.querySelector("progress");
  if (total > 0) Object.assign(bar, { max: total, value: done });
  else bar.removeAttribute("value");
  section.querySelector(".of").textContent = total > 1 ? `${done} of ${total}` : "";
  section.querySelector("#stage").textContent = name;
  list(section.querySelector(".stages"), stage, name);
}

function list(stages, stage, name) {
  const items = [...stages.children];
  let item = items.find((each) => each.dataset.stage === stage);
  if (!item) {
    item = document.createElement("li");
    item.dataset.stage = stage;
    stages.append(item);
  }
  item.textContent = name;
  for (const each of stages.children) each.classList.toggle("now", each === item);
}

async function cancel(event) {
  event.preventDefault();
  const form = event.target;
  form.querySelector("button").disabled = true;
  await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Auditor-Token": form.elements.token.value } });
}
