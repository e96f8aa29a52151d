"""One version of a way of working, and the part of its complex in the pilot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain
from desktop.viewings.actions.policies import begin_policy, discard_policy, fix_policy
from desktop.viewings.documents import printables
from desktop.viewings.panels.policies.editor import Editor
from desktop.viewings.panels.policies.pilot import PilotCard
from desktop.viewings.panels.policies.reading import Reading
from desktop.viewings.queries.policies import (
    ComplexPolicies,
    ConsequenceRow,
    PolicyRow,
    PolicyView,
    consequences,
    pilot_of,
    policy_view,
)
from desktop.widgets import theme
from desktop.widgets.buttons import Button, link, primary, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.empty import Empty
from desktop.widgets.form import Form
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.theme import Tone

PAPERS = ("advert", "working-method", "processing-register", "pilot-plan")


class VersionScreen(QWidget):
    """The screen at the right of the list of complexes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._home: ComplexPolicies | None = None
        self._policy_id: int | None = None
        self.editor: Editor | None = None
        self.header = HeaderCard()
        self.missing = Card(_("Still needed before it can be fixed"))
        self._missing = Swapped()
        self.missing.add(self._missing)
        self._version = Swapped()
        self.pilot = PilotCard(desk)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.missing)
        column.addWidget(self._version)
        column.addWidget(self.pilot)
        column.addStretch(1)
        self._scroll = Scroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.GAP)
        whole.addWidget(self.header)
        whole.addWidget(self._scroll, 1)

    def show_complex(self, home: ComplexPolicies, policy_id: int | None = None) -> None:
        """Show a complex with one of its versions: the newest, unless another is asked."""
        newest = home.versions[0].id if home.versions else None
        wanted = policy_id if policy_id is not None else newest
        if self._home is None or home.id != self._home.id or wanted != self._policy_id:
            # What is typed belongs to the version that was on view.
            self._keep()
            self.editor = None
            self._scroll.verticalScrollBar().setValue(0)
        self._home, self._policy_id = home, wanted
        self._fill(home, wanted)

    @property
    def policy_id(self) -> int | None:
        """The version on view."""
        return self._policy_id

    def _keep(self) -> None:
        if self.editor is not None:
            self.editor.keep()

    def _fill(self, home: ComplexPolicies, policy_id: int | None) -> None:
        with self._desk.reading() as session:
            view = policy_view(session, policy_id) if policy_id is not None else None
            known = {c.id: c for c in consequences(session)}
            self.pilot.show_pilot(home.id, pilot_of(session, home.id))
        if view is None:
            self._show_none(home)
        elif view.row.fixed_on is None:
            self._show_draft(home, view)
        else:
            self._show_fixed(home, view, known)

    def _show_none(self, home: ComplexPolicies) -> None:
        self.header.set_title(home.name, _("no way of working yet"))
        self.header.set_actions([])
        self.missing.hide()
        self.editor = None
        self._version.show_content(
            Empty(
                _("No way of working yet"),
                _("Write down what residents do here. Candidates read it in the advert."),
                _("Make the first version"),
                self._begin,
            )
        )

    def _show_draft(self, home: ComplexPolicies, view: PolicyView) -> None:
        fix = primary(_("Fix…"), lambda: self._ask_to_fix(view))
        if view.missing:
            fix.set_reason(view.missing[0][1])
        actions = [
            Chip(_("Draft"), Tone.AMBER),
            self._versions(home),
            secondary(_("Discard"), lambda: self._discard(view.row.id)),
            fix,
        ]
        self.header.set_title(
            _title(view.row), _("What you type is kept by itself. Nobody uses this version yet.")
        )
        self.header.set_actions(actions)
        self._show_missing(view)
        if self.editor is None:
            self.editor = Editor(self._desk, view)
            self._version.show_content(self.editor)
        else:
            self.editor.show_view(view)

    def _show_missing(self, view: PolicyView) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, sentence in view.missing:
            column.addWidget(link(sentence, partial(self.go_to, key)))
        self._missing.show_content(inside)
        self.missing.setVisible(bool(view.missing))

    def go_to(self, key: str) -> None:
        """Bring a field of the editor on view, ready to type in."""
        if self.editor is not None:
            field = self.editor.fields[key]
            self._scroll.ensureWidgetVisible(field, 0, 80)
            field.setFocus()

    def _show_fixed(
        self, home: ComplexPolicies, view: PolicyView, known: dict[int, ConsequenceRow]
    ) -> None:
        newest = home.versions[0]
        actions: list[QWidget] = [_chip(view.row), self._versions(home), self._print_menu(home)]
        if newest.fixed_on is None:
            actions.append(secondary(_("To the draft"), lambda: self.show_complex(home, newest.id)))
        else:
            actions.append(primary(_("New version"), self._begin))
        self.header.set_title(_title(view.row), _fixed_words(view.row))
        self.header.set_actions(actions)
        self.missing.hide()
        self.editor = None
        consequence = known.get(view.values["consequence_id"])
        self._version.show_content(Reading(view, consequence))

    # What can be done ------------------------------------------------------------------------

    def _versions(self, home: ComplexPolicies) -> Button:
        button = secondary(_("Versions"))
        menu = QMenu(button)
        for row in home.versions:
            menu.addAction(_version_words(row)).triggered.connect(
                lambda _checked=False, row=row: self.show_complex(home, row.id)
            )
        button.setMenu(menu)
        return button

    def _begin(self) -> None:
        desk, home = self._desk, self._home
        assert home is not None  # the button shows only with a complex
        self._policy_id = None  # the newest, which is the one that this makes
        desk.act(lambda: begin_policy(desk.store, desk.who, home.id), self)

    def _discard(self, policy_id: int) -> None:
        desk = self._desk
        self._keep()
        desk.did(lambda: discard_policy(desk.store, desk.who, policy_id), self)

    def _ask_to_fix(self, view: PolicyView) -> None:
        desk = self._desk
        self._keep()
        if self.editor is not None and not self.editor.readable():
            return
        form = Form()
        form.note(
            _(
                "After this nothing in version {number} changes any more: old decisions stay "
                "readable. Something to change later? Make a new version."
            ).format(number=view.row.number)
        )

        def work() -> None:
            fix_policy(desk.store, desk.who, view.row.id)

        Dialog(
            desk, _("Fix {title}").format(title=_title(view.row)), form, _("Fix"), work, self
        ).open()

    # Papers ------------------------------------------------------------------------------------

    def _print_menu(self, home: ComplexPolicies) -> Button:
        button = secondary(_("Print"))
        menu = QMenu(button)
        by_key = {p.key: p for p in printables()}
        for key in PAPERS:
            menu.addAction(by_key[key].title()).triggered.connect(
                lambda _checked=False, key=key: self._desk.show_paper(self._paper(key, home))
            )
        button.setMenu(menu)
        return button

    def _paper(self, key: str, home: ComplexPolicies) -> Callable[[Session], Paper]:
        paper = next(p for p in printables() if p.key == key)
        now = self._desk.now()
        return lambda session: paper.make(session, [home.code], now)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The text for the advert of the complex on view; None when nothing is fixed yet."""
        home = self._home
        if home is None or all(row.fixed_on is None for row in home.versions):
            return None
        return self._paper("advert", home)


def _title(row: PolicyRow) -> str:
    return _("{complex}, version {number}").format(complex=row.complex, number=row.number)


def _chip(row: PolicyRow) -> Chip:
    if row.valid_to is None:
        return Chip(_("In force"), Tone.GREEN)
    return Chip(_("Replaced"), Tone.GREY)


def _fixed_words(row: PolicyRow) -> str:
    assert row.fixed_on is not None  # only fixed versions have these words
    words = [_("fixed {day}").format(day=day_plain(row.fixed_on))]
    if row.valid_from is not None:
        words.append(_("counts from {day}").format(day=day_plain(row.valid_from)))
    if row.valid_to is not None:
        words.append(_("until {day}").format(day=day_plain(row.valid_to)))
    return " · ".join(words)


def _version_words(row: PolicyRow) -> str:
    state = _("draft") if row.fixed_on is None else _fixed_words(row)
    return _("Version {number}: {state}").format(number=row.number, state=state)
