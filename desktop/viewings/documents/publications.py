"""Papers that a corporation publishes or keeps about its way of working."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.documents import letter, text_paper
from desktop.documents.letterhead import letterhead
from desktop.documents.paper import Paper
from desktop.language import _, in_language
from desktop.language.format import local
from desktop.viewings.documents.letter_values import ALTERNATIVES
from desktop.viewings.queries.papers import residents
from desktop.viewings.queries.papers.residents import PublishedRules
from desktop.viewings.rules.retention import ORDER_TABLE_MONTHS
from desktop.viewings.wording import word


def working_method(session: Session, complex_ids: Sequence[int], now: datetime) -> Paper:
    """The public paragraph about hosts in the working method against discrimination (Wet goed
    verhuurderschap, art. 2(2)c)."""
    return _by_complex(
        session, "working-method", lambda: _("Way of working with hosts"), complex_ids, now
    )


def advert(session: Session, complex_ids: Sequence[int], now: datetime) -> Paper:
    """The block of text that stands in every advert of a complex, by its level of influence."""
    return _by_complex(session, "advert", lambda: _("Text for the advert"), complex_ids, now)


def processing_register(session: Session, complex_ids: Sequence[int], now: datetime) -> Paper:
    """The line for the register of processing activities (AVG art. 30)."""
    return _by_complex(
        session, "processing-register", lambda: _("Register of processing"), complex_ids, now
    )


def _by_complex(
    session: Session,
    key: str,
    title: Callable[[], str],
    complex_ids: Sequence[int],
    now: datetime,
) -> Paper:
    parts = []
    for complex_id in complex_ids:
        rules = residents.published_rules(session, complex_id)
        with in_language("nl"):
            values = _values(rules)
            footer = _("{paper} · {complex}, way of working version {number}").format(
                paper=title(), complex=rules.complex, number=rules.number
            )
        parts.append(text_paper.part(session, key, values, footer, rules.complex))
    return letter.finish(key, title, parts, letterhead(session), local(now).date())


def _values(rules: PublishedRules) -> Mapping[str, object]:
    return {
        "complex": rules.complex,
        "number": rules.number,
        "level": rules.level.value,
        "level_word": word(rules.level),
        "criteria": "; ".join(rules.criteria_nl),
        "criteria_en": "; ".join(rules.criteria_en),
        "advert": rules.advert_nl,
        "advert_en": rules.advert_en,
        "participation_required": rules.participation_required,
        "alternatives": _alternatives(rules, "nl"),
        "alternatives_en": _alternatives(rules, "en"),
        "answer_hours": rules.answer_hours,
        "retention_weeks": rules.retention_weeks,
        "order_months": ORDER_TABLE_MONTHS,
        "hosts": rules.min_hosts,
        "top_n": rules.top_n or 0,
    }


def _alternatives(rules: PublishedRules, language: str) -> str:
    with in_language(language):
        return ", ".join(_(ALTERNATIVES[a]) for a in rules.alternatives)
