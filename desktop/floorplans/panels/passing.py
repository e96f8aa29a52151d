"""Sentences that go by themselves, once there was time to read them."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from desktop.widgets.words import Words

# Somebody who reads slowly, in a language that is new to them, with an eye on the drawing.
TO_NOTICE_MS, A_LETTER_MS = 2_500, 80


def reading_ms(sentence: str) -> int:
    """How long a sentence stays."""
    return TO_NOTICE_MS + A_LETTER_MS * len(sentence)


class PassingWords(Words):
    """A line for what was just done, or could not be."""

    def __init__(self) -> None:
        super().__init__("", "soft", wraps=True)
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.clear)

    def say(self, sentence: str) -> None:
        """Show a sentence for as long as it takes to read; an empty one clears at once."""
        self.setText(sentence)
        self._over.start(reading_ms(sentence))
