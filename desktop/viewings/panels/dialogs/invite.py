"""Inviting in order: the first N ticked, and a code for everybody who is skipped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desktop.language import _, ngettext
from desktop.viewings.actions.invitations import invite as send_invitations
from desktop.viewings.documents import printables
from desktop.viewings.queries.vacancy import CandidateLine, VacancyView, ViewingLine
from desktop.viewings.states import CandidateState, SkipCode, ViewingKind
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.closed import ClosedList
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.words import Words

C = CandidateState
WAITING = (C.SELECTED, C.NO_RESPONSE, C.CANCELLED)


class InviteList(QWidget):
    """A row for each candidate who can be invited, in order: a tick, or the code of a skip."""

    def __init__(self, view: VacancyView, line: ViewingLine) -> None:
        super().__init__()
        self.setObjectName("candidates")
        self._ticks: dict[int, QCheckBox] = {}
        self._codes: dict[int, ClosedList] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.MEDIUM)
        grid.setVerticalSpacing(theme.SMALL)
        grid.setColumnStretch(1, 1)
        room = line.seats - line.invited
        self._counted = Words("", "soft", wraps=True)
        grid.addWidget(self._counted, 0, 0, 1, 3)
        for row, candidate in enumerate(_waiting(view), start=1):
            asked = candidate.skip_asked if line.kind is ViewingKind.GROUP else None
            ticked = asked is None and candidate.skip is None and room > 0
            room -= ticked
            self._add_row(grid, row, candidate, ticked, asked)
        self._count()

    def _add_row(
        self,
        grid: QGridLayout,
        row: int,
        candidate: CandidateLine,
        ticked: bool,
        asked: SkipCode | None,
    ) -> None:
        tick = QCheckBox(str(candidate.rank))
        tick.setChecked(ticked)
        tick.setAccessibleName(_("Invite candidate {rank}").format(rank=candidate.rank))
        name = candidate.name
        if candidate.priority:
            name += f" · {_('priority')}"
        codes = ClosedList()
        codes.setObjectName(f"skip:{candidate.id}")
        codes.setAccessibleName(_("Why skip candidate {rank}").format(rank=candidate.rank))
        codes.addItem(_("do not skip"), None)
        for code in SkipCode:
            codes.addItem(word(code), code)
        given = candidate.skip or asked
        if given is not None:
            codes.setCurrentIndex(codes.findData(given))
        keeps_room = codes.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # or rows move under the mouse
        codes.setSizePolicy(keeps_room)
        codes.setVisible(not ticked)
        tick.toggled.connect(lambda on: codes.setVisible(not on))
        tick.toggled.connect(self._count)
        grid.addWidget(tick, row, 0)
        grid.addWidget(Words(name, "strong"), row, 1)
        grid.addWidget(codes, row, 2)
        self._ticks[candidate.id], self._codes[candidate.id] = tick, codes

    def _count(self) -> None:
        chosen = len(self.chosen())
        self._counted.setText(
            ngettext(
                "{n} candidate gets an invitation.", "{n} candidates get an invitation.", chosen
            ).format(n=chosen)
        )

    def chosen(self) -> list[int]:
        """The candidates with a tick, in order."""
        return [i for i, tick in self._ticks.items() if tick.isChecked()]

    def skips(self) -> dict[int, SkipCode]:
        """The codes given to candidates before the last one that is invited."""
        chosen = self.chosen()
        if not chosen:
            return {}
        order = list(self._ticks)
        before = order[: order.index(chosen[-1])]
        return {
            i: self._codes[i].currentData()
            for i in before
            if i not in chosen and self._codes[i].currentData() is not None
        }

    def show_refusal(self, sentence: str) -> None:
        """Show what cannot be above the list."""
        self._counted.setText(sentence)
        self._counted.set_look("error")


def invite(desk: Desk, view: VacancyView, line: ViewingLine, parent: QWidget) -> None:
    """Tick who is invited; afterwards the letters are shown, ready to print."""
    rows = InviteList(view, line)

    def work() -> None:
        invited = send_invitations(desk.store, desk.who, line.id, rows.chosen(), rows.skips())
        desk.said.emit(
            ngettext(
                "{n} candidate is invited.", "{n} candidates are invited.", len(invited)
            ).format(n=len(invited))
        )
        _show_letters(desk, view)

    Dialog(
        desk,
        _("Invite for {address}").format(address=view.address),
        rows,
        _("Invite and show letters"),
        work,
        parent,
        explanation=_(
            "Candidates are invited in order. If you skip somebody, give the reason. Being "
            "skipped is never a disadvantage."
        ),
        width=620,
    ).open()


def _waiting(view: VacancyView) -> Sequence[CandidateLine]:
    return [
        c for c in view.candidates if c.state in WAITING and c.invitation is None and not c.wiped
    ]


def _show_letters(desk: Desk, view: VacancyView) -> None:
    letters = next(p for p in printables() if p.key == "invitation")
    desk.show_paper(lambda session: letters.make(session, [view.code], desk.now()))
