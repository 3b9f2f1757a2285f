"""The whole run: paths in, report out."""

from __future__ import annotations

from contextlib import ExitStack

from auditor import __version__
from auditor.audit.articles import Progress
from auditor.audit.decided import under_decisions
from auditor.audit.failures import internal_error
from auditor.audit.fingerprint import with_fingerprints
from auditor.audit.house_lists import with_house_lists
from auditor.audit.judge import Judge, Judged
from auditor.audit.models import Models
from auditor.audit.pairing import pair_documents
from auditor.audit.request import Request, resolve_roles
from auditor.audit.roles import Roles
from auditor.audit.selection import selected_checks
from auditor.audit.signature import signature
from auditor.audit.vectors import Encoders
from auditor.config import Device, Settings, models_folder
from auditor.core.alignment import DocumentPair
from auditor.core.document import Document
from auditor.core.finding import Level, Notice
from auditor.core.report import Report
from auditor.encoders import Encoder, VectorCache
from auditor.errors import ModelError, UsageError
from auditor.fidelity import choose_fidelity, language_name, unread_reason


def run_audit(
    request: Request,
    progress: Progress,
    encoder: Encoder | None = None,
    *,
    models: Models | None = None,
    detail: Progress | None = None,
) -> Report:
    """Audit everything the request names.

    `encoder` takes the place of the one the settings name; `models`, shared with other runs, that of all models.
    `detail` is told the stages inside each document and may raise a BaseException to stop. Raises `UsageError` and
    `NothingToAuditError` before any work; what goes wrong with one document becomes an `incomplete` notice.
    """
    checks = selected_checks(with_house_lists(request.settings, request.paths))
    roles, notices = resolve_roles(request, progress)
    with ExitStack() as stack:
        cache = None
        if models is not None:
            cache = models.cache
        elif request.settings.cache and encoder is None:
            cache = stack.enter_context(VectorCache(limit_bytes=request.settings.cache_mb * 2**20))
        encoders = _encoders(request.settings, cache, models) if encoder is None else Encoders.of(encoder)
        confirm_encoder(request.settings, encoders)
        choose_fidelity(request.settings.fidelity_model, models_folder())
        pairs, pairing_notices = pair_documents(roles, encoders, progress)
        judge = Judge(request.settings, checks, encoders, None if models is None else models.scorer, detail)
        judged, failures = _judge_all(roles, pairs, judge, progress)
        judged = judge.compare(judged)
        own = own_notices(judge, encoders, cache)
    found = with_fingerprints(finding for one in judged for finding in one.findings)
    places = roles.places if request.decisions else {}
    audited, findings, told = under_decisions([one.audited for one in judged], found, places)
    every = (*notices, *roles.notices, *pairing_notices, *failures, *own, *told)
    return Report(
        version=__version__,
        signature=signature(audited, encoders.loaded, judge.scorers),
        documents=audited,
        findings=findings,
        notices=tuple(sorted(every, key=lambda notice: (notice.document or "", notice.kind, notice.message))),
        suppressed=sum(one.suppressed for one in judged),
    )


def _encoders(settings: Settings, cache: VectorCache | None, models: Models | None) -> Encoders:
    if models is not None:
        return models.encoders()
    return Encoders(settings.encoder, settings.device.value, settings.threads, cache, settings.precision.value)


def confirm_encoder(settings: Settings, encoders: Encoders) -> None:
    """An encoder or device that was asked for by name and is not to be had ends the run before any work."""
    if settings.encoder == "auto" and settings.device is not Device.CUDA:
        return
    try:
        encoders.for_languages(())
    except ModelError as error:
        raise UsageError(str(error)) from error


def _judge_all(
    roles: Roles, pairs: dict[int, DocumentPair], judge: Judge, progress: Progress
) -> tuple[list[Judged], list[Notice]]:
    judged: list[Judged] = []
    failures: list[Notice] = []
    for i, document in enumerate(roles.translations):
        progress("audit", i, len(roles.translations))
        try:
            judged.append(_judge_one(judge, document, pairs.get(i), failures))
        except Exception as error:  # noqa: BLE001 - one bad document must not lose the others; the notice says where
            failures.append(internal_error(error, document.id))
    progress("audit", len(roles.translations), len(roles.translations))
    return judged, failures


def _judge_one(judge: Judge, document: Document, pair: DocumentPair | None, failures: list[Notice]) -> Judged:
    """Without the models, what needs none is still checked."""
    try:
        return judge.judge(document, pair)
    except ModelError as error:
        failures.append(Notice(Level.INCOMPLETE, "not-compared", f"not compared: {error}", document.id))
        return judge.judge(document, None)


def own_notices(judge: Judge, encoders: Encoders, cache: VectorCache | None) -> list[Notice]:
    """What is to say of the models that a run used, by no article in particular."""
    notices = [Notice(Level.INFO, notice.kind, notice.message) for notice in (cache.notices if cache else ())]
    notices += [Notice(Level.INFO, "encoder-fallback", reason) for reason in sorted(encoders.fallbacks)]
    notices += [Notice(Level.INFO, told.kind, told.message) for told in encoders.cautions]
    if judge.fidelity_fallback is not None:
        notices.append(Notice(Level.INFO, "fidelity-fallback", judge.fidelity_fallback))
    for theirs, ours in sorted(judge.unjudged):
        between = f"{language_name(theirs)} to {language_name(ours)}"
        message = (
            f"{between}: no professional has judged translations between these languages for the fidelity model; "
            "fidelity rests on what it learnt from others, and its interval is wider."
        )
        notices.append(Notice(Level.INFO, "fidelity-not-judged", message))
    for theirs, ours in sorted(judge.unread):
        message = f"{unread_reason(theirs, ours)}; passages are linked and checked but not scored."
        notices.append(Notice(Level.INFO, "fidelity-not-read", message))
    for name in judge.uncalibrated:
        message = f"fidelity is not calibrated for the encoder {name}; passages are linked but not scored."
        notices.append(Notice(Level.INFO, "no-calibration", message))
    return notices
