/** Lines between the passages that tell the same; they cross where a passage has moved. */

const SVG = "http://www.w3.org/2000/svg";
/** Pixels below a passage's top where its wires end: beside its first lines, whatever its length. */
const DEEP = 26;

/** Draw the wires of `view`, and again whenever its layout changes. */
export function wire(view) {
  const columns = view.querySelector(".columns");
  if (!columns || !columns.querySelector(".theirs")) return;
  const again = () => requestAnimationFrame(() => draw(columns));
  new ResizeObserver(again).observe(columns);
  columns.addEventListener("toggle", again, true);
  view.addEventListener("lit", again);
  columns.addEventListener("pointerover", (event) => point(columns, event.target.closest?.(".cell")));
  columns.addEventListener("pointerleave", () => point(columns, null));
}

function draw(columns) {
  const svg = columns.querySelector(".wires");
  if (getComputedStyle(svg).display === "none") return;
  const box = columns.getBoundingClientRect();
  svg.setAttribute("width", box.width);
  svg.setAttribute("height", box.height);
  svg.replaceChildren(...links(columns).map((link) => path(link, box)).filter(Boolean));
}

function links(columns) {
  return [...columns.querySelectorAll(".cell:not(.theirs) > .cell-head > .link")].map((link) => ({
    link,
    from: link.closest(".cell"),
    to: columns.querySelector(link.getAttribute("href")),
  }));
}

function path({ link, from, to }, box) {
  if (!to) return null;
  const a = from.getBoundingClientRect();
  const b = to.getBoundingClientRect();
  const [x1, y1] = [a.right - box.left, a.top - box.top + Math.min(DEEP, a.height / 2)];
  const [x2, y2] = [b.left - box.left, b.top - box.top + Math.min(DEEP, b.height / 2)];
  const bend = (x2 - x1) / 2;
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`);
  line.dataset.from = from.id;
  line.dataset.to = to.id;
  const lit = from.classList.contains("lit-passage");
  line.setAttribute("class", ["wire", link.classList.contains("moved") ? "moved" : "", lit ? "chosen" : ""].join(" ").trim());
  return line;
}

/** The wires of the passage under the pointer stand out. */
function point(columns, cell) {
  for (const line of columns.querySelectorAll(".wire")) {
    line.classList.toggle("pointed", Boolean(cell) && [line.dataset.from, line.dataset.to].includes(cell.id));
  }
}
