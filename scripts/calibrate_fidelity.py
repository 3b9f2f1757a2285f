"""Fit what turns the network's raw figures into fidelity, risk and word probabilities; write `calibration.json`.

    python scripts/calibrate_fidelity.py --data PATH [--model models/fidelity-joint] [--rows 3000] [--threads 2]
                                         [--keep-levels]

Fitted on the newstest2021 documents with an even hash, the rows of critical-errors train that no training sees, and
MLQE-PE dev for the lower end of the scale; the odd documents are for `benchmark_fidelity.py`. First the languages are
put on one scale, with lines of the half of NTREX that thresholds rest on; `--keep-levels` takes that scale from the
model's folder.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from fidelity_calibration import (
    HUMAN_FIDELITY,
    HUMAN_LEVELS,
    calibration_error,
    fit_logistic,
    lifted,
    precision_threshold,
    severity,
    worth,
)
from fidelity_data import MLQE_PAIRS, sample
from fidelity_facts import contradiction_shift
from fidelity_fit import Array, rising_curve
from fidelity_levels import fit_levels, level_rows
from fidelity_mixture import HELD_OUT, voted
from fidelity_readings import Read, read_rows, word_table
from fidelity_rows import CRITICAL_PAIRS, Row, critical_rows, is_even, mlqe_rows, mqm_rows, same_language_rows
from numpy.typing import NDArray

from auditor.config.manifest import state_model_file
from auditor.config.resources import models_folder
from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.joint_calibration import Calibration, JointRisk, Logistic
from auditor.fidelity.joint_files import CALIBRATION
from auditor.fidelity.joint_levels import Figures, Level, mean_level, scale_between
from auditor.fidelity.joint_reader import JointReader
from auditor.fidelity.joint_store import read_joint
from auditor.fidelity.weights import Curve, ScoreError

NEWS = ("zh-en", "en-de")
SUSPECT_PRECISIONS = (0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3)
SUSPECT_SHARE = 0.005
"""Words are suspicious from the probability on at which the highest of these shares of them was marked by the one rater
who read the text, for at least one word in two hundred. One rater's marks are noisy: see the README of the weights."""
CRITICAL_PEOPLE = 0.03
"""Assumed probability of a critical error in a professional's translation of news. The votes that the scale rests on
are about comments, one in five with a critical error; nobody has counted them in news."""
WIDER = 1.5
"""How much wider the interval is for languages that nobody has judged, beside the usual one of those judged."""
UNRELATED_MASS = 0.6
"""Weight of all unrelated pairs together, beside 1 for a language pair of news, which holds nothing so wrong. With .3 a
sentence about something else could be worth 80; with 2 people's translations from Chinese are worth only 80."""


def news(data: Path, pair: str, even: bool, count: int | None) -> list[Row]:
    """Segments of newstest2021 from the documents that are fitted on (even hash) or reported on."""
    rows = [row for row in mqm_rows(data, f"newstest2021.{pair}") if is_even(row.document) is even]
    return sample(rows, count)


def news_same(data: Path, pair: str, even: bool, count: int | None) -> list[Row]:
    """The same held against another person's translation."""
    name = f"newstest2021.{pair}"
    rows = same_language_rows(mqm_rows(data, name), data, name)
    return sample([row for row in rows if is_even(row.document) is even], count)


def unseen_votes(data: Path) -> list[Row]:
    """Rows of critical-errors train that the mixture leaves out."""
    return voted([row for pair in CRITICAL_PAIRS for row in critical_rows(data, pair, "train")])[HELD_OUT:]


def unrelated_rows(rows: Sequence[Row]) -> list[Row]:
    """Each translation beside the source of another row."""
    others = [*rows[1:], rows[0]]
    return [
        replace(row, pair=replace(row.pair, counterpart=other.pair.counterpart), document="unrelated")
        for row, other in zip(rows, others, strict=True)
        if row.pair.counterpart != other.pair.counterpart
    ]


