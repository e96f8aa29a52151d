"""The first half of a year of the adviser: from a database without any year to signed agreements,
as she clicks it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.panels.bid.panel import BidPanel
from desktop.agreements.panels.dialogs.version import VersionEditor
from desktop.agreements.panels.meetings.panel import MeetingsPanel
from desktop.agreements.panels.parties.panel import PartiesPanel
from desktop.agreements.panels.positions import PositionsPanel
from desktop.agreements.panels.signing.panel import SigningPanel
from desktop.agreements.panels.voices.panel import VoicesPanel
from desktop.agreements.queries.deliveries import YEAR_PAPERS
from desktop.agreements.rules.redline import PieceKind
from desktop.agreements.states import (
    BidLetter,
    CycleState,
    DeliveryDocument,
    InputChannel,
    InputState,
    MeetingKind,
    PositionValue,
    ReplyDecision,
)
from desktop.agreements.wording import word
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.widgets.empty import Empty
from tests.support.adviser import Adviser
from tests.support.pdf import words_of
from tests.support.screens import said_by

MUNICIPALITY = "Gemeente Morgenveld"
CORPORATION = "Woonstichting Morgenwonen"
TENANTS = "Huurdersvereniging Samen Morgenveld"
PARTIES = (MUNICIPALITY, CORPORATION, TENANTS)
GOAL = "Genoeg betaalbare woningen"
TITLE = "60 nieuwe sociale huurwoningen"
FIRST = "De corporatie bouwt in 2027 50 sociale huurwoningen."
SECOND = "De corporatie bouwt in 2027 60 sociale huurwoningen in het Havenkwartier."
PLAIN = "Er komen in 2027 60 nieuwe huizen bij in het Havenkwartier."
QUESTION = "Komen er ook huizen voor grote gezinnen?"


def begin_the_year(adviser: Adviser) -> None:
    """March: the talks of this year, with three parties that nobody knew yet, and the policy."""
    adviser.come_in(date(2026, 3, 2))
    adviser.person.press("New yearly cycle…", first_step(adviser.tab))
    names = ("municipality", "corporation", "tenants' organisation")
    adviser.person.fill(**{f"new:{n}": name for n, name in zip(names, PARTIES, strict=True)})
    adviser.person.confirm("Make")
    adviser.next_step("Policy received…")
    adviser.person.press("New document…", adviser.person.dialog)
    adviser.person.fill(
        title="Woonvisie Morgenveld",
        valid_from=date(2026, 1, 1),
        valid_to=date(2030, 12, 31),
        received_on=date(2026, 2, 20),
        goals=f"{GOAL}\nWarme woningen",
    )
    adviser.person.confirm("Add")
    adviser.person.fill(on=date(2026, 2, 20))
    adviser.person.confirm("Save")
    parties = adviser.go_to("parties", PartiesPanel)
    adviser.person.press("Contact…", first_step(parties))
    adviser.person.fill(function="wethouder wonen")
    adviser.person.confirm("Save")


def talk_with_tenants(adviser: Adviser) -> None:
    """April: the yearly talk with tenants, with the papers two weeks before it."""
    adviser.come_in(date(2026, 4, 1))
    meetings = adviser.go_to("meetings", MeetingsPanel)
    adviser.person.press("Plan a meeting…", first_step(meetings))
    adviser.person.fill(held_on=date(2026, 4, 20), kind=MeetingKind.TENANTS, place="Havenflat")
    adviser.person.confirm("Save")
    adviser.person.press("Papers sent…", meetings)
    adviser.person.confirm("Sent")


def first_step(on: QWidget) -> QWidget:
    """The empty place that offers the first step, or all of it when something is there."""
    return next((empty for empty in on.findChildren(Empty) if empty.isVisible()), on)


def send_the_bid(adviser: Adviser) -> None:
    """May and June: six letters, the approval, and who has it since when."""
    adviser.come_in(date(2026, 5, 12))
    adviser.next_step("Prepare the bid")
    panel = adviser.tab.panel
    assert isinstance(panel, BidPanel)
    adviser.person.press("Begin the bid")
    adviser.click_row(panel.table, word(BidLetter.A))
    adviser.person.press("Add work…", panel)
    adviser.person.fill(
        what="Nieuwbouw Havenkwartier", **{f"year:{y}": "60" for y in range(2027, 2032)}
    )
    adviser.person.confirm("Save")
    for letter in list(BidLetter)[1:]:
        adviser.click_row(panel.table, word(letter))
        adviser.person.press("Not foreseen", panel)
    assert not panel.send.isEnabled()
    adviser.person.press("Approved by the board…", panel)
    adviser.person.confirm("Save")
    adviser.come_in(date(2026, 6, 15))
    panel = adviser.go_to("bid", BidPanel)
    adviser.person.press("Send bid…", panel)
    adviser.person.confirm("Send")
    adviser.come_in(date(2026, 6, 17))
    panel = adviser.go_to("bid", BidPanel)
    for document in (DeliveryDocument.BID, DeliveryDocument.INVITATION):
        adviser.person.press(f"{_('Received…')} {word(document)}", panel)
        adviser.person.confirm("Save")
    assert panel.view is not None
    assert all(cell.received_on for cell in panel.view.receipts.cells)
    assert "Havenkwartier" in words_of(printed(adviser))


def printed(adviser: Adviser) -> Paper:
    """Print what is on view, as Ctrl+P does."""
    count = len(adviser.person.papers)
    adviser.person.window.print()
    paper = adviser.person.wait_for_paper(count + 1)
    adviser.person.close_previews()
    return paper


def make_an_agreement(adviser: Adviser) -> None:
    """July: the talks begin; an agreement gets its text in full and in plain words, who does what,
    and how it is measured."""
    adviser.come_in(date(2026, 7, 6))
    adviser.next_step("Begin the talks")
    adviser.next_step("New agreement…")
    adviser.person.fill(title=TITLE)
    adviser.person.confirm("Add")
    adviser.person.pick("More", "Change…", adviser.agreement)
    adviser.choose(goal_id=GOAL)
    adviser.person.confirm("Save")
    adviser.page("Text")
    adviser.person.press("Write the text…")
    adviser.person.fill(text=FIRST, plain_text="Er komen 50 huizen bij.")
    adviser.choose(author_id=CORPORATION)
    adviser.person.confirm("Save version")
    adviser.page("Who does what")
    for party, what in zip(PARTIES, ("maakt de grond bouwrijp", "bouwt", "denkt mee"), strict=True):
        adviser.person.press("Add…", adviser.agreement)
        adviser.choose(party_id=party)
        adviser.person.fill(what=what)
        adviser.person.confirm("Add")
    adviser.page("Measuring")
    adviser.person.press("Add indicator…", adviser.agreement)
    adviser.person.fill(
        name="Opgeleverde woningen",
        unit="woningen",
        baseline="0",
        goal="60",
        source="Bouwadministratie",
    )
    adviser.person.confirm("Add")


def settle_the_text(adviser: Adviser) -> None:
    """September: tenants agree on a condition, so there is a second version, which is shared and
    to which everybody agrees."""
    adviser.come_in(date(2026, 9, 8))
    adviser.page("Text")
    say(adviser, TENANTS, PositionValue.AGREES_IF, "Noem de plek en maak er 60 van.")
    adviser.person.press("New version…", adviser.agreement)
    adviser.person.fill(text=SECOND, plain_text=PLAIN, reason="op verzoek van de huurders")
    editor = adviser.person.dialog.findChild(VersionEditor)
    assert editor is not None
    kinds = {piece.text: piece.kind for piece in editor.text_change.pieces}
    assert kinds["50"] is PieceKind.OUT
    assert kinds["60"] is PieceKind.IN
    adviser.choose(author_id=TENANTS)
    adviser.person.confirm("Save version")
    adviser.person.press("Share with parties…", adviser.agreement)
    adviser.person.confirm("Share")
    changes = words_of(printed(adviser))
    assert "50" in changes
    assert "60" in changes
    for party in PARTIES:
        say(adviser, party, PositionValue.AGREES)
    positions = adviser.go_to("positions", PositionsPanel)
    assert positions.grid is not None
    assert all(positions.grid.is_agreed(row) for row in positions.grid.rows)


def say(adviser: Adviser, party: str, value: PositionValue, remark: str = "") -> None:
    """Write down what a party says to the version on view."""
    adviser.person.press(_("Position of {party}").format(party=party), adviser.agreement)
    adviser.person.fill(value=value, remark=remark)
    adviser.person.confirm("Save")


def answer_before_signing(adviser: Adviser) -> None:
    """November: a question of tenants holds up the signing; the list shows the way to it."""
    adviser.come_in(date(2026, 11, 2))
    ask(adviser, QUESTION)
    adviser.go_to("agreements", AgreementsPanel)
    adviser.next_step("Make it the draft")
    adviser.next_step("Put to the boards")
    adviser.next_step("Sign…")
    signing = adviser.tab.panel
    assert isinstance(signing, SigningPanel)
    assert signing.seal.reason
    assert signing.seal.reason in said_by(signing)
    adviser.person.press(_("Go there: {what}").format(what=signing.seal.reason), signing)
    voices = adviser.tab.panel
    assert isinstance(voices, VoicesPanel)
    answer(adviser, voices, ReplyDecision.PARTLY, "Er komen acht huizen met vijf kamers.")
    tell(adviser, voices, "nieuwsbrief")


def ask(adviser: Adviser, question: str) -> None:
    """Write down what tenants ask."""
    voices = adviser.go_to("voices", VoicesPanel)
    adviser.person.press("New question…", first_step(voices))
    adviser.person.fill(text=question, channel=InputChannel.PHONE, place="Havenflat")
    adviser.person.confirm("Save")
    assert voices.question.line is not None
    assert voices.question.line.text == question


def answer(adviser: Adviser, voices: VoicesPanel, decision: ReplyDecision, reason: str) -> None:
    adviser.person.press("Answer…", voices)
    adviser.person.fill(decision=decision, reason=reason)
    adviser.choose(party_id=CORPORATION)
    adviser.person.confirm("Save")


def tell(adviser: Adviser, voices: VoicesPanel, via: str) -> None:
    adviser.person.press("Tell tenants…", voices)
    adviser.person.fill(told_via=via)
    adviser.person.confirm("Told")
    assert voices.question.line is not None
    assert voices.question.line.state is InputState.REPORTED_BACK


def sign(adviser: Adviser) -> None:
    """Everybody signs the sealed text, and all papers are on their way before 15 December."""
    adviser.come_in(date(2026, 11, 30))
    adviser.next_step("Sign…")
    signing = adviser.tab.panel
    assert isinstance(signing, SigningPanel)
    adviser.person.press("Make ready to sign", signing)
    sheet = words_of(printed(adviser))
    assert all(party in sheet for party in PARTIES)
    for party in PARTIES:
        adviser.person.press(_("Signature of {party}").format(party=party), signing)
        adviser.person.fill(place="Morgenveld", function="voorzitter")
        adviser.person.confirm("Save signature")
    for document in YEAR_PAPERS:
        adviser.person.press(f"{_('Send…')} {word(document)}", signing)
        adviser.person.confirm("Sent")
        adviser.person.press(f"{_('Received…')} {word(document)}", signing)
        adviser.person.confirm("Save")
    assert _("not sent") not in said_by(signing.deliveries)
    adviser.go_to("agreements", AgreementsPanel)
    assert adviser.state is CycleState.SIGNED
    assert adviser.agreements.add.reason, "what is new goes into the next talks"
