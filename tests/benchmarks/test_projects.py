"""The rules of projects on plans and votes that are larger than any that people make."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from desktop.projects.rules.budget import Idea, equal_shares
from desktop.projects.rules.schedule import Link, LinkKind, Task, schedule
from tests.benchmarks.table import show

TASKS, LINKS, MOST_MS = 10_000, 20_000, 100.0
HOUSEHOLDS, IDEAS, AMOUNT, MOST_SECONDS = 2_000, 100, 100_000, 1.0
RUNS = 7


def seconds(work: Callable[[], object]) -> float:
    """The fastest of some runs: the rest is what else the machine does."""
    taken = []
    for _run in range(RUNS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def test_the_critical_path_of_ten_thousand_tasks():
    chance = random.Random(1)
    tasks = [Task(str(n), f"Taak {n}", chance.randint(0, 10)) for n in range(TASKS)]
    pairs = (sorted(chance.sample(range(TASKS), 2)) for _link in range(LINKS))
    links = [
        Link(str(a), str(b), chance.choice(list(LinkKind)), chance.randint(-2, 3)) for a, b in pairs
    ]
    milliseconds = seconds(lambda: schedule(tasks, links)) * 1000
    show(
        "The critical path",
        [],
        [(f"{TASKS} tasks, {LINKS} links", f"{milliseconds:.0f} ms", f"bound {MOST_MS:.0f}")],
    )
    assert milliseconds <= MOST_MS


def test_equal_shares_of_two_thousand_households():
    chance = random.Random(1)
    ideas = [Idea(f"Idee {n:03}", chance.randint(200, 8000)) for n in range(IDEAS)]
    names = [idea.name for idea in ideas]
    wishes = {
        str(household): chance.sample(names, chance.randint(3, 12))
        for household in range(HOUSEHOLDS)
    }
    taken = seconds(lambda: equal_shares(ideas, wishes, AMOUNT))
    show(
        "Equal shares",
        [],
        [(f"{HOUSEHOLDS} households, {IDEAS} ideas", f"{taken:.2f} s", f"bound {MOST_SECONDS}")],
    )
    assert taken <= MOST_SECONDS
