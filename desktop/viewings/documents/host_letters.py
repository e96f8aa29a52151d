"""Papers for one host: the question for a shift, the instruction, the statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Spacer
from sqlalchemy.orm import Session

from desktop.documents import letter, text_paper
from desktop.documents.flowables import WritingLines
from desktop.documents.letterhead import letterhead
from desktop.documents.paper import Paper
from desktop.language import _, in_language
from desktop.language.format import local
from desktop.viewings.documents import letter_values
from desktop.viewings.queries.papers import addressed, residents
from desktop.viewings.wording import word


def question(session: Session, shift_ids: Sequence[int], now: datetime) -> Paper:
    """The letters that ask hosts whether they can receive on a day."""
    letters = [
        letter_values.host_question(asked, now)
        for asked in addressed.host_questions(session, shift_ids)
    ]
    return letter.write(session, "host-question", lambda: _("Question to host"), letters, now)


def instruction(session: Session, complex_ids: Sequence[int], now: datetime) -> Paper:
    """What hosts do and say, on one page, by the policy version of each complex."""
    parts = []
    for complex_id in complex_ids:
        rules = residents.published_rules(session, complex_id)
        values = {
            "complex": rules.complex,
            "level": rules.level.value,
            "criteria": "; ".join(rules.criteria_nl),
            "points": rules.points,
        }
        with in_language("nl"):
            footer = _("Instruction for hosts · {complex}, way of working version {number}").format(
                complex=rules.complex, number=rules.number
            )
        parts.append(text_paper.part(session, "host-instruction", values, footer, rules.complex))
    return letter.finish(
        "host-instruction",
        lambda: _("Instruction for hosts"),
        parts,
        letterhead(session),
        local(now).date(),
    )


def statement(session: Session, host_ids: Sequence[int], now: datetime) -> Paper:
    """The statement of secrecy and interests, to be signed by each host."""
    parts = []
    for host_id in host_ids:
        host = residents.host_person(session, host_id)
        with in_language("nl"):
            relations = tuple(
                _("{person} ({relation})").format(person=person, relation=word(kind).lower())
                for person, kind in host.relations
            )
            lines = [
                WritingLines(1, label=label)
                for label in (_("Other people I know:"), "", _("Day and place:"), _("Signature:"))
            ]
            footer = _("Statement of host · {complex}").format(complex=host.complex)
        values = {
            "name": host.name,
            "address": host.address,
            "complex": host.complex,
            "relations": relations,
        }
        parts.append(
            text_paper.part(
                session,
                "host-statement",
                values,
                footer,
                host.name,
                after=[Spacer(1, 2 * mm), *lines],
            )
        )
    return letter.finish(
        "host-statement",
        lambda: _("Statement of host"),
        parts,
        letterhead(session),
        local(now).date(),
    )
