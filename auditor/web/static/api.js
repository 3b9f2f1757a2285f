/** Talking to the server: every change carries the session's token. */

const token = document.querySelector('meta[name="auditor-token"]')?.content ?? "";

/** What the server refused, in its own words. */
export class Refusal extends Error {
  constructor(status, error) {
    super([error.title, error.message, error.remedy].filter(Boolean).map(ended).join(" ").replaceAll("`", ""));
    this.status = status;
  }
}

const ended = (words) => (/[.!?]$/u.test(words) ? words : `${words}.`);

/** Send `value` as JSON (a FormData as it is) and give the answer's JSON, null for an empty one. */
export async function send(method, url, value) {
  const form = value instanceof FormData;
  const headers = { Accept: "application/json", "X-Auditor-Token": form ? value.get("token") : token };
  if (!form) headers["Content-Type"] = "application/json";
  const answer = await reach(url, { method, headers, body: form ? value : JSON.stringify(value) });
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

/** The HTML at `url`. */
export async function fragment(url) {
  return (await reach(url, { headers: { Accept: "text/html" } })).text();
}

async function reach(url, options) {
  let answer;
  try {
    answer = await fetch(url, options);
  } catch {
    throw new Refusal(0, { title: "The server does not answer.", message: "Is `auditor serve` still running?" });
  }
  if (answer.ok) return answer;
  throw new Refusal(answer.status, await reason(answer));
}

async function reason(answer) {
  try {
    return (await answer.clone().json()).error;
  } catch {
    return { title: `The server answered ${answer.status}.`, message: answer.statusText };
  }
}

/**
 * Follow an audit: `heard.progress({stage, done, total, label})`, then one of `done`, `failed`, `cancelled`.
 * Events of an older `version` are left out. Gives a function that stops listening.
 */
export function follow(url, version, heard) {
  const source = new EventSource(`${url}/events`);
  for (const kind of ["progress", "done", "failed", "cancelled"]) {
    source.addEventListener(kind, (event) => {
      const told = JSON.parse(event.data || "{}");
      if (told.version !== undefined && told.version < version) return;
      if (kind !== "progress") source.close();
      heard[kind]?.(told);
    });
  }
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) heard.lost?.();
  };
  return () => source.close();
}
