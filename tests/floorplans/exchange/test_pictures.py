from __future__ import annotations

import io
from datetime import date
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image

from desktop.floorplans.documents.papers import plan_paper
from desktop.floorplans.exchange import backdrop
from desktop.floorplans.exchange.reading import home_in
from desktop.floorplans.exchange.writing import FORMATS
from desktop.floorplans.plan import Background, Home, Point
from desktop.language import _
from desktop.refused import Refused
from tests.support.homes import furnished_home, two_storeys
from tests.support.plans import rectangle

SVG = "{http://www.w3.org/2000/svg}"


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", (width, height), 1).save(out, kind)
    return out.getvalue()


def svg_of(home: Home) -> Element:
    root: Element = fromstring(FORMATS[".svg"](home, "Huis & tuin"))
    return root


# Out ----------------------------------------------------------------------------------------


def test_an_svg_is_as_large_as_the_plan_on_paper() -> None:
    root = svg_of(Home((rectangle(5_000, 4_000, 100),)))
    left, top, width, _height = map(float, root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert root.attrib["width"] == f"{width:.2f}mm"
    # The walls, the chains of dimensions at the left with their ticks, and a margin of 10 mm.
    assert 5_100 / 50 + 20 < width < 5_100 / 50 + 40


def test_an_svg_has_a_group_for_each_layer_and_a_title() -> None:
    root = svg_of(furnished_home())
    assert root.findtext(f"{SVG}title") == "Huis & tuin"
    layers = {group.get("class") for group in root.iter(f"{SVG}g")}
    assert {"walls", "doors", "windows", "rooms", "furniture", "dimensions"} <= layers
    assert "Woonkamer" in [text.text for text in root.iter(f"{SVG}text")]


def test_a_png_shows_the_walls_dark_on_white() -> None:
    shown = Image.open(io.BytesIO(FORMATS[".png"](furnished_home(), "huis"))).convert("RGB")
    assert shown.width > 1_000
    colours = {colour for _count, colour in shown.getcolors(1_000_000) or ()}
    assert (255, 255, 255) in colours
    assert (0x36, 0x43, 0x4D) in colours


def test_all_storeys_are_in_the_picture() -> None:
    texts = [text.text for text in svg_of(two_storeys()).iter(f"{SVG}text")]
    assert "Begane grond" in texts
    assert "Verdieping" in texts


# In -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_stays_as_it_is(kind: str) -> None:
    content = picture(300, 200, kind)
    read = backdrop.read_backdrop(content)
    assert (read.content, read.width_px, read.height_px) == (content, 300, 200)


def test_other_pictures_become_png() -> None:
    read = backdrop.read_backdrop(picture(300, 200, "BMP"))
    assert read.content.startswith(b"\x89PNG")


def test_a_page_of_a_pdf_becomes_a_picture_that_knows_its_size() -> None:
    pdf = plan_paper(two_storeys(), "huis", date(2026, 11, 25)).pdf
    read = backdrop.read_backdrop(pdf, page=1)
    assert read.mm_a_pixel is not None
    assert read.width_px * read.mm_a_pixel in (pytest.approx(210, 0.01), pytest.approx(297, 0.01))
    placed = backdrop.placed(read, paper_scale=50)
    assert placed.width_mm == pytest.approx(read.width_px * read.mm_a_pixel * 50, abs=1)
    with pytest.raises(Refused):
        backdrop.read_backdrop(pdf, page=2)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG kapot", b"%PDF-1.7 kapot", b"geen plaatje", picture(300, 200)[:60]],
)
def test_a_broken_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        backdrop.read_backdrop(content)
    assert refusal.value.sentence == _(
        "This picture cannot be read. Choose a PNG or JPEG picture, or a PDF."
    )


@pytest.mark.parametrize(("width", "height"), [(10_000, 5_001), (20_000, 20_000)])
def test_a_picture_of_more_than_50_megapixels_is_refused(width: int, height: int) -> None:
    with pytest.raises(Refused) as refusal:
        backdrop.read_backdrop(picture(width, height))
    assert refusal.value.sentence == _(
        "This picture has more than 50 megapixels. Make it smaller and try again."
    )


def test_two_points_and_a_length_set_the_scale_and_the_first_point_stays() -> None:
    before = Background("d", Point(0, 0), 10_000, 5_000)
    after = backdrop.scaled(before, (1_000, 1_000), (3_000, 1_000), 4_000)
    assert (after.width_mm, after.height_mm) == (20_000, 10_000)
    assert after.at == Point(-1_000, -1_000)


def test_two_points_in_one_place_set_no_scale() -> None:
    with pytest.raises(Refused):
        backdrop.scaled(Background("d", Point(0, 0), 10, 10), (5, 5), (5, 5), 4_000)


def test_a_picture_is_no_drawing_to_open() -> None:
    with pytest.raises(Refused) as refusal:
        home_in(picture(30, 20))
    assert "achtergrond" in refusal.value.sentence
