"""Plots as plain SVG: bars, no script."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

WIDTH, ROW, LABEL, VALUE = 720, 22, 270, 70
"""Pixels: of the plot, of a bar with its gap, of the room for names and for figures."""
HEIGHT, COLUMN_LABEL, COLUMN_FIGURE = 176, 18, 16
LONGEST = 40
"""Signs of a name that are shown; the rest is in its tooltip."""


def bars(rows: Sequence[tuple[str, float, str]]) -> Markup:
    """Horizontal bars of (name, value, shown value); values are 0 or more."""
    most = max((value for _, value, _ in rows), default=0) or 1
    room = WIDTH - LABEL - VALUE
    drawn = Markup("").join(
        Markup(
            '<g><title>{}: {}</title><text x="{}" y="{}" text-anchor="end">{}</text>'
            '<rect x="{}" y="{}" width="{:.1f}" height="14"/><text x="{:.1f}" y="{}">{}</text></g>'
        ).format(
            name,
            shown,
            LABEL - 8,
            i * ROW + 15,
            _short(name),
            LABEL,
            i * ROW + 4,
            room * value / most,
            LABEL + room * value / most + 6,
            i * ROW + 15,
            shown,
        )
        for i, (name, value, shown) in enumerate(rows)
    )
    return _svg(len(rows) * ROW, drawn)


def columns(rows: Sequence[tuple[str, float, str]], figures: bool = False) -> Markup:
    """Upright bars of (name, value, tooltip), side by side; every so many names are written below.

    With `figures` the tooltip of each stands above it too.
    """
    most = max((value for _, value, _ in rows), default=0) or 1
    step = WIDTH / max(1, len(rows))
    every = max(1, -(-len(rows) * 60 // WIDTH))
    drawn = Markup("")
    for i, (name, value, shown) in enumerate(rows):
        tall = (HEIGHT - COLUMN_LABEL - COLUMN_FIGURE) * value / most
        middle, top = (i + 0.5) * step, HEIGHT - COLUMN_LABEL - tall
        drawn += Markup(
            '<g><title>{}: {}</title><rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>{}{}</g>'
        ).format(
            name,
            shown,
            i * step + step * 0.1,
            top,
            step * 0.8,
            tall,
            _middled(middle, HEIGHT - 4, name) if i % every == 0 else "",
            _middled(middle, top - 4, shown) if figures and value else "",
        )
    return _svg(HEIGHT, drawn)


def _middled(x: float, y: float, text: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(x, y, text)


def _svg(height: int, drawn: Markup) -> Markup:
    return Markup('<svg viewBox="0 0 {} {}" width="{}" height="{}" role="img">{}</svg>').format(
        WIDTH, height, WIDTH, height, drawn
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
