"""The walk through Noord: what was found, by whom it is solved, and how far that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.estate.demo import read
from desktop.projects.actions.findings import (
    Handed,
    check_finding,
    hand_out_findings,
    note_finding,
    refer_finding,
    refuse_finding,
    solve_finding,
    tell_reporter,
)
from desktop.projects.actions.inspections import add_map, finish_inspection, start_inspection
from desktop.projects.demo.map_picture import map_picture
from desktop.projects.demo.scenes import scene
from desktop.projects.demo.story import Story
from desktop.projects.exchange.photos import photo_of
from desktop.projects.states import FindingKind, Severity


@dataclass
class _Walk:
    """The walk while it is told; the findings by their number."""

    story: Story
    values: Mapping[str, Any]
    ids: dict[int, int] = field(default_factory=dict)


def tell(story: Story) -> None:
    walk = _Walk(story, read("walk"))
    values = walk.values
    story.on(values["on"], _go, walk)
    story.on(values["handed_out"], _hand_out, walk)
    for number, one in enumerate(values["finding"], start=1):
        if "referred" in one:
            story.on(values["handed_out"], _refer, walk, number, one)
        if "refused" in one:
            story.on(values["handed_out"], _refuse, walk, number, one)
        if "solved" in one:
            story.on(one["solved"], _solve, walk, number, one)
        if "checked" in one:
            story.on(one["checked"], _check, walk, number)
        if "told" in one:
            story.on(one["told"], _told, walk, number)


def _go(walk: _Walk) -> None:
    story, values = walk.story, walk.values
    project = story.projects[values["project"]]
    map_id = add_map(
        story.store,
        story.who,
        project,
        values["map"],
        photo_of(map_picture()),
        values["width_m"],
    )
    inspection = start_inspection(story.store, story.who, project, values["route"], map_id=map_id)
    for number, one in enumerate(values["finding"], start=1):
        kind = FindingKind(one["kind"])
        x, y = one["at"]
        walk.ids[number] = note_finding(
            story.store,
            story.who,
            inspection,
            photo_of(scene(kind, number, solved=False)),
            kind=kind,
            severity=Severity(one.get("severity", "medium")),
            place=one["place"],
            x=x,
            y=y,
            what=one["what"],
            reporter=one.get("reporter", ""),
        )
    finish_inspection(story.store, story.who, inspection, values["walkers"])


def _hand_out(walk: _Walk) -> None:
    story = walk.story
    hand_out_findings(
        story.store,
        story.who,
        [
            Handed(walk.ids[number], one["owner"], story.day(one["due"]))
            for number, one in enumerate(walk.values["finding"], start=1)
            if "owner" in one
        ],
    )


def _refer(walk: _Walk, number: int, one: Mapping[str, Any]) -> None:
    answer = one.get("answer", "")
    refer_finding(walk.story.store, walk.story.who, walk.ids[number], one["referred"], answer)


def _refuse(walk: _Walk, number: int, one: Mapping[str, Any]) -> None:
    refuse_finding(walk.story.store, walk.story.who, walk.ids[number], one["refused"])


def _solve(walk: _Walk, number: int, one: Mapping[str, Any]) -> None:
    photo = photo_of(scene(FindingKind(one["kind"]), number, solved=True))
    solve_finding(walk.story.store, walk.story.who, walk.ids[number], photo)


def _check(walk: _Walk, number: int) -> None:
    check_finding(walk.story.store, walk.story.who, walk.ids[number])


def _told(walk: _Walk, number: int) -> None:
    tell_reporter(walk.story.store, walk.story.who, walk.ids[number])
