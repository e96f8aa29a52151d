"""The text: its versions with what changed, in full and in plain words, and what each party says
to the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.agreement.positions import Positions
from desktop.agreements.panels.dialogs.version import new_version, put_in_force, share
from desktop.agreements.panels.redline_view import RedlineView
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.versions import ClauseLine
from desktop.agreements.rules.lifecycle import ENDED
from desktop.agreements.states import CycleState
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words, line


class TextPage(QWidget):
    """The newest version first; an earlier one stays chosen while the page is read again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: AgreementView | None = None
        self.version = ChoiceInput([])
        self.version.setAccessibleName(_("Version"))
        self.against = ChoiceInput([])
        self.against.setAccessibleName(_("Compared with"))
        self.text = RedlineView()
        self.plain = RedlineView()
        self._about = Words("", "soft", wraps=True)
        self.positions = Positions(desk)
        self.share = secondary(_("Share with parties…"), self._share)
        self.put_in_force = secondary(_("Put in force…"), self._put_in_force)
        self.write = secondary(_("New version…"), self._write)
        self._empty = Empty(
            _("No text yet"),
            _("Write what the parties agree, in full and in plain words."),
            _("Write the text…"),
            self._write,
        )
        self._filled = QWidget()
        self._lay_out()
        self.version.changed.connect(self._version_chosen)
        self.against.changed.connect(self._compare)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self.version)
        head.addWidget(self.against)
        head.addStretch(1)
        for action in (self.share, self.put_in_force, self.write):
            head.addWidget(action)
        texts = QHBoxLayout()
        texts.setSpacing(theme.LARGE)
        for title, shown, stretch in (
            (_("Full text"), self.text, 3),
            (_("In plain words"), self.plain, 2),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.TIGHT)
            column.addWidget(Words(title, "soft"))
            column.addWidget(shown)
            column.addStretch(1)
            texts.addLayout(column, stretch)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.MEDIUM)
        body.addWidget(self._about)
        body.addLayout(texts)
        body.addWidget(line())
        body.addWidget(self.positions)
        body.addStretch(1)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(theme.SMALL)
        filled.addLayout(head)
        filled.addWidget(Scroll(inside), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty)
        whole.addWidget(self._filled)

    def show_view(self, view: AgreementView) -> None:
        """Show the versions of this agreement."""
        is_other = self._view is None or self._view.id != view.id
        had = len(self._view.clauses) if self._view is not None and not is_other else 0
        self._view = view
        self._empty.setVisible(not view.clauses)
        self._filled.setVisible(bool(view.clauses))
        self._offer_actions(view)
        if not view.clauses:
            return
        # Somebody who reads an old version goes on reading it; a new one is shown at once.
        keep = None if is_other or len(view.clauses) != had else self.version.value()
        newest = view.clauses[-1].id
        blocked = self.version.blockSignals(True)
        self.version.set_options(
            [(clause.id, _title(clause)) for clause in reversed(view.clauses)], keep or newest
        )
        self.version.blockSignals(blocked)
        self._version_chosen()

    def choose(self, number: int) -> None:
        """Show the version with this number."""
        if self._view is not None:
            chosen = next((c.id for c in self._view.clauses if c.number == number), None)
            self.version.set_value(chosen)

    # The chosen version -----------------------------------------------------------------------

    @property
    def chosen(self) -> ClauseLine | None:
        """The version on view."""
        clauses = self._view.clauses if self._view is not None else ()
        return next((c for c in clauses if c.id == self.version.value()), None)

    def _version_chosen(self) -> None:
        view, clause = self._view, self.chosen
        if view is None or clause is None:
            return
        earlier = [c for c in reversed(view.clauses) if c.number < clause.number]
        blocked = self.against.blockSignals(True)
        self.against.set_options(
            [
                *((c.id, _("compared with version {n}").format(n=c.number)) for c in earlier),
                (None, _("without comparing")),
            ],
            earlier[0].id if earlier else None,
        )
        self.against.blockSignals(blocked)
        self.against.setVisible(bool(earlier))
        self._about.setText(_about(clause))
        self.positions.show_clause(view, clause)
        self._compare()

    def _compare(self) -> None:
        view, clause = self._view, self.chosen
        if view is None or clause is None:
            return
        old = next((c for c in view.clauses if c.id == self.against.value()), None)
        no_plain = _("Nobody wrote this in plain words yet.")
        if old is None:
            self.text.show_text(clause.text)
            self.plain.show_text(clause.plain_text or no_plain)
        else:
            self.text.show_change(old.text, clause.text)
            if clause.plain_text:
                self.plain.show_change(old.plain_text, clause.plain_text)
            else:
                self.plain.show_text(no_plain)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The chosen version beside the one it is compared with; None without one."""
        new_id, old_id, desk = self.version.value(), self.against.value(), self._desk
        if new_id is None or old_id is None:
            return None

        def make(session: Session) -> Paper:
            from desktop.agreements.documents import redline

            return redline.of_two(session, old_id, new_id, desk.now())

        return make

    # What can be done --------------------------------------------------------------------------

    def _offer_actions(self, view: AgreementView) -> None:
        closed = view.cycle_state is CycleState.CLOSED or view.state in ENDED
        why_not = _("This agreement has ended, so its text stays.") if closed else None
        self.write.set_reason(why_not)
        newest = view.newest
        self.share.setVisible(newest is not None and newest.shared_on is None and not closed)
        waits = view.is_signed and newest is not None and newest.in_force_on is None
        self.put_in_force.setVisible(waits and not closed)

    def _write(self) -> None:
        if self._view is not None:
            new_version(self._desk, self._view, self.window())

    def _share(self) -> None:
        if self._view is not None and self._view.newest is not None:
            share(self._desk, self._view.newest, self.window())

    def _put_in_force(self) -> None:
        if self._view is not None:
            put_in_force(self._desk, self._view, self.window())


def _title(clause: ClauseLine) -> str:
    return _("Version {n} · {party}").format(n=clause.number, party=clause.author)


def _about(clause: ClauseLine) -> str:
    day = day_plain(local(clause.made_at).date())
    parts = [_("Written on {day} for {party}").format(day=day, party=clause.author)]
    if clause.staff:
        parts.append(_("by {name}").format(name=clause.staff))
    if clause.reason:
        parts.append(_("because {reason}").format(reason=clause.reason))
    if clause.shared_on is not None:
        parts.append(
            _("shared with the parties on {day} (Overlegwet, art. 3(2)l)").format(
                day=day_plain(clause.shared_on)
            )
        )
    else:
        parts.append(_("not shared yet"))
    if clause.in_force_on is not None:
        parts.append(_("in force from {day}").format(day=day_plain(clause.in_force_on)))
    return " · ".join(parts)
