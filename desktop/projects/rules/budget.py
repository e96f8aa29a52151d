"""How residents divide their own budget: the method of equal shares.

Every household has the same share of the money. An idea is carried out when those who want it can
pay for it together out of their shares; of all that can, the one goes first for which each pays
the least for what they get. So a majority cannot use up everybody's money (Peters, Pierczyński and
Skowron, "Proportional Participatory Budgeting with Additive Utilities", 2021; what an idea is
worth to who wants it is its cost). When the money that is left would do for another idea but
nobody's shares do, all shares are raised step by step as long as the money suffices. All numbers
are exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, inf
from operator import itemgetter

from desktop.language import _
from desktop.refused import Refused

STEP = 1  # by which shares are raised, in the unit of the money
MARGIN = 1 + 1e-9  # far more than rough numbers can be off, far less than prices differ


@dataclass(frozen=True)
class Idea:
    """What residents would like, and its cost in whole units of money."""

    name: str
    cost: int


@dataclass(frozen=True)
class Outcome:
    """What is carried out, in the order in which it was chosen, with what each who wants it pays;
    `share` is what every household had in the end, `left` the money that is not used."""

    funded: tuple[Idea, ...]
    prices: tuple[Fraction, ...]
    share: Fraction
    left: int


def equal_shares(
    ideas: Sequence[Idea], wishes: Mapping[str, Iterable[str]], amount: int, step: int = STEP
) -> Outcome:
    """Divide an amount over ideas; `wishes` has for each household the names of the ideas that it
    wants; shares are raised by `step`. Equal prices: the cheaper idea goes first, and then by name.

    Refused: an amount or a cost of 0 or less, two ideas with one name, no household, and a wish
    that is not among the ideas."""
    wanted = _wanted(ideas, wishes, amount)
    households = len(wishes)
    share = Fraction(amount, households)
    chosen = _chosen(ideas, wanted, share, households)
    while _another_fits(ideas, wanted, chosen, amount):
        steps = _steps_to_change(ideas, wanted, chosen, share, step)
        more = _chosen(ideas, wanted, share + steps * step, households)
        if _cost(more) > amount:
            share += (steps - 1) * step
            break
        share, chosen = share + steps * step, more
    return Outcome(
        funded=tuple(idea for idea, _price in chosen),
        prices=tuple(price for _idea, price in chosen),
        share=share,
        left=amount - _cost(chosen),
    )


def _wanted(
    ideas: Sequence[Idea], wishes: Mapping[str, Iterable[str]], amount: int
) -> dict[str, list[int]]:
    """The households that want each idea, by number."""
    if amount <= 0:
        raise Refused(_("There must be money to divide. Fill in an amount above 0."), "amount")
    if not wishes:
        raise Refused(_("Nobody has voted yet. Enter the ballots first."), "wishes")
    wanted: dict[str, list[int]] = {}
    for idea in ideas:
        if idea.cost <= 0:
            sentence = _("“{name}” must cost more than 0. Fill in its cost.")
            raise Refused(sentence.format(name=idea.name), "cost")
        if idea.name in wanted:
            sentence = _("There are two ideas called “{name}”. Give one another name.")
            raise Refused(sentence.format(name=idea.name), "name")
        wanted[idea.name] = []
    for number, (household, names) in enumerate(wishes.items()):
        for name in dict.fromkeys(names):
            if name not in wanted:
                sentence = _("Household {household} wants “{name}”, but that is no idea here.")
                raise Refused(sentence.format(household=household, name=name), "wishes")
            wanted[name].append(number)
    return wanted


Chosen = list[tuple[Idea, Fraction]]


def _chosen(
    ideas: Sequence[Idea], wanted: Mapping[str, Sequence[int]], share: Fraction, households: int
) -> Chosen:
    """What can be paid with these shares, in order, with the most that anybody pays for it."""
    purses = Purses(share, households)
    waiting = {idea: 0.0 for idea in ideas if wanted[idea.name]}
    chosen: Chosen = []
    while True:
        _look_again(waiting, wanted, purses)
        best = _best(waiting, wanted, purses)
        if best is None:
            return chosen
        price, idea = best
        most = price * idea.cost
        purses.pay(wanted[idea.name], most)
        chosen.append((idea, most))
        del waiting[idea]


class Purses:
    """What each household has left, exactly and about. Most ideas are far from the best one: the
    rough number tells them apart at once, and only those that may be the best are reckoned
    exactly."""

    def __init__(self, share: Fraction, households: int) -> None:
        self.exact = [share] * households
        self.about = [float(share)] * households

    def pay(self, households: Iterable[int], most: Fraction) -> None:
        """Each pays at most so much; who has less gives all."""
        for number in households:
            self.exact[number] -= min(self.exact[number], most)
            self.about[number] = float(self.exact[number])


def _look_again(
    waiting: dict[Idea, float], wanted: Mapping[str, Sequence[int]], purses: Purses
) -> None:
    """Bring the rough prices up to date as far as the best may be among them. A price only rises
    as purses empty: one that was far above the best still is."""
    best = inf
    for idea, old in sorted(waiting.items(), key=itemgetter(1)):
        if old > best * MARGIN:
            return
        waiting[idea] = _about(idea.cost, [purses.about[n] for n in wanted[idea.name]])
        best = min(best, waiting[idea])


def _best(
    waiting: dict[Idea, float], wanted: Mapping[str, Sequence[int]], purses: Purses
) -> tuple[Fraction, Idea] | None:
    """The idea for which each pays the least for what they get; None when nothing can be paid."""
    while (least := min(waiting.values(), default=inf)) < inf:
        ranked = []
        for idea in [idea for idea, about in waiting.items() if about <= least * MARGIN]:
            price = _price(idea.cost, [purses.exact[n] for n in wanted[idea.name]])
            if price is None:
                waiting[idea] = inf
            else:
                ranked.append((price, idea.cost, idea.name, idea))
        if ranked:
            price, _cost_of_it, _name, idea = min(ranked)
            return price, idea
    return None


def _price(cost: int, purses: list[Fraction]) -> Fraction | None:
    """The smallest price for each unit of cost at which those who want an idea pay for it
    together; who has too little gives all. None when they cannot."""
    left, payers = Fraction(cost), len(purses)
    for purse in sorted(purses):
        if purse * payers >= left:
            return left / payers / cost
        left -= purse
        payers -= 1
    return None


def _about(cost: int, purses: list[float]) -> float:
    """As `_price`, in rough numbers; infinite when they cannot pay by far."""
    left, payers = cost / MARGIN, len(purses)
    for purse in sorted(purses):
        if purse * payers >= left:
            return left / payers / cost
        left -= purse
        payers -= 1
    return inf


def _another_fits(
    ideas: Iterable[Idea], wanted: Mapping[str, Sequence[int]], chosen: Chosen, amount: int
) -> bool:
    """Whether the money that is left would do for an idea that somebody wants."""
    funded, left = {idea for idea, _price in chosen}, amount - _cost(chosen)
    return any(idea.cost <= left for idea in ideas if wanted[idea.name] and idea not in funded)


def _steps_to_change(
    ideas: Iterable[Idea],
    wanted: Mapping[str, Sequence[int]],
    chosen: Chosen,
    share: Fraction,
    step: int,
) -> int:
    """How many steps the shares can rise before something else may be chosen; 1 when that cannot
    be told at once. It can while everybody pays in full for what was chosen: then only an idea
    that was not chosen changes it, by what those who want it have more. One that fewer want than
    any that was chosen comes after all of those, and so has to do with what they leave."""
    funded = {idea for idea, _price in chosen}
    waiting = [idea for idea in ideas if wanted[idea.name] and idea not in funded]
    fewest = min((len(wanted[idea.name]) for idea in funded), default=inf)
    lacking = {idea: idea.cost - share * len(wanted[idea.name]) for idea in waiting}
    last = {idea for idea in waiting if len(wanted[idea.name]) < fewest}
    in_full = all(price * len(wanted[idea.name]) == idea.cost for idea, price in chosen)
    if not in_full or any(lacking[idea] <= 0 for idea in waiting if idea not in last):
        return 1
    paid: dict[int, Fraction] = defaultdict(Fraction)
    for idea, price in chosen:
        for household in wanted[idea.name]:
            paid[household] += price
    for idea in last:
        lacking[idea] += sum((paid[n] for n in wanted[idea.name] if n in paid), Fraction(0))
    steps = (ceil(lacking[idea] / (step * len(wanted[idea.name]))) for idea in waiting)
    return max(1, min(steps))


def _cost(chosen: Chosen) -> int:
    return sum(idea.cost for idea, _price in chosen)


def most_votes(
    ideas: Sequence[Idea], wishes: Mapping[str, Iterable[str]], amount: int
) -> tuple[Idea, ...]:
    """What would be carried out by counting votes alone: most votes first, then the cheaper, then
    by name, as long as the money suffices. To show the difference."""
    wanted = _wanted(ideas, wishes, amount)
    ranked = sorted(ideas, key=lambda idea: (-len(wanted[idea.name]), idea.cost, idea.name))
    chosen, left = [], amount
    for idea in ranked:
        if wanted[idea.name] and idea.cost <= left:
            chosen.append(idea)
            left -= idea.cost
    return tuple(chosen)


def could_pay(outcome: Outcome, wishes: Mapping[str, Iterable[str]], name: str) -> Fraction:
    """What those who want an idea had left together in the end: why it was not carried out."""
    wanted = {household: frozenset(names) for household, names in wishes.items()}
    left = dict.fromkeys(wanted, outcome.share)
    for idea, price in zip(outcome.funded, outcome.prices, strict=True):
        for household, names in wanted.items():
            if idea.name in names:
                left[household] -= min(left[household], price)
    return sum((left[h] for h, names in wanted.items() if name in names), Fraction(0))


@dataclass(frozen=True)
class ToldIdea:
    """An idea as the result is told: how many households want it; `price` is the most that each of
    them pays when it is carried out, `could_pay` what they had left together when it is not."""

    name: str
    cost: int
    votes: int
    price: float | None = None
    could_pay: float | None = None


@dataclass(frozen=True)
class Told:
    """A result as people hear it. `missed` names what counting votes alone would have chosen."""

    voted: int
    share: float
    left: int
    funded: tuple[ToldIdea, ...]
    not_funded: tuple[ToldIdea, ...]
    missed: tuple[str, ...]


def told(
    ideas: Sequence[Idea],
    wishes: Mapping[str, Iterable[str]],
    outcome: Outcome,
    by_votes: Sequence[Idea],
) -> Told:
    """A result in plain values; what is not carried out by how many want it."""
    wanted = [frozenset(names) for names in wishes.values()]
    votes = {idea.name: sum(idea.name in names for names in wanted) for idea in ideas}
    rest = [idea for idea in ideas if idea not in outcome.funded]
    rest.sort(key=lambda idea: (-votes[idea.name], idea.cost, idea.name))
    return Told(
        voted=len(wanted),
        share=float(outcome.share),
        left=outcome.left,
        funded=tuple(
            ToldIdea(idea.name, idea.cost, votes[idea.name], price=float(price))
            for idea, price in zip(outcome.funded, outcome.prices, strict=True)
        ),
        not_funded=tuple(
            ToldIdea(
                idea.name,
                idea.cost,
                votes[idea.name],
                could_pay=float(could_pay(outcome, wishes, idea.name)),
            )
            for idea in rest
        ),
        missed=tuple(idea.name for idea in by_votes if idea not in outcome.funded),
    )
