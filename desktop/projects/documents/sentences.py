"""Sentences about a project that several papers have."""

from __future__ import annotations

from desktop.language import _, ngettext
from desktop.projects.queries.projects import ProjectView
from desktop.projects.wording import word


def about(view: ProjectView) -> str:
    """`Renovatie · 48 woningen · Zonneveld`."""
    parts = [word(view.kind)]
    homes = view.dwellings or view.homes
    if homes:
        parts.append(ngettext("{n} dwelling", "{n} dwellings", homes).format(n=homes))
    if view.complexes:
        parts.append(", ".join(view.complexes))
    return "  ·  ".join(parts)


def one_dwelling(n: int) -> str:
    """That promises to one dwelling stand on no list; nothing when there are none."""
    if not n:
        return ""
    return ngettext(
        "We also made {n} promise to the people of one dwelling. It does not stand on this list.",
        "We also made {n} promises to the people of one dwelling. They do not stand on this list.",
        n,
    ).format(n=n)


def call_us(view: ProjectView) -> str:
    """Whom tenants can ask; nothing while nobody was named."""
    return _("Questions? {contact}.").format(contact=view.contact) if view.contact else ""