class Fit:
    """Readings of all rows, and what is fitted on them."""

    def __init__(self, data: Path, encoder: E5Encoder, model: Path, rows: int, keep_levels: bool) -> None:
        if not (model / CALIBRATION).exists():
            write(_neutral(), model)
        shipped = read_joint(model, encoder.file, encoder.fitted_hash)
        reader = JointReader(encoder, shipped)
        if keep_levels and not shipped.calibration.levels:
            raise SystemExit(f"{model}: no levels to keep; leave --keep-levels out")
        self.levels = (
            shipped.calibration.levels if keep_levels else fit_levels(read_rows(reader, list(level_rows(data))))
        )
        self.common = mean_level(*(self.levels[pair] for pair in NEWS))
        self.cross = {pair: self._evened(read_rows(reader, news(data, pair, True, rows))) for pair in NEWS}
        self.same = {pair: read_rows(reader, news_same(data, pair, True, rows)) for pair in NEWS}
        self.votes = self._evened(read_rows(reader, sample(unseen_votes(data), rows)))
        assessed = {pair: mlqe_rows(data, pair, "dev")[: rows // 6] for pair in MLQE_PAIRS}
        self.assessed = {pair: self._evened(read_rows(reader, found)) for pair, found in assessed.items()}
        loose = [x.row for reads in self.cross.values() for x in sample(reads, rows // 6)]
        loose_same = [x.row for reads in self.same.values() for x in sample(reads, rows // 6)]
        self.unrelated = self._evened(read_rows(reader, unrelated_rows(loose)))
        self.unrelated_same = read_rows(reader, unrelated_rows(loose_same))

    def _evened(self, reads: list[Read]) -> list[Read]:
        return [_on_common(read, self.levels, self.common) for read in reads]

    def calibration(self) -> Calibration:
        """Everything fitted."""
        words = word_table(_all(self.cross), translation=True)
        lost = word_table([x for x in _all(self.cross) if x.row.lost is not None], translation=False)
        marked = _logistic(words.odds, words.share)
        probability = 1 / (1 + np.exp(-(marked.scale * words.odds + marked.bias)))
        level, curves = self._curves()
        print(f"human translations are worth {level:.0f}")
        return Calibration(
            fidelity=curves,  # type: ignore[arg-type]
            common=self.common,
            levels=self.levels,
            risk={"cross": _risk(_all(self.cross)), "same": _risk(_all(self.same))},
            risk_shift=self._shifts(),
            critical=self._critical(),
            marked=marked,
            lost=_logistic(lost.odds, lost.share),
            suspicious=_suspicious(probability, words.share >= 0.5),
            contradiction=self._contradiction(curves["cross"], level),
            error=self._errors(curves, level),
        )

    def _contradiction(self, curve: Curve, level: float) -> float:
        """Across languages; within one language the same is taken."""
        quality = np.array([x.figures[0] for x in _all(self.cross)], dtype=float)
        return contradiction_shift(quality, [_rate(found, level) for found in self.cross.values()], curve)

    def _curves(self) -> tuple[float, dict[str, Curve]]:
        """The lowest level of human translations, and the curves with it, that keep them where they belong."""
        for level in HUMAN_LEVELS:
            rates = {pair: _rate(reads, level) for pair, reads in self.cross.items()}
            curves = {
                "cross": self._curve(self.cross, rates, self.unrelated, level, assessed=True),
                "same": self._curve(self.same, rates, self.unrelated_same, level, assessed=False),
            }
            people = [[x for x in reads if x.row.human] for reads in self.cross.values()]
            if min(_fidelity(found, curves["cross"]).mean() for found in people) >= HUMAN_FIDELITY:
                break
        return level, curves

    def _curve(
        self, reads: dict[str, list[Read]], rates: dict[str, float], unrelated: list[Read], level: float, assessed: bool
    ) -> Curve:
        x, y, w = [], [], []
        for pair, found in reads.items():
            x += [read.figures[0] for read in found]
            y += worth(_penalties(found), rates[pair]).tolist()
            w += [1 / len(found)] * len(found)
        for found in self.assessed.values() if assessed else ():
            x += [read.figures[0] for read in found]
            y += _lifted(found, level).tolist()
            w += [1 / len(found) / len(self.assessed)] * len(found)
        x += [read.figures[0] for read in unrelated]
        y += [0.0] * len(unrelated)
        w += [UNRELATED_MASS / len(unrelated)] * len(unrelated)
        mass = np.array(w) * len(w) / sum(w)
        return rising_curve(np.array(x, dtype=float), np.array(y), mass)

    def _critical(self) -> Logistic:
        """The scale of the votes, the level of `CRITICAL_PEOPLE`."""
        odds = np.array([x.figures[1] for x in self.votes], dtype=float)
        fitted = _logistic(odds, np.array([x.row.critical for x in self.votes], dtype=float))
        people = np.array([x.figures[1] for x in _all(self.cross) if x.row.human], dtype=float)
        return Logistic(scale=fitted.scale, bias=_level(fitted.scale * people, CRITICAL_PEOPLE))

    def _shifts(self) -> dict[str, float]:
        """Of each judged pair; for all others that of the mildest raters, as false alarms cost more than misses."""
        judged = {pair: self._shift(pair) for pair in NEWS}
        return {**judged, "other": min(judged.values())}

    def _shift(self, pair: str) -> float:
        """How much stricter than the pool the raters of a pair are, in log-odds."""
        pool, reads = _risk(_all(self.cross)), self.cross[pair]
        expected = np.array([pool.of(x.figures[2], x.figures[0], len(x.row.pair.translation)) for x in reads])
        return _level(np.log(expected / (1 - expected)), float(np.mean([x.row.major for x in reads])))

    def _errors(self, curves: dict[str, Curve], level: float) -> dict[str, ScoreError]:
        rates = {pair: _rate(reads, level) for pair, reads in self.cross.items()}
        errors = {
            pair: _gap(worth(_penalties(found), rates[pair]), _fidelity(found, curves["cross"]))
            for pair, found in self.cross.items()
        }
        for pair, found in self.assessed.items():
            errors.setdefault(pair, _gap(_lifted(found, level), _fidelity(found, curves["cross"])))
        errors["other"] = ScoreError(
            segment=round(WIDER * float(np.median([e.segment for e in errors.values()])), 2),
            shared=round(WIDER * float(np.median([e.shared for e in errors.values()])), 2),
        )
        wanted = np.concatenate([worth(_penalties(found), rates[pair]) for pair, found in self.same.items()])
        errors["same"] = _gap(wanted, _fidelity(_all(self.same), curves["same"]))
        return errors


def _neutral() -> Calibration:
    """What a model folder needs before anything was fitted."""
    line, risk = Curve(x=(-3.0, 3.0), y=(0.0, 100.0)), JointRisk(bias=0.0, major=1.0, quality=0.0, length=0.0)
    plain, wide = Logistic(scale=1.0, bias=0.0), ScoreError(segment=30.0, shared=30.0)
    return Calibration(
        fidelity={"cross": line, "same": line}, risk={"cross": risk, "same": risk}, critical=plain, marked=plain,
        lost=plain, suspicious=0.5, error={"same": wide, "other": wide},
    )  # fmt: skip


def write(calibration: Calibration, model: Path) -> None:
    """Into the model's folder, and its SHA-256 into the manifest where it is the package's."""
    (model / CALIBRATION).write_text(json.dumps(calibration.model_dump(), indent=1) + "\n", encoding="utf-8")
    if model.resolve().parent == models_folder().resolve():
        state_model_file(f"{model.name}/{CALIBRATION}", models_folder())


def _on_common(read: Read, levels: dict[str, Level], common: Level) -> Read:
    scale = scale_between(levels, common, read.row.pair)
    figures = scale.figures(Figures(*map(float, read.figures)))
    return replace(
        read,
        figures=np.array([figures.quality, figures.critical, figures.major], dtype=np.float32),
        marked=scale.marked(read.marked),
        lost=scale.lost(read.lost),
    )


def _all(reads: dict[str, list[Read]]) -> list[Read]:
    return [x for found in reads.values() for x in found]


def _penalties(reads: Sequence[Read]) -> Array:
    """MQM penalties at the reference length."""
    return np.expm1(-np.array([x.row.raw for x in reads], dtype=float))  # type: ignore[no-any-return]


def _rate(reads: Sequence[Read], level: float) -> float:
    """The severity of the raters."""
    return severity(_penalties(reads), np.array([x.row.human for x in reads]), level)


def _lifted(reads: Sequence[Read], level: float) -> Array:
    assessed, edited = (np.array([getattr(x.row, name) for x in reads], dtype=float) for name in ("da", "hter"))
    return lifted(assessed, edited, level)


def _risk(reads: Sequence[Read]) -> JointRisk:
    """A better quality never raises the risk: where the fit says so, the figure for major errors says it all."""
    lengths = np.log(np.array([len(x.row.pair.translation) for x in reads]).clip(10, 1000) / 100)
    major, quality = (np.array([x.figures[i] for x in reads], dtype=float) for i in (2, 0))
    target = np.array([x.row.major for x in reads], dtype=float)
    fitted = fit_logistic([major, lengths, quality], target).round(5)
    if fitted[3] > 0:
        fitted = np.append(fit_logistic([major, lengths], target).round(5), 0.0)
    return JointRisk(bias=fitted[0], major=fitted[1], length=fitted[2], quality=fitted[3])


def _level(odds: Array, mean: float) -> float:
    """What to add to log-odds for their probabilities to have this mean."""
    low, high = -9.0, 9.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 / (1 + np.exp(-odds - middle))).mean() < mean else (low, middle)
    return round(low, 4)


def _suspicious(probability: Array, marked: NDArray[np.bool_]) -> float:
    least = round(SUSPECT_SHARE * len(probability))
    for precision in SUSPECT_PRECISIONS:
        found = precision_threshold(probability, marked, precision, least)
        if found is not None:
            print(f"words are suspicious from {found:.3f} on, {precision:.0%} of them marked")
            return round(found, 3)
    raise SystemExit("words: no threshold is right often enough; the network has not learnt to mark them")


def _logistic(odds: Array, target: Array) -> Logistic:
    bias, scale = fit_logistic([odds], target).round(5)
    return Logistic(scale=scale, bias=bias)


def _fidelity(reads: Sequence[Read], curve: Curve) -> Array:
    return np.interp([x.figures[0] for x in reads], curve.x, curve.y)  # type: ignore[no-any-return]


def _gap(wanted: Array, found: Array) -> ScoreError:
    gap = wanted - found
    return ScoreError(segment=round(float(gap.std()), 2), shared=round(float(abs(gap.mean())), 2))


def report(fit: Fit, calibration: Calibration) -> None:
    """What was fitted, in figures, on the rows it was fitted on."""
    for name, group in (("cross", fit.cross), ("same", fit.same)):
        for pair, reads in group.items():
            fidelity = _fidelity(reads, calibration.fidelity[name])  # type: ignore[index]
            human = np.array([x.row.human for x in reads])
            people = f"people {fidelity[human].mean():.1f}, " if human.any() else ""
            risk = np.array([
                calibration.risk_of(x.row.pair, x.figures[2], x.figures[0], len(x.row.pair.translation)) for x in reads
            ])  # fmt: skip
            happened = np.array([x.row.major for x in reads], dtype=float)
            print(
                f"{name} {pair}, {len(reads)} rows: {people}systems "
                f"{fidelity[~human].mean():.1f}; risk {risk.mean():.3f}, happened {happened.mean():.3f}, "
                f"calibration error {calibration_error(risk, happened):.3f}"
            )


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=models_folder() / "fidelity-joint")
    parser.add_argument("--rows", type=int, default=3000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--keep-levels", action="store_true", help="do not measure the languages' levels again")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    fit = Fit(args.data, E5Encoder("cpu", args.threads), args.model, args.rows, args.keep_levels)
    calibration = fit.calibration()
    write(calibration, args.model)
    report(fit, calibration)


if __name__ == "__main__":
    main()
