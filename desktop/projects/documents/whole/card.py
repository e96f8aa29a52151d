"""Projectkaart: where a project stands and what tenants have to say in it, on one A4.

When it is too full, the lists become shorter before anything becomes smaller: how many proposals
and promises are left out is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer
from sqlalchemy.orm import Session

from desktop.documents import charts_pdf, letter
from desktop.documents.charts import Tone
from desktop.documents.dated import heading, paper
from desktop.documents.fitting import ROOM, height_of, shortened
from desktop.documents.flowables import marked, text
from desktop.documents.fonts import printable
from desktop.documents.join_box import JoinBox
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import Sheet
from desktop.documents.paper import Paper
from desktop.documents.round_sign import RoundSign
from desktop.documents.tables import table
from desktop.documents.title_band import TitleBand, Type
from desktop.language import _, in_language, ngettext
from desktop.language.format import day_plain, local, money
from desktop.projects.charts.money_bar import MoneyBar
from desktop.projects.charts.strip import StripChart
from desktop.projects.documents.became import BECAME, SETTLED, answer_words, promise_and_owner
from desktop.projects.documents.sentences import about
from desktop.projects.documents.whole.facts import Fact, Facts
from desktop.projects.queries.money import Money, money_of
from desktop.projects.queries.plan import plan_of
from desktop.projects.queries.projects import ProjectView, project_view
from desktop.projects.queries.public import PublicPromise, PublicPromises, public_promises
from desktop.projects.queries.voices import ProposalLine, proposals_of
from desktop.projects.rules.timeline.phases import stripes
from desktop.projects.rules.timeline.plan import Plan
from desktop.projects.rules.timeline.words import end_in_words
from desktop.projects.states import Participation, PromiseState
from desktop.projects.wording import word
from desktop.projects.wording.dots import dots

SIZE, SIGN = 9.5, 12.0
# So many proposals and promises, the fullest card first.
SHOWN = ((5, 6), (5, 4), (5, 3), (5, 2), (4, 2), (3, 2), (2, 1), (1, 1))
LONGEST = 240  # letters of what somebody wrote; the other papers have it whole
WIDTHS = [8 * mm, 76 * mm, letter.WIDTH - 84 * mm]


@dataclass(frozen=True)
class Card:
    """All that the card shows."""

    view: ProjectView
    plan: Plan
    money: Money
    proposals: Sequence[ProposalLine]  # by how many people stand behind them
    promises: PublicPromises
    sender: str
    today: date


def make(session: Session, project_id: int, now: datetime) -> Paper:
    """The card of a project; on a second page only what cannot be made shorter."""
    today = local(now).date()
    proposals = proposals_of(session, project_id, today)
    head = letterhead(session)
    with in_language("nl"):  # what the promise lacks comes in words
        view = project_view(session, project_id, today)
    card = Card(
        view,
        plan_of(session, project_id),
        money_of(session, project_id),
        sorted(proposals, key=lambda line: (-line.support, line.number)),
        public_promises(session, project_id, today),
        " · ".join(part for part in (head.name, head.phone, head.website) if part),
        today,
    )
    return paper(
        session,
        "project-card",
        lambda: _("Project card: {project}").format(project=card.view.name),
        lambda: _fitting(card),
        now,
        Sheet.BARE,
    )


def _fitting(card: Card) -> list[Flowable]:
    for proposals, promises in SHOWN:
        story = list(_story(card, proposals, promises))
        if height_of(story, letter.WIDTH) <= ROOM:
            break
    return story


def _story(card: Card, proposals: int, promises: int) -> Iterator[Flowable]:
    view = card.view
    below = _("{about}  ·  as on {day}").format(about=about(view), day=day_plain(card.today))
    yield TitleBand(view.name, below)
    yield Spacer(1, 12)
    yield Facts(_facts(view))
    yield from _say(view)
    yield heading(_("When?"))
    if not card.plan.bars:
        yield text(_("There is no planning yet."), "cell soft")
    else:
        yield charts_pdf.drawing(StripChart(card.plan, card.today), letter.WIDTH)
        yield text(_ends(card.plan), "cell soft")
    if view.budget_cents:
        yield heading(_("What does it cost?"))
        total = _("The budget is {amount}.").format(amount=money(view.budget_cents))
        yield text(total, "cell soft")
        yield Spacer(1, 3)
        yield charts_pdf.drawing(_bar(card.money), letter.WIDTH)
    yield from _answers(card.proposals, proposals)
    yield from _promises(card.promises, promises)
    yield JoinBox(_("Questions?"), [line for line in (view.contact, card.sender) if line],
                  Type(SIZE))  # fmt: skip


def _facts(view: ProjectView) -> list[Fact]:
    def step(level: Participation) -> str:
        return _("step {step} of {steps}").format(step=level.step, steps=len(Participation))

    shown = view.shown
    ink, ground = (Tone.GREEN, Tone.GREEN_SOFT) if shown.is_kept else (Tone.AMBER, Tone.AMBER_SOFT)
    so_far = (
        (word(shown.shown), step(shown.shown))
        if shown.shown is not None
        else (_("nothing yet"), "")
    )
    return [
        Fact(_("Where are we?"), word(view.state), _led(view), Tone.BRAND, Tone.BRAND_SOFT),
        Fact(_("Promised to tenants"), word(shown.promised), step(shown.promised), Tone.BLUE,
             Tone.BLUE_SOFT),
        Fact(_("So far the data shows"), *so_far, ink, ground),
    ]  # fmt: skip


def _led(view: ProjectView) -> str:
    return _("led by {who}").format(who=view.leader) if view.leader else ""


def _say(view: ProjectView) -> Iterator[Flowable]:
    """What the promise still lacks, and what tenants may and may not decide."""
    for label, words in (
        (_("For the promise is lacking:"), "; ".join(view.shown.missing)),
        (_("You have a say in this:"), view.may_decide),
        (_("This is fixed:"), view.may_not_decide),
    ):
        if words:
            said = escaped(printable(shortened(words, LONGEST)))
            yield marked(f"<b>{escaped(label)}</b> {said}", "cell")


def _ends(plan: Plan) -> str:
    """When the project ends, and what the slanting lines say of it."""
    if not any(stripe.is_critical and stripe.done < 1 for stripe in stripes(plan)):
        return end_in_words(plan)
    late = _("Slanting lines: when this is later, the whole project is.")
    return f"{end_in_words(plan)} {late}"


def _bar(money: Money) -> MoneyBar:
    reserved = sum(max(line.committed - line.spent, 0) for line in money.lines)
    return MoneyBar(money.budget, money.spent, reserved, money.left)


def _answers(lines: Sequence[ProposalLine], most: int) -> Iterator[Flowable]:
    yield heading(_("What did tenants say, and what do we do?"))
    if not lines:
        yield text(_("Tenants have not proposed anything yet."), "cell soft")
        return
    yield table([], [_answer(line) for line in lines[:most]], WIDTHS)
    left = len(lines) - most
    if left > 0:
        more = ngettext("And {n} more proposal.", "And {n} more proposals.", left).format(n=left)
        yield text(more, "cell soft")


def _answer(line: ProposalLine) -> list[Flowable | list[Flowable]]:
    said: list[Flowable] = [text(shortened(line.text, LONGEST), "cell bold")]
    if line.support:
        said.append(text(dots(line.support), "cell soft"))
    begins = answer_words(line).rstrip(".")
    answer = f"<b>{escaped(begins)}.</b> {escaped(printable(shortened(line.reason, LONGEST)))}"
    return [RoundSign(BECAME[line.answer], SIGN), said, marked(answer, "cell")]


def _promises(found: PublicPromises, most: int) -> Iterator[Flowable]:
    yield heading(_("What did we promise?"))
    if not found.lines:
        yield text(_("Nothing was promised to tenants together yet."), "cell soft")
        return
    rows = [
        [
            RoundSign(SETTLED[line.state], SIGN),
            text(shortened(line.what, LONGEST), "cell bold"),
            text(promise_and_owner(line), "cell"),
        ]
        for line in found.lines[:most]
    ]
    yield table([], rows, WIDTHS)
    yield text(_how_many(found.lines, most), "cell soft")


def _how_many(lines: Sequence[PublicPromise], shown: int) -> str:
    """How many stand not on the card, and how many were kept in all."""
    kept, left = sum(line.state is PromiseState.KEPT for line in lines), len(lines) - shown
    said = ngettext("{kept} of {n} promise was kept.", "{kept} of {n} promises were kept.",
                    len(lines)).format(kept=kept, n=len(lines))  # fmt: skip
    if left <= 0:
        return said
    more = ngettext("And {n} more promise.", "And {n} more promises.", left).format(n=left)
    return f"{more} {said}"
