/** Single keys, as KEYS in view_words.py tells them; they can be switched off in the help. */

const STORED = "auditor-single-keys";
const DOES = {
  j: "next", n: "next", k: "previous", p: "previous", a: "accept", d: "dismiss", c: "confirm", e: "edit-passage",
  u: "undo", b: "beside", l: "list", t: "place", "?": "help",
};

/** Call `act` with the name of what a key asks for. */
export function listen(act) {
  const wanted = document.getElementById("single-keys");
  wanted.checked = localStorage.getItem(STORED) !== "off";
  wanted.addEventListener("change", () => localStorage.setItem(STORED, wanted.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || writing(event.target) || document.querySelector("dialog[open]")) return;
    const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
    const name = undo ? "undo" : plain(event) && (wanted.checked || event.key === "?") ? DOES[event.key] : undefined;
    if (!name) return;
    event.preventDefault();
    act(name);
  });
}

function plain(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}

/** Whether keys are letters there. */
function writing(target) {
  return target.closest("textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=range]), [contenteditable]");
}
