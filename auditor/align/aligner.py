"""Aligns one pair: links, regime, beads, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.align.beads import LARGEST, BeadParameters, Means, Step, best_path
from auditor.align.components import Component, linked_components
from auditor.align.embedding import Embed, Matrix
from auditor.align.evidence import fact_keys, shared_facts
from auditor.align.link_model import link_model_hash, load_link_model
from auditor.align.links import LinkModel, choose_links, link_features, link_probabilities
from auditor.align.regime import judge_regime, order_kept
from auditor.align.windows import segment_windows, text_windows
from auditor.core.alignment import Alignment, Bead, Gap, GapKind, Link, Regime
from auditor.core.document import Document
from auditor.facts.fact import FactLedger


@dataclass(frozen=True)
class Side:
    """One article with its facts."""

    document: Document
    facts: FactLedger


def align_pair(
    translation: Side,
    counterpart: Side,
    embed: Embed,
    encoder: str,
    parameters: BeadParameters | None = None,
) -> Alignment:
    """Passage links that may cross, and beads inside every connected group of them.

    `encoder` names the encoder behind `embed`; its link model is used. Parallel articles in which nothing
    moved get one dynamic programme over the whole text; others one per connected component of links.
    """
    parameters = parameters or BeadParameters()
    model = load_link_model(encoder)
    links = find_links(translation, counterpart, embed, model)
    ours, theirs = translation.document, counterpart.document
    regime = judge_regime(ours, theirs, links)
    strict = regime is Regime.PARALLEL and order_kept(links) == 1.0
    components = linked_components(len(ours.passages), len(theirs.passages), links, whole=strict)
    means = embed(_segment_texts(ours)).mean(axis=0), embed(_segment_texts(theirs)).mean(axis=0)
    beads = [bead for one in components for bead in _beads(one, ours, theirs, embed, parameters, means)]
    return Alignment(
        regime=regime,
        links=links,
        beads=tuple(sorted(beads, key=_bead_order)),
        omitted=_gaps(theirs, links, regime),
        signature=f"aligner:{parameters.signature},links={model.name}-{link_model_hash()}",
    )


def find_links(translation: Side, counterpart: Side, embed: Embed, model: LinkModel) -> tuple[Link, ...]:
    """Passage links with the probability that each is right; those below one half are left out."""
    ours, theirs = translation.document, counterpart.document
    passages = _cosines([_passage_texts(ours), _passage_texts(theirs)], embed)
    segments = _cosines([_segment_texts(ours), _segment_texts(theirs)], embed)
    facts = shared_facts(fact_keys(ours, translation.facts), fact_keys(theirs, counterpart.facts))
    features = link_features(ours, theirs, passages, segments, facts, model)
    return choose_links(link_probabilities(features, model), passages)


def align_segments(translation: Sequence[str], counterpart: Sequence[str], embed: Embed) -> list[Step]:
    """Beads of two lists of sentences in strict order, for text that is already segmented."""
    parameters = BeadParameters()
    left, right = (text_windows(texts, LARGEST, embed) for texts in (translation, counterpart))
    return best_path(left, right, parameters)


def _beads(
    component: Component,
    ours: Document,
    theirs: Document,
    embed: Embed,
    parameters: BeadParameters,
    means: Means,
) -> list[Bead]:
    left, right = _segments_of(ours, component.translation), _segments_of(theirs, component.counterpart)
    if not left or not right:
        single = [Bead((i,), (), None, parameters.skip) for i in left]
        return single + [Bead((), (j,), None, parameters.skip) for j in right]
    largest = 1 if len(left) == len(right) == 1 else LARGEST
    windows = segment_windows(ours, left, largest, embed), segment_windows(theirs, right, largest, embed)
    ratio = 1.0 if ours.language == theirs.language else None
    steps = best_path(*windows, parameters, ratio, means)
    return [_bead(step, left, right, windows[0].by_size[0], windows[1].by_size) for step in steps]


def _bead(step: Step, left: Sequence[int], right: Sequence[int], single: Matrix, other: Sequence[Matrix]) -> Bead:
    gain = None
    if step.similarity is not None and step.n == 2 and step.m == 1:
        counterpart = other[0][step.c]
        gain = step.similarity - float(max(single[step.t] @ counterpart, single[step.t + 1] @ counterpart))
    return Bead(
        tuple(left[step.t : step.t + step.n]),
        tuple(right[step.c : step.c + step.m]),
        step.similarity,
        step.cost,
        gain,
    )


def _bead_order(bead: Bead) -> tuple[bool, int]:
    return (not bead.translation, bead.translation[0] if bead.translation else bead.counterpart[0])


def _gaps(theirs: Document, links: tuple[Link, ...], regime: Regime) -> tuple[Gap, ...]:
    linked = {link.counterpart for link in links}
    kind = GapKind.ONLY_IN_COUNTERPART if regime is Regime.COMPARABLE else GapKind.OMITTED
    return tuple(Gap(p.index, p.span, kind) for p in theirs.passages if p.index not in linked)


def _segments_of(document: Document, passages: Sequence[int]) -> list[int]:
    return [segment.index for i in passages for segment in document.passages[i].segments]


def _passage_texts(document: Document) -> list[str]:
    return [document.slice(passage.span) for passage in document.passages]


def _segment_texts(document: Document) -> list[str]:
    return [document.slice(segment.span) for segment in document.segments]


def _cosines(sides: Sequence[Sequence[str]], embed: Embed) -> Matrix:
    vectors = embed([*sides[0], *sides[1]])
    table: Matrix = vectors[: len(sides[0])] @ vectors[len(sides[0]) :].T
    return table
