"""The letterhead, from the row of the corporation: drawn once in a PDF, used on each page."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Organisation, OrganisationKind
from desktop.language import _
from desktop.refused import Refused

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Letterhead:
    """Who sends the paper. `logo` are the bytes of a PNG or JPEG, or None for the name in words."""

    name: str
    department: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    signature: str = ""
    logo: bytes | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands at the right: name, address, how to reach."""
        place = " ".join(part for part in (self.postcode, self.city) if part)
        home = ", ".join(part for part in (self.street, place) if part)
        reach = " · ".join(part for part in (self.phone, self.website) if part)
        return tuple(line for line in (self.name, home, reach) if line)


def letterhead(session: Session) -> Letterhead:
    """The letterhead of the corporation. Refuses while the corporation has not been filled in."""
    row = session.scalar(
        select(Organisation).where(Organisation.kind == OrganisationKind.CORPORATION)
    )
    if row is None:
        raise Refused(
            _("Fill in the name and address of your corporation first, in the settings."),
            "corporation",
        )
    return Letterhead(
        name=row.name,
        department=row.department,
        street=row.street,
        postcode=row.postcode,
        city=row.city,
        phone=row.phone,
        email=row.email,
        website=row.website,
        signature=row.signature,
        logo=row.logo,
    )


def draw(canvas: Canvas, head: Letterhead, size: tuple[float, float]) -> None:
    """Put the letterhead at the top of the page that is being drawn."""
    form = f"letterhead-{size[0]:.0f}"
    if not canvas.hasForm(form):
        canvas.beginForm(form, 0, 0, *size)
        _draw_once(canvas, head, size)
        canvas.endForm()
    canvas.doForm(form)


def _draw_once(canvas: Canvas, head: Letterhead, size: tuple[float, float]) -> None:
    from reportlab.lib.units import mm
    from reportlab.lib.utils import ImageReader

    from desktop.documents import fonts, styles

    width, height = size
    top, right = height - 15 * mm, width - styles.RIGHT
    if head.logo is not None:
        picture = ImageReader(BytesIO(head.logo))
        canvas.drawImage(
            picture,
            styles.LEFT,
            top - 12 * mm,
            width=60 * mm,
            height=14 * mm,
            preserveAspectRatio=True,
            anchor="w",
            mask="auto",
        )
    else:
        canvas.setFont(fonts.SEMIBOLD, 15)
        canvas.setFillColor(styles.BRAND)
        room = width / 2 - styles.LEFT
        name = fonts.fitted(head.name, fonts.SEMIBOLD, 15, room)
        canvas.drawString(styles.LEFT, top - 6 * mm, name)
    canvas.setFont(fonts.REGULAR, 8)
    canvas.setFillColor(styles.SOFT)
    room = width / 2 - styles.RIGHT
    for place, line in enumerate(head.lines):
        shown = fonts.fitted(line, fonts.REGULAR, 8, room)
        canvas.drawRightString(right, top - 3 * mm - place * 11.5, shown)
