"""The result of a residents' budget in words, for everybody who voted."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import _, ngettext
from desktop.language.format import money
from desktop.projects.rules.budget import Told

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
    for idea in result.funded:
        said.append(
            _(
                "{idea} is carried out: {n} of {all} households want it and pay at most {price} "
                "each."
            ).format(idea=idea.name, n=idea.votes, all=result.voted, price=amount(idea.price or 0))
        )
    if not result.funded:
        said.append(_("No idea can be paid by those who want it."))
    for idea in result.not_funded[:RUNNERS_UP]:
        said.append(
            _(
                "{idea} is not: it costs {cost}, and the {n} households that want it had {left} "
                "of their shares left together."
            ).format(
                idea=idea.name,
                cost=amount(idea.cost),
                n=idea.votes,
                left=amount(idea.could_pay or 0),
            )
        )
    if result.missed:
        said.append(
            _(
                "Counting votes alone would have chosen {ideas}. Then a majority could use up the "
                "share of others too."
            ).format(ideas=", ".join(result.missed))
        )
    return tuple(said)
