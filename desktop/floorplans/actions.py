"""What staff and tenants can do with evenings and sketches, beside the drawing itself.

Each edit of a drawing is written by `journal`; here stands what makes, names, keeps and removes
whole drawings.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from desktop.floorplans import journal
from desktop.floorplans.model import (
    BackgroundPicture,
    DesignEvening,
    Sketch,
    SketchDrawing,
    SketchRole,
    SketchStep,
    SketchVersion,
)
from desktop.floorplans.plan import Home
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import Act, stale

KEPT_AFTER_REMOVAL = timedelta(days=30)
LONGEST_TITLE = 80


# Evenings -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class EveningFacts:
    """What staff fill in of a consultation: "Nieuwbouw Houbenstaete", "type B", 3 December."""

    project: str
    home_type: str
    held_on: date


def plan_evening(store: Store, who: Actor, facts: EveningFacts) -> int:
    """Plan a consultation at which tenants draw. Refuses one without the name of a project."""
    facts = _tidy(facts)
    with store.act(who, "floorplans.evening.add") as act:
        evening = DesignEvening(
            project=facts.project, home_type=facts.home_type, held_on=facts.held_on
        )
        act.session.add(evening)
        act.session.flush()
        return evening.id


def change_evening(
    store: Store, who: Actor, evening_id: int, facts: EveningFacts, seen: int | None = None
) -> None:
    """Change what an evening is called or when it is; `seen` is the row version on the screen."""
    facts = _tidy(facts)
    with store.act(who, "floorplans.evening.change", undo=_("Change drawing evening")) as act:
        evening = found(act.session, DesignEvening, evening_id)
        mine = {
            "project": facts.project,
            "home_type": facts.home_type,
            "held_on": facts.held_on,
        }
        stale(evening, seen, mine)
        evening.project, evening.home_type = facts.project, facts.home_type
        evening.held_on = facts.held_on


def _tidy(facts: EveningFacts) -> EveningFacts:
    project = " ".join(facts.project.split())[:120]
    if not project:
        raise Refused(_("Which project is this evening for? Fill in its name."), "project")
    return replace(facts, project=project, home_type=" ".join(facts.home_type.split())[:120])


def close_evening(store: Store, who: Actor, evening_id: int) -> None:
    """No new sketches from now on."""
    with store.act(who, "floorplans.evening.close", undo=_("Close the evening")) as act:
        found(act.session, DesignEvening, evening_id).open = False


def open_evening(store: Store, who: Actor, evening_id: int) -> None:
    """Tenants can begin sketches again."""
    with store.act(who, "floorplans.evening.open", undo=_("Open the evening again")) as act:
        found(act.session, DesignEvening, evening_id).open = True


def remove_evening(store: Store, who: Actor, evening_id: int) -> None:
    """Take an evening away that was made by mistake, with its shells. Refused: somebody drew."""
    with store.act(who, "floorplans.evening.remove") as act:
        session = act.session
        evening = found(session, DesignEvening, evening_id)
        drawings = list(session.scalars(select(Sketch).where(Sketch.evening_id == evening_id)))
        if any(one.role is SketchRole.SKETCH for one in drawings):
            raise Refused(_("Somebody drew at this evening. Close it instead."))
        _wipe(act, [one.id for one in drawings])
        session.delete(evening)
    store.scrub()


# Drawings -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class NewSketch:
    """How a drawing begins: its title, what it begins with, and where it belongs."""

    title: str
    home: Home
    role: SketchRole = SketchRole.SKETCH
    evening_id: int | None = None
    origin_id: int | None = None
    language: str = "nl"


def begin_sketch(store: Store, who: Actor, new: NewSketch) -> int:
    """Begin a drawing. Refused: no title; an evening that is closed."""
    title = _title(new.title)
    with store.act(who, "floorplans.begin") as act:
        session = act.session
        if new.evening_id is not None and not found(session, DesignEvening, new.evening_id).open:
            raise Refused(_("This evening is closed. Open it again to let people draw."))
        sketch = Sketch(
            role=new.role,
            title=title,
            evening_id=new.evening_id,
            origin_id=new.origin_id,
            language=new.language,
            begun_at=store.now(),
        )
        session.add(sketch)
        session.flush()
        journal.begin(session, sketch.id, new.home)
        return sketch.id


def begin_variant(store: Store, who: Actor, sketch_id: int) -> int:
    """Begin another version of the same home: a copy beside the first, under the same title."""
    with store.act(who, "floorplans.variant") as act:
        session = act.session
        sketch = found(session, Sketch, sketch_id)
        family = sketch.origin_id if sketch.variant > 1 else sketch.id
        highest = session.scalar(
            select(func.max(Sketch.variant)).where(
                (Sketch.id == family) | ((Sketch.origin_id == family) & (Sketch.variant > 1))
            )
        )
        variant = Sketch(
            role=sketch.role,
            title=sketch.title,
            evening_id=sketch.evening_id,
            origin_id=family,
            variant=(highest or 1) + 1,
            language=sketch.language,
            wanted=sketch.wanted,
            begun_at=store.now(),
        )
        session.add(variant)
        session.flush()
        journal.begin(session, variant.id, journal.opened(session, sketch_id).home)
        return variant.id


def rename_sketch(store: Store, who: Actor, sketch_id: int, title: str) -> None:
    """Call a drawing something else. Refused: no title."""
    title = _title(title)
    with store.act(who, "floorplans.rename", undo=_("Rename drawing")) as act:
        found(act.session, Sketch, sketch_id).title = title


def _title(title: str) -> str:
    title = " ".join(title.split())[:LONGEST_TITLE]
    if not title:
        raise Refused(
            _("What is your drawing called? A first name or house number is enough."), "title"
        )
    return title


def want(store: Store, who: Actor, sketch_id: int, wanted: frozenset[str]) -> None:
    """Say what the tenant asks for beside the usual, such as an accessible bathroom."""
    with store.act(who, "floorplans.want", undo=_("What the tenant asks for")) as act:
        found(act.session, Sketch, sketch_id).wanted = sorted(wanted)


def finish_sketch(store: Store, who: Actor, sketch_id: int) -> None:
    """The tenant says it is done. Drawing on later is still possible."""
    with store.act(who, "floorplans.finish") as act:
        found(act.session, Sketch, sketch_id).done_at = store.now()


def keep_version(store: Store, who: Actor, sketch_id: int, name: str) -> int:
    """Keep the drawing as it is now, under a name; returns its number."""
    with store.act(who, "floorplans.keep", undo=_("Keep a version")) as act:
        session = act.session
        highest = session.scalar(
            select(func.max(SketchVersion.number)).where(SketchVersion.sketch_id == sketch_id)
        )
        version = SketchVersion(
            sketch_id=sketch_id,
            number=(highest or 0) + 1,
            name=" ".join(name.split())[:LONGEST_TITLE],
            home=journal.as_text(journal.opened(session, sketch_id).home),
            kept_at=store.now(),
        )
        session.add(version)
        return version.number


def remove_sketch(store: Store, who: Actor, sketch_id: int) -> None:
    """Take a drawing away. It can be put back for 30 days; then `wipe_removed` wipes it."""
    with store.act(who, "floorplans.remove", undo=_("Remove drawing")) as act:
        found(act.session, Sketch, sketch_id).removed_at = store.now()


def put_back(store: Store, who: Actor, sketch_id: int) -> None:
    """Put a removed drawing back."""
    with store.act(who, "floorplans.put_back", undo=_("Put drawing back")) as act:
        found(act.session, Sketch, sketch_id).removed_at = None


def wipe_removed(store: Store, who: Actor) -> int:
    """Wipe what was removed more than 30 days ago, with its journal and its title; returns how
    many. The program does this by itself."""
    before = store.now() - KEPT_AFTER_REMOVAL
    with store.reading() as session:
        gone = list(session.scalars(select(Sketch.id).where(Sketch.removed_at < before)))
    if not gone:
        return 0
    with store.act(who, "floorplans.wipe") as act:
        _wipe(act, gone)
        act.facts["wiped"] = len(gone)
    store.scrub()
    return len(gone)


def _wipe(act: Act, gone: list[int]) -> None:
    """Delete drawings with all that is theirs, from the trail too; copies of them stay, as
    drawings of their own."""
    session = act.session
    act.erase["sketch"] = act.erase["sketch_drawing"] = gone
    for kind in (SketchStep, SketchVersion):
        theirs = kind.sketch_id.in_(gone)
        act.erase[kind.__tablename__] = list(session.scalars(select(kind.id).where(theirs)))
        session.execute(delete(kind).where(theirs))
    session.execute(delete(SketchDrawing).where(SketchDrawing.id.in_(gone)))
    for sketch in session.scalars(select(Sketch).where(Sketch.origin_id.in_(gone))):
        sketch.origin_id = None
    session.flush()
    for sketch_id in gone:
        session.delete(found(session, Sketch, sketch_id))
    session.flush()


# Pictures to trace --------------------------------------------------------------------------


def keep_picture(store: Store, who: Actor, content: bytes) -> str:
    """Keep a picture to trace, once however many drawings use it; returns its digest. The caller
    has seen that it is one."""
    digest = hashlib.sha256(content).hexdigest()
    with store.act(who, "floorplans.picture") as act:
        if not _has_picture(act.session, digest):
            act.session.execute(insert(BackgroundPicture).values(digest=digest, content=content))
    return digest


def _has_picture(session: Session, digest: str) -> bool:
    found_id = session.scalar(
        select(BackgroundPicture.id).where(BackgroundPicture.digest == digest)
    )
    return found_id is not None
