"""Projects in words for people, on screen and on paper."""

from desktop.projects.wording.states import WORDS, word

__all__ = ["WORDS", "word"]
