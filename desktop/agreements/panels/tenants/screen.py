"""Tenants at the table: the laptop goes round, with the agreements, what is new in them, and what
the tenants' organisation says, asks and puts up."""

from __future__ import annotations

from desktop.agreements.actions.parties import looked
from desktop.agreements.panels.tenants.agenda import AgendaPage
from desktop.agreements.panels.tenants.agreement import AgreementPage
from desktop.agreements.panels.tenants.asking import QuestionPage, ReceiptPage
from desktop.agreements.panels.tenants.lists import AgreementsPage, AskedPage, DraftsPage
from desktop.agreements.panels.tenants.start import Start, StartPage
from desktop.agreements.queries import tenants
from desktop.agreements.queries.cycles import cycles
from desktop.agreements.queries.detail import agreement_view
from desktop.agreements.queries.overview import agreement_rows, themes
from desktop.agreements.queries.tenants import TenantParty
from desktop.agreements.queries.voices import inputs
from desktop.agreements.rules.lifecycle import OUT
from desktop.agreements.states import CycleState
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.tenant_page import Page, Pages


class TenantScreen(Pages):
    """One page after the other. What is new stays new for the whole of
    a visit; the next visit counts from this one once somebody looked further than the start."""

    def __init__(self, desk: Desk, cycle_id: int, party: TenantParty) -> None:
        super().__init__()
        self._desk, self._cycle_id, self._party = desk, cycle_id, party
        self._since = {party.id: party.seen_on}
        self._looked: set[int] = set()
        self._list = "agreed"  # from where an agreement was tapped
        self.start()

    # The start -----------------------------------------------------------------------------------

    def start(self) -> None:
        """The start, with nothing of what was typed before."""
        desk, cycle_id = self._desk, self._cycle_id
        today = desk.today()
        since = self._since.setdefault(self._party.id, self._party.seen_on)
        with desk.reading() as session:
            rows = agreement_rows(session, cycle_id, today)
            choices = [
                (one.id, one.applies_in)
                for one in cycles(session)
                if one.id == cycle_id or one.state is not CycleState.CLOSED
            ]
            start = Start(
                year=tenants.year_of(session, cycle_id),
                years=tuple(choices),
                cycle_id=cycle_id,
                parties=tenants.tenant_parties(session, cycle_id),
                party=self._party,
                since=since,
                news=tenants.news(session, cycle_id, since) if since is not None else (),
                agreements=sum(row.state not in OUT for row in rows),
                asked=len(inputs(session, cycle_id, today).lines),
                drafts=len(tenants.drafts(session, cycle_id, self._party.id)),
            )
        page = StartPage(start)
        page.page_asked.connect(self.open)
        page.agreement_asked.connect(self._open_news)
        page.language_asked.connect(self._speak)
        page.party_asked.connect(self._for_party)
        page.year_asked.connect(self._for_year)
        self._show(page)

    def _speak(self, code: str) -> None:
        self._spoken.use(code)
        self.start()

    def _for_party(self, party_id: int) -> None:
        with self._desk.reading() as session:
            parties = tenants.tenant_parties(session, self._cycle_id)
        self._party = next(one for one in parties if one.id == party_id)
        self.start()

    def _for_year(self, cycle_id: int) -> None:
        with self._desk.reading() as session:
            parties = tenants.tenant_parties(session, cycle_id)
        if not parties:
            self.show_refusal(_("No tenants’ organisation is at the table in this year."))
            return
        self._cycle_id = cycle_id
        same = (one for one in parties if one.id == self._party.id)
        self._party = next(same, parties[0])
        self.start()

    # The pages -----------------------------------------------------------------------------------

    def open(self, key: str) -> None:
        """Go to one of the pages of the start."""
        self._note_visit()
        self._list = key
        page = self._page(key)
        page.back.connect(self.start)
        self._show(page)

    def _page(self, key: str) -> Page:
        desk, cycle_id, party, today = self._desk, self._cycle_id, self._party, self._desk.today()
        with desk.reading() as session:
            if key in ("agreed", "going"):
                rows = [r for r in agreement_rows(session, cycle_id, today) if r.state not in OUT]
                listed = AgreementsPage(rows, with_lights=key == "going")
                listed.agreement_asked.connect(self.show_agreement)
                return listed
            if key == "drafts":
                waiting = DraftsPage(tenants.drafts(session, cycle_id, party.id), party.called)
                waiting.agreement_asked.connect(self.show_agreement)
                return waiting
            if key == "asked":
                return AskedPage(inputs(session, cycle_id, today).lines)
            if key == "topic":
                meetings = tenants.next_meetings(session, cycle_id, today)
                topics = tenants.topics(session, cycle_id, party.id)
                agenda = AgendaPage(desk, party, meetings, topics)
                agenda.put_up.connect(lambda: self.open("topic"))
                return agenda
            question = QuestionPage(desk, cycle_id, themes(session))
            question.asked.connect(self._receipt)
            return question

    def _receipt(self, input_id: int) -> None:
        page = ReceiptPage(self._desk, input_id)
        page.back.connect(self.start)
        self._show(page)

    def _open_news(self, agreement_id: int) -> None:
        self._note_visit()
        self._list = "start"
        self.show_agreement(agreement_id)

    def show_agreement(self, agreement_id: int) -> None:
        """One agreement, as the party may read it."""
        try:
            with self._desk.reading() as session:
                view = agreement_view(session, agreement_id, self._desk.today())
        except Refused as refused:
            self.show_refusal(refused.sentence)
            return
        clause = tenants.shown_clause(view, self._party.id)
        page = AgreementPage(self._desk, view, clause, self._party)
        page.back.connect(self._back_to_list)
        page.changed.connect(lambda: self.show_agreement(agreement_id))
        self._show(page)

    def _back_to_list(self) -> None:
        if self._list == "start":
            self.start()
        else:
            self.open(self._list)

    def _note_visit(self) -> None:
        """The party looked: from the next visit on, what changes from today is new."""
        if self._party.id in self._looked:
            return
        desk, party_id = self._desk, self._party.id
        if desk.did(lambda: looked(desk.store, desk.who, party_id), self):
            desk.store.forget_undo()
            self._looked.add(party_id)


def tenant_screen(desk: Desk, cycle_id: int) -> TenantScreen | None:
    """The screen for the tenants at the table of a cycle; None when there are none."""
    with desk.reading() as session:
        parties = tenants.tenant_parties(session, cycle_id)
    return TenantScreen(desk, cycle_id, parties[0]) if parties else None
