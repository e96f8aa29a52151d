"""Strokes as a hand draws them."""

from __future__ import annotations

import numpy as np

Place = tuple[float, float]


def along(corners: list[Place], count: int) -> list[Place]:
    """A stroke of so many points, evenly along a line with corners."""
    places = np.array(corners, dtype=float)
    ends = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(places, axis=0).T))])
    at = np.linspace(0, ends[-1], count)
    x, y = (np.interp(at, ends, places[:, axis]) for axis in (0, 1))
    return list(zip(x.tolist(), y.tolist(), strict=True))


def trembling(corners: list[Place], count: int, noise_mm: float, seed: int) -> list[Place]:
    """The same with a hand that is anywhere within the noise, to each side."""
    off = np.random.default_rng(seed).uniform(-noise_mm, noise_mm, (count, 2))
    return [
        (x + dx, y + dy)
        for (x, y), (dx, dy) in zip(along(corners, count), off.tolist(), strict=True)
    ]


def nearly_parallel(seed: int) -> list[list[Place]]:
    """Two to four straight strokes near each other that hardly differ in direction."""
    random = np.random.default_rng(seed)
    x, y = random.uniform(0, 3_000, 2)
    heading = random.uniform(0, np.pi)
    strokes = []
    for _stroke in range(random.integers(2, 5)):
        dx, dy = random.uniform(-600, 600, 2)
        angle = heading + np.radians(random.uniform(-8, 8))
        length = random.uniform(300, 4_000)
        start = np.array([x + dx, y + dy])
        end = start + length * np.array([np.cos(angle), np.sin(angle)])
        strokes.append([(float(px), float(py)) for px, py in (start, end)])
    return strokes
