"""The result of a residents' budget in words, for everybody who voted."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import _, ngettext
from desktop.language.format import money
from desktop.projects.rules.budget import Told, ToldIdea

RUNNERS_UP = 1  # of the ideas that were not carried out, so many are explained


def in_money(cents: float) -> str:
    """A sum in cents as people write it."""
    return money(round(cents))


def turnout(voted: int, households: int) -> str:
    """`40 van 376 huishoudens stemden.`"""
    words = ngettext("{n} of {all} households voted.", "{n} of {all} households voted.", voted)
    return words.format(n=voted, all=households)


def explained(result: Told, amount: Callable[[float], str]) -> tuple[str, ...]:
    """Why these ideas and not others; `amount` writes a sum of money."""
    said = [
        _("Every household has the same share: {share} of the money.").format(
            share=amount(result.share)
        )
    ]
    said += [_carried_out(idea, result.voted, amount) for idea in result.funded]
    if not result.funded:
        said.append(_("No idea can be paid by those who want it."))
    said += [_missed(idea, amount) for idea in result.not_funded[:RUNNERS_UP]]
    if result.missed:
        said.append(
            _(
                "Counting votes alone would have chosen {ideas}. Then a majority could use up the "
                "share of others too."
            ).format(ideas=", ".join(result.missed))
        )
    return tuple(said)


def _carried_out(idea: ToldIdea, voted: int, amount: Callable[[float], str]) -> str:
    sentence = ngettext(
        "{idea} is carried out: {n} of {all} households wants it and pays at most {price}.",
        "{idea} is carried out: {n} of {all} households want it and pay at most {price} each.",
        idea.votes,
    )
    return sentence.format(idea=idea.name, n=idea.votes, all=voted, price=amount(idea.price or 0))


def _missed(idea: ToldIdea, amount: Callable[[float], str]) -> str:
    if not idea.votes:
        return _("{idea} is not: no household wants it.").format(idea=idea.name)
    sentence = ngettext(
        "{idea} is not: it costs {cost}, and the {n} household that wants it had {left} of its "
        "share left.",
        "{idea} is not: it costs {cost}, and the {n} households that want it had {left} of their "
        "shares left together.",
        idea.votes,
    )
    return sentence.format(
        idea=idea.name,
        cost=amount(idea.cost),
        n=idea.votes,
        left=amount(idea.could_pay or 0),
    )


def how_to_choose(amount_cents: int) -> str:
    """What residents are asked, on the ballot and at the screen that is lent to them."""
    return _(
        "There is {amount} for your neighbourhood, and you decide with your neighbours what it "
        "is spent on. Tick everything that you want: one idea, several, or all of them."
    ).format(amount=money(amount_cents))


def how_it_is_counted() -> str:
    """Equal shares, in two sentences."""
    return _(
        "Each household votes once and has the same share of the money. An idea is carried out "
        "when those who want it can pay for it together out of their shares."
    )


def what_of_the_number() -> str:
    """Why a household says its number, and what becomes of that."""
    return _(
        "The number of your house only shows that each household votes once. Once the result "
        "is there we wipe it: then nobody sees who wanted what."
    )
