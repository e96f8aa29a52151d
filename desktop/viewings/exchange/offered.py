"""The files that Buren takes in, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from desktop.exchange.tables import read_table
from desktop.feature import Importable, ImportReport, ImportWish
from desktop.language import _, ngettext
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.viewings.actions.imports import (
    check_replaceable,
    take_candidates,
    take_publication,
)
from desktop.viewings.exchange import vera_in
from desktop.viewings.exchange.candidates import CandidateList, read_candidates
from desktop.viewings.model import Vacancy
from desktop.viewings.queries.mappings import remembered_mapping


def importables() -> Sequence[Importable]:
    """What `samenspraak import` knows of Buren."""
    return (
        Importable("publication", lambda: _("Publication (VERA)"), import_publication),
        Importable("candidates", lambda: _("Candidates"), import_candidates),
    )


def read_list(store: Store, path: Path) -> CandidateList:
    """A list of candidates from a VERA message, or from a table with the columns as they were
    chosen before for these headings."""
    if vera_in.is_json(path):
        return vera_in.read_candidates(path, local(store.now()).date())
    with store.reading() as session:
        mapping = remembered_mapping(session, read_table(path).headings)
    return read_candidates(path, mapping)


def import_candidates(store: Store, who: Actor, path: Path, wish: ImportWish) -> ImportReport:
    """Read a list in under the vacancy with code `wish.into`. Refuses a code that is not there."""
    if not wish.into:
        raise Refused(_("Say for which vacancy this list is: --vacancy CODE."), "vacancy")
    listed = read_list(store, path)
    with store.reading() as session:
        vacancy = session.scalar(select(Vacancy).where(Vacancy.code == wish.into))
        if vacancy is None:
            raise Refused(
                _("There is no vacancy with code {code}.").format(code=wish.into), "vacancy"
            )
        vacancy_id, known = vacancy.id, vacancy.list_digest == listed.digest
        if not known:
            check_replaceable(session, vacancy)
    if wish.dry_run:
        changed = not known
    else:
        changed = take_candidates(store, who, vacancy_id, listed, wish.progress).changed
    return ImportReport(
        (_outcome(len(listed.rows), changed, wish.dry_run), *(d.sentence for d in listed.dropped)),
        {
            "vacancy": wish.into,
            "candidates": len(listed.rows),
            "changed": changed,
            "dry_run": wish.dry_run,
            "dropped": [{"column": d.column, "reason": d.reason.value} for d in listed.dropped],
        },
    )


def _outcome(count: int, changed: bool, dry_run: bool) -> str:
    if not changed:
        return _("This list was imported before: nothing changes.")
    if dry_run:
        return ngettext(
            "{n} candidate can be imported. Nothing was changed.",
            "{n} candidates can be imported. Nothing was changed.",
            count,
        ).format(n=count)
    return ngettext("{n} candidate was imported.", "{n} candidates were imported.", count).format(
        n=count
    )


def import_publication(store: Store, who: Actor, path: Path, wish: ImportWish) -> ImportReport:
    """Make or update the vacancies of a VERA message Publicatie, each under its code."""
    rows = vera_in.read_publications(path)
    sentences: list[str] = []
    values: list[dict[str, object]] = []
    for row in rows:
        if wish.dry_run:
            with store.reading() as session:
                known = session.scalar(select(Vacancy.id).where(Vacancy.code == row.code))
            words = _("{code} would be updated.") if known else _("{code} would be made.")
            sentences.append(words.format(code=row.code))
            values.append({"code": row.code, "created": not known, "changed": True})
            continue
        taken = take_publication(store, who, row)
        if taken.created:
            sentences.append(_("{code} was made.").format(code=row.code))
        elif taken.changed:
            sentences.append(_("{code} was updated.").format(code=row.code))
        else:
            sentences.append(_("{code} was there already: nothing changes.").format(code=row.code))
        if taken.new_complex is not None:
            sentences.append(
                _("Complex “{name}” was not known and was made. Check its data.").format(
                    name=taken.new_complex
                )
            )
        values.append({"code": row.code, "created": taken.created, "changed": taken.changed})
    return ImportReport(tuple(sentences), {"vacancies": values, "dry_run": wish.dry_run})
