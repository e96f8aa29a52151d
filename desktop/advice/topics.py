"""The subjects on which tenants are informed and advise, by letter (Overlegwet, art. 3(2))."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _

WORDS: Mapping[str, str] = {
    "a": N_("maintenance and improvement"),
    "b": N_("demolition, renovation, buying and selling"),
    "c": N_("allocation and letting"),
    "d": N_("general terms of the tenancy"),
    "e": N_("rents"),
    "f": N_("services and what they cost"),
    "g": N_("a merger"),
    "h": N_("liveability and renewal of the neighbourhood"),
    "i": N_("living for older people and people who need care"),
    "j": N_("service costs and management"),
    "k": N_("what the complaints committee said"),
    "l": N_("what will be in the agreements"),
}


def topic_words(letter: str) -> str:
    """What a letter of the article is about, in a few words."""
    return _(WORDS[letter])


def topic_choice(letter: str) -> str:
    """A letter with what it is about, to choose from."""
    return f"{letter}  {topic_words(letter)}"
