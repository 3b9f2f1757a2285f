"""Aligns one pair: links, regime, beads, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.align.bead_costs import Background, BeadParameters, background_of
from auditor.align.bead_model import load_bead_parameters
from auditor.align.beads import Step, best_path
from auditor.align.components import Component, linked_components
from auditor.align.embedding import Embed
from auditor.align.evidence import fact_keys, shared_facts
from auditor.align.link_model import link_model_hash, load_link_model
from auditor.align.links import LinkModel, choose_links, link_features, link_probabilities
from auditor.align.regime import SAME_CONTENT, covered, judge_regime, order_kept
from auditor.align.sentences import Sentences
from auditor.align.support import passage_vectors
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

    `encoder` names the encoder behind `embed`; its link model is used. Articles of one text in which nothing moved get
    one dynamic programme over the whole text; others one per connected component of links.
    """
    parameters = parameters or load_bead_parameters()
    model = load_link_model(encoder)
    links = find_links(translation, counterpart, embed, model)
    ours, theirs = translation.document, counterpart.document
    sides = Sentences.of(_segment_texts(ours), embed), Sentences.of(_segment_texts(theirs), embed)
    background = background_of(*sides, 1.0 if ours.language == theirs.language else None)

    def beads_of(*, whole: bool) -> list[Bead]:
        components = linked_components(len(ours.passages), len(theirs.passages), links, whole=whole)
        return [bead for one in components for bead in _beads(one, ours, theirs, sides, embed, parameters, background)]

    whole = order_kept(links) == 1.0 and covered(ours, theirs, links) >= SAME_CONTENT
    beads = beads_of(whole=whole)
    regime = judge_regime(ours, theirs, links, beads)
    if whole and regime is Regime.COMPARABLE:
        beads = beads_of(whole=False)
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
    if not ours.passages or not theirs.passages:
        return ()
    left, right = embed(_segment_texts(ours)), embed(_segment_texts(theirs))
    passages = passage_vectors(ours, left) @ passage_vectors(theirs, right).T
    segments = left @ right.T
    facts = shared_facts(fact_keys(ours, translation.facts), fact_keys(theirs, counterpart.facts))
    features = link_features(ours, theirs, passages, segments, facts, model)
    return choose_links(link_probabilities(features, model), passages)


def align_segments(translation: Sequence[str], counterpart: Sequence[str], embed: Embed) -> list[Step]:
    """Beads of two lists of sentences in strict order, for text that is already segmented."""
    sides = Sentences.of(translation, embed), Sentences.of(counterpart, embed)
    return best_path(*sides, embed, load_bead_parameters())


def _beads(
    component: Component,
    ours: Document,
    theirs: Document,
    sides: tuple[Sentences, Sentences],
    embed: Embed,
    parameters: BeadParameters,
    background: Background,
) -> list[Bead]:
    chosen = _segments_of(ours, component.translation), _segments_of(theirs, component.counterpart)
    parts = sides[0].take(chosen[0]), sides[1].take(chosen[1])
    steps = best_path(*parts, embed, parameters, background)
    return [_bead(step, chosen, parts) for step in steps]


def _bead(step: Step, chosen: tuple[list[int], list[int]], parts: tuple[Sentences, Sentences]) -> Bead:
    gain = None
    if step.similarity is not None and step.n == 2 and step.m == 1:
        halves = parts[0].vectors[step.t : step.t + 2] @ parts[1].vectors[step.c]
        gain = step.similarity - float(halves.max())
    left, right = chosen[0][step.t : step.t + step.n], chosen[1][step.c : step.c + step.m]
    return Bead(tuple(left), tuple(right), step.similarity, step.cost, gain)


def _bead_order(bead: Bead) -> tuple[bool, int]:
    return (not bead.translation, bead.translation[0] if bead.translation else bead.counterpart[0])


def _gaps(theirs: Document, links: tuple[Link, ...], regime: Regime) -> tuple[Gap, ...]:
    linked = {link.counterpart for link in links}
    kind = GapKind.ONLY_IN_COUNTERPART if regime is Regime.COMPARABLE else GapKind.OMITTED
    return tuple(Gap(p.index, p.span, kind) for p in theirs.passages if p.index not in linked)


def _segments_of(document: Document, passages: Sequence[int]) -> list[int]:
    return [segment.index for i in passages for segment in document.passages[i].segments]


def _segment_texts(document: Document) -> list[str]:
    return [document.slice(segment.span) for segment in document.segments]
