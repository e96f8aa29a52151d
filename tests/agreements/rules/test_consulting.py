"""Which subjects of the agreements ask for the advice of tenants."""

from __future__ import annotations

from desktop.advice.rules import TOPICS
from desktop.advice.topics import WORDS
from desktop.agreements.rules.consulting import advised, needs_consent


def test_tenants_advise_on_policy_and_not_on_what_is_only_told() -> None:
    assert advised(TOPICS) == "abcdefghij"
    assert advised("l") == advised("") == ""


def test_the_letters_come_in_the_order_of_the_article() -> None:
    assert advised("hb") == "bh"


def test_service_costs_ask_for_consent() -> None:
    assert needs_consent("ej")
    assert not needs_consent("abcdefghikl")


def test_every_letter_of_the_article_has_words() -> None:
    assert "".join(WORDS) == TOPICS
