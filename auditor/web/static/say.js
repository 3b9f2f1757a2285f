/** One line at the bottom of the page, read out by screen readers. */

const SECONDS = { told: 6, wrong: 15 };
let clearing;

/** Say `text`; `wrong` stays longer and looks like it. */
export function say(text, kind = "told") {
  const line = document.getElementById("status");
  clearTimeout(clearing);
  line.textContent = text;
  line.className = `toast ${kind}`;
  clearing = setTimeout(() => (line.textContent = ""), SECONDS[kind] * 1000);
}

/** Run `action` and say what went wrong, if anything does. */
export async function trying(action) {
  try {
    return await action();
  } catch (error) {
    say(error.message, "wrong");
    if (error.status === undefined) console.error(error);
    return undefined;
  }
}
