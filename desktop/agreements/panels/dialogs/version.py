"""A new version of the text beside the one before, sharing it, and putting it in force."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.actions.clauses import WrittenMeanwhile, amend, share_clause, write_clause
from desktop.agreements.panels.redline_view import RedlineView
from desktop.agreements.queries.cycles import own_seat
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.versions import ClauseLine
from desktop.agreements.rules.plain import hint_sentence, hints
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import LinesInput
from desktop.widgets.form import Form
from desktop.widgets.words import Words

TEXT_ROWS, PLAIN_ROWS = 9, 4


def new_version(desk: Desk, view: AgreementView, parent: QWidget) -> None:
    """Write a version: at the left the text, at the right what changes, as it is typed."""
    editor = VersionEditor(view)

    def work() -> None:
        values = editor.form.values()
        try:
            write_clause(
                desk.store,
                desk.who,
                view.id,
                values["text"],
                values["plain_text"],
                values["author_id"],
                values["reason"],
                editor.after,
            )
        except WrittenMeanwhile as meanwhile:
            # What was typed stays; from now on it is laid beside what the other wrote.
            theirs = meanwhile.theirs
            editor.compare_with(meanwhile.number, str(theirs["text"]), str(theirs["plain_text"]))
            raise Refused(meanwhile.sentence) from meanwhile

    Dialog(
        desk,
        _("New version of {code}").format(code=view.code),
        editor,
        _("Save version"),
        work,
        parent,
        width=980,
    ).open()


class VersionEditor(QWidget):
    """The two texts in their fields, the changes beside them, and hints for plainer words. `after`
    is the number of the version that the writer saw."""

    def __init__(self, view: AgreementView) -> None:
        super().__init__()
        newest = view.newest
        self.after = newest.number if newest is not None else 0
        self._old = (newest.text, newest.plain_text) if newest is not None else ("", "")
        self.form = Form()
        text, plain = self._old
        self.form.field("text", _("Full text"), LinesInput(text, TEXT_ROWS))
        self.form.field(
            "plain_text",
            _("In plain words, for tenants"),
            LinesInput(plain, PLAIN_ROWS),
            hint=_("Short sentences of at most 15 words, no words of the trade."),
        )
        self.form.row()
        self.form.choice(
            "author_id",
            _("Proposed by"),
            [(seat.party_id, seat.called) for seat in view.parties],
            own_seat(view.parties),
        )
        self.form.text("reason", _("Why this version?"))
        self.form.end_row()
        self._against = Words("", "soft", wraps=True)
        self.text_change = RedlineView()
        self.plain_change = RedlineView()
        self.hints = Words("", "small", wraps=True)
        side = QVBoxLayout()
        side.setSpacing(theme.SMALL)
        for shown in (self._against, self.text_change, self.plain_change, self.hints):
            side.addWidget(shown)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.LARGE)
        row.addWidget(self.form, 1)
        row.addLayout(side, 1)
        self.form.changed.connect(self._follow)
        self._name_other()
        self._follow()

    def compare_with(self, number: int, text: str, plain_text: str) -> None:
        """Lay what is typed beside another version, which somebody wrote meanwhile."""
        self.after, self._old = number, (text, plain_text)
        self._name_other()
        self._follow()

    def _name_other(self) -> None:
        words = (
            _("What changes from version {n}:").format(n=self.after)
            if self.after
            else _("The first version:")
        )
        self._against.setText(words)

    def _follow(self) -> None:
        text, plain = self._old
        self.text_change.show_change(text, self.form.value("text"))
        self.plain_change.show_change(plain, self.form.value("plain_text"))
        found = hints(self.form.value("plain_text"))
        self.hints.setText("\n".join(f"• {hint_sentence(hint)}" for hint in found))


def share(desk: Desk, clause: ClauseLine, parent: QWidget) -> None:
    """Ask on which day the version went to the parties."""
    form = Form()
    form.date("on", _("Shared on"), desk.today())

    def work() -> None:
        share_clause(desk.store, desk.who, clause.id, form.value("on"))

    Dialog(
        desk,
        _("Share version {n}").format(n=clause.number),
        form,
        _("Share"),
        work,
        parent,
        explanation=_(
            "The corporation informs the tenants’ organisation about what it will agree with the "
            "municipality (Overlegwet, art. 3(2)l)."
        ),
    ).open()


def put_in_force(desk: Desk, view: AgreementView, parent: QWidget) -> None:
    """The newest text takes the place of the signed one, when all parties agree to it."""
    form = Form()
    form.date("on", _("Agreed on"), desk.today())
    form.lines("reason", _("Why was the agreement changed?"))

    def work() -> None:
        amend(desk.store, desk.who, view.id, form.value("reason"), form.value("on"))

    Dialog(
        desk,
        _("Change the signed text of {code}").format(code=view.code),
        form,
        _("Put in force"),
        work,
        parent,
        explanation=_(
            "All parties must agree to the new version. It cannot be undone; the old text stays "
            "beside the new one."
        ),
    ).open()
