"""What every corporation starts with: six chapters, and the priorities of the minister."""

from __future__ import annotations

import tomllib
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import NationalPriority, Theme
from desktop.assets import resources
from desktop.store import Store
from desktop.store.audit import PROGRAM


def ensure_seeds(store: Store) -> None:
    """What the program does by itself, once: chapters and priorities are put where there is none.
    What people changed or removed since stays so."""
    with store.reading() as session:
        if _begun(session):
            return
    with store.act(PROGRAM, "agreements.seeds") as act:
        if _begun(act.session):
            return  # another window was first
        priorities = {row["code"]: NationalPriority(**row) for row in _rows("priority")}
        act.session.add_all(priorities.values())
        act.session.flush()
        for position, row in enumerate(_rows("theme"), start=1):
            priority = priorities.get(row.pop("priority", ""))
            act.session.add(
                Theme(**row, position=position, priority_id=priority.id if priority else None)
            )


def _begun(session: Session) -> bool:
    return session.scalar(select(Theme.id).limit(1)) is not None


def _rows(kind: str) -> list[dict[str, Any]]:
    files = {"priority": "priorities.toml", "theme": "themes.toml"}
    text = (resources() / "agreements" / files[kind]).read_text("utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)[kind]
    return rows
