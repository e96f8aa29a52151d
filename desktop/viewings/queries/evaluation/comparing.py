"""Two shares against each other: the difference with its interval, and what it lets us say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from desktop.language import _
from desktop.language.format import percent
from desktop.viewings.queries.evaluation.facts import Letting, Seeker
from desktop.viewings.queries.evaluation.lines import BEFORE, LINES
from desktop.viewings.queries.evaluation.results import Group
from desktop.viewings.rules.evaluation import Finding, compare, finding_words, share_words
from desktop.viewings.rules.measures import BY_KEY
from desktop.viewings.rules.retention import shown
from desktop.viewings.rules.statistics import (
    BeforeAfter,
    Interval,
    Share,
    difference_in_differences,
    fisher_exact,
    newcombe,
)

AGREES = 4  # on the scale of 1 to 5
MATTERS = 0.25


@dataclass(frozen=True)
class Comparison:
    """What was compared (`label`), in `words` with the difference and its interval, and the
    finding. `n` is what both sides hold together; `p` is Fisher's, for a footnote only."""

    key: str
    label: str
    words: str
    finding: Finding
    n: int
    p: float | None = None


def between_sides(pilot: Group, other: Group, hidden: Collection[str]) -> Iterator[Comparison]:
    """The shares that both sides have: pilot against the complexes to compare with. `hidden` are
    the lines of which a side may not be shown."""
    for line in LINES:
        if line.label in hidden:
            continue
        one, two = line.result(pilot).share, line.result(other).share
        if one is None or two is None or line.of == BEFORE:
            continue
        label = _("{what}, pilot and to compare with").format(what=line.label)
        yield _compared(line.measure.key, label, one, two)


def with_and_without_priority(pilot: Group, hidden: Collection[str]) -> Iterator[Comparison]:
    """In the pilot: those with priority against the others."""
    for key in ("refusals", "no_shows"):
        if any(line.label in hidden for line in LINES if line.measure.key == key):
            continue
        one, two = (line.result(pilot).share for line in LINES if line.measure.key == key)
        if one is not None and two is not None:
            label = _("{what}, with and without priority").format(what=BY_KEY[key].words)
            yield _compared(f"{key}_priority", label, one, two)
    first, last = _understand(pilot)
    if first is not None and last is not None:
        label = _("“{what}” (4 or 5), now and at the start").format(
            what=BY_KEY["understands"].words
        )
        yield _compared("understands", label, last, first)


def _understand(group: Group) -> tuple[Share | None, Share | None]:
    """How many households understood it at the start and at the last questionnaire."""
    asked = [wave.understands for wave in group.waves]
    if len(asked) < 2 or not all(shown(len(answers)) for answers in (asked[0], asked[-1])):
        return None, None
    first, last = (
        Share(sum(answer >= AGREES for answer in answers), len(answers))
        for answers in (asked[0], asked[-1])
    )
    return first, last


def _compared(key: str, label: str, one: Share, other: Share) -> Comparison:
    finding, n = compare(one, other), one.of + other.of
    words = _("{what}: {one} and {other}; difference {difference}: {finding}").format(
        what=label,
        one=share_words(one),
        other=share_words(other),
        difference=_interval(newcombe(one, other)),
        finding=finding_words(finding, n),
    )
    return Comparison(key, label, words, finding, n, fisher_exact(one, other))


def _interval(difference: Interval) -> str:
    return _("{estimate} (from {low} to {high})").format(
        estimate=_points(difference.estimate),
        low=_points(difference.low),
        high=_points(difference.high),
    )


def _points(share: float) -> str:
    """Whole per cents, and never "-0 %"."""
    return percent(round(share, 2) + 0.0)


def changed_more(pilot: Group, other: Group) -> Iterator[Comparison]:
    """How much more a share changed since the start in the pilot than in the complexes to compare
    with; only with ten dwellings or more in each of the four cells."""
    for key, count in CHANGES.items():
        changed = difference_in_differences(_cells(pilot, count), _cells(other, count))
        if changed is None:
            continue
        n = len(pilot.lettings) + len(pilot.before) + len(other.lettings) + len(other.before)
        finding = _finding(changed)
        words = _("{what}: changed {difference} more than elsewhere: {finding}").format(
            what=BY_KEY[key].words,
            difference=_interval(changed),
            finding=finding_words(finding, n),
        )
        yield Comparison(f"{key}_change", BY_KEY[key].words, words, finding, n)


def _finding(changed: Interval) -> Finding:
    """As two shares are compared: only an interval that leaves out every change that matters says
    that there is no indication."""
    if changed.low > 0 or changed.high < 0:
        return Finding.INDICATION
    small = changed.low > -MATTERS and changed.high < MATTERS
    return Finding.NO_INDICATION if small else Finding.TOO_LITTLE


def _cells(group: Group, count: Callable[[Letting], Share]) -> BeforeAfter:
    return BeforeAfter(tuple(map(count, group.before)), tuple(map(count, group.lettings)))


def _of_seekers(
    among: Callable[[Seeker], bool], counted: Callable[[Seeker], bool]
) -> Callable[[Letting], Share]:
    def count(letting: Letting) -> Share:
        some = [seeker for seeker in letting.seekers if among(seeker)]
        return Share(sum(map(counted, some)), len(some))

    return count


def _to_priority(letting: Letting) -> Share:
    if letting.chosen_priority is None:
        return Share(0, 0)
    return Share(int(letting.chosen_priority), 1)


CHANGES: dict[str, Callable[[Letting], Share]] = {
    "priority_share": _to_priority,
    "refusals": _of_seekers(lambda s: s.answered_offer, lambda s: s.refused),
    "no_shows": _of_seekers(lambda s: s.said_yes, lambda s: s.no_show),
}
