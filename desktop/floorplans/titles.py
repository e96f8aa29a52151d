"""How a drawing is called where more than one stands beside it."""

from __future__ import annotations

from desktop.floorplans.queries import Compared, SketchLine, VersionLine
from desktop.language import _
from desktop.language.format import moment_short


def title_of(line: SketchLine) -> str:
    """The title, with the number of the variant where there are more of this home."""
    if line.variants == 1:
        return line.title
    return _("{title} · variant {n}").format(title=line.title, n=line.variant)


def title_of_version(version: VersionLine) -> str:
    """Its name, if it has one, and when it was kept."""
    return " · ".join(part for part in (version.name, moment_short(version.kept_at)) if part)


def title_among(one: Compared) -> str:
    """The title of a drawing, or of a version of it, where it stands beside others."""
    title = title_of(one.line)
    return title if one.version is None else f"{title} · {title_of_version(one.version)}"
