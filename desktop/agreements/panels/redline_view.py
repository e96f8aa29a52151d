"""A text with what changed in it: what went struck through, what came underlined. Colour helps,
and is never needed to read it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.agreements.rules.redline import Piece, PieceKind, accept, diff
from desktop.language import _
from desktop.widgets import theme


class RedlineView(QLabel):
    """`show_change` lays two texts over each other, `show_text` shows one as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: tuple[Piece, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """One text, without changes."""
        self._show((Piece(PieceKind.SAME, text),) if text else ())

    def show_change(self, old: str, new: str) -> None:
        """What became of the old text in the new one."""
        self._show(diff(old, new))

    def _show(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self._paint()
        self.setAccessibleName(accept(pieces))
        self.setAccessibleDescription(in_words(pieces))

    def _paint(self) -> None:
        colours = theme.colours()
        looks = {
            PieceKind.SAME: "",
            PieceKind.OUT: f"color:{colours.red}; text-decoration: line-through;",
            PieceKind.IN: f"color:{colours.green}; text-decoration: underline;",
        }
        shown = "".join(
            f'<span style="{looks[piece.kind]}">{_marked_up(piece.text)}</span>'
            for piece in self.pieces
        )
        self.setText(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The system may go dark while the window is open.
        if event.type() is QEvent.Type.PaletteChange:
            self._paint()


def in_words(pieces: tuple[Piece, ...]) -> str:
    """The changes for who cannot see them."""
    names = {PieceKind.OUT: _("removed: {text}"), PieceKind.IN: _("added: {text}")}
    changed = (piece for piece in pieces if piece.kind is not PieceKind.SAME)
    return "; ".join(names[piece.kind].format(text=piece.text.strip()) for piece in changed)


def _marked_up(text: str) -> str:
    """What people typed, never taken as markup."""
    return escape(text).replace("\n", "<br>").replace("  ", " &nbsp;")
