"""`samenspraak plan`, as somebody types it or another program calls it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ezdxf
import jsonschema
import pypdfium2
import pytest

from desktop.cli import main
from desktop.floorplans.exchange.reading import read_home
from desktop.floorplans.exchange.writing import write_home
from desktop.log import stop_log
from tests.support.homes import areas_m2, furnished_home, two_storeys

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def typed(*words: object) -> tuple[int, str, str]:
        try:
            code = main(["plan", *map(str, words)])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, error = capsys.readouterr()
        return code, out, error

    yield typed
    stop_log()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "huis.json"
    write_home(furnished_home(), path)
    return path


def test_info_as_json_tells_rooms_usable_area_and_checks(run: Run, file: Path) -> None:
    code, out, _error = run("info", file, "--json")
    assert code == 0
    values = json.loads(out)
    assert list(values) == ["rooms", "usable_area_m2", "checks"]
    living = next(room for room in values["rooms"] if room["type"] == "living")
    assert living == {
        "name": "Woonkamer",
        "type": "living",
        "level": 0,
        "area_m2": 25.5,
        "width_mm": 5_000,
    }
    assert values["usable_area_m2"] == 53.12
    for check in values["checks"]:
        assert list(check) == ["id", "level", "numbers", "sentence"]
        assert check["level"] in ("good", "warn", "fail")
    (bathroom,) = [check for check in values["checks"] if check["id"] == "bathroom"]
    assert bathroom["level"] == "fail"
    assert bathroom["numbers"]["area_m2"] == 1.6


def test_areas_have_at_most_three_decimals(run: Run, file: Path) -> None:
    _code, out, _error = run("info", file, "--json")
    for room in json.loads(out)["rooms"]:
        assert room["area_m2"] == round(room["area_m2"], 3)


def test_the_level_of_a_room_counts_from_the_lowest(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "huis.json"
    write_home(two_storeys(), path)
    _code, out, _error = run("info", path, "--json")
    rooms = {room["type"]: room["level"] for room in json.loads(out)["rooms"]}
    assert rooms == {"living": 0, "bedroom": 1}


def test_info_for_people_is_in_their_language(run: Run, file: Path) -> None:
    _code, dutch, _error = run("info", file)
    assert "Woonkamer: 25,5 m²" in dutch
    _code, english, _error = run("info", file, "--language", "en")
    assert "Living room: 25.5 m²" in english


@pytest.mark.parametrize("ending", ["json", "dxf", "svg", "png", "ifc"])
def test_convert_writes_what_the_name_says(
    run: Run, file: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"uit.{ending}"
    code, said, _error = run("convert", file, out)
    assert code == 0
    assert str(out) in said
    begin = {"json": b"{", "dxf": b"  0", "svg": b"<?xml", "png": b"\x89PNG", "ifc": b"ISO-10303"}
    assert out.read_bytes().startswith(begin[ending])


def test_convert_there_and_back_keeps_the_rooms(run: Run, file: Path, tmp_path: Path) -> None:
    run("convert", file, tmp_path / "uit.dxf")
    run("convert", tmp_path / "uit.dxf", tmp_path / "terug.json")
    (plan,) = read_home(tmp_path / "terug.json").home.levels
    assert areas_m2(plan) == pytest.approx(areas_m2(furnished_home().levels[0]), abs=0.01)


def test_a_format_that_is_not_written_is_refused(run: Run, file: Path, tmp_path: Path) -> None:
    code, out, error = run("convert", file, tmp_path / "uit.dwg")
    assert (code, out) == (2, "")
    assert ".dxf" in error
    assert not (tmp_path / "uit.dwg").exists()


def test_print_makes_a_pdf_to_the_scale_that_is_asked(run: Run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit.pdf"
    assert run("print", file, "--scale", "100", "--out", out)[0] == 0
    text = pypdfium2.PdfDocument(out)[0].get_textpage().get_text_bounded()
    assert "1 : 100" in text


@pytest.mark.parametrize("scale", ["0", "-50", "vijftig", "1:50"])
def test_a_scale_is_a_number(run: Run, file: Path, tmp_path: Path, scale: str) -> None:
    code, _out, error = run("print", file, f"--scale={scale}", "--out", tmp_path / "uit.pdf")
    assert code == 2
    assert "geen schaal" in error


def test_draw_makes_walls_of_strokes(run: Run, tmp_path: Path) -> None:
    strokes = tmp_path / "strepen.json"
    strokes.write_text("[[[0, 0], [4000, 12], [4008, 3000], [0, 2990], [5, 10]]]")
    code, said, _error = run("draw", strokes, tmp_path / "uit.json")
    assert code == 0
    assert "4 muren" in said
    assert len(read_home(tmp_path / "uit.json").home.levels[0].walls) == 4


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[1, 2]",
        "[[1, 2]]",
        "[[[1, 2, 3]]]",
        '[[["a", 1]]]',
        "[[[NaN, 1]]]",
        "[[[1e12, 1]]]",
    ],
)
def test_what_are_no_strokes_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, content: str
) -> None:
    strokes = tmp_path / "strepen.json"
    strokes.write_text(content)
    code, out, error = run("draw", strokes, tmp_path / "uit.json")
    assert (code, out) == (2, "")
    assert error.count("\n") == 1
    assert not (tmp_path / "uit.json").exists()


def test_a_file_that_is_no_drawing_ends_with_code_2_and_one_sentence(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Geachte heer")
    code, out, error = run("info", path, "--json")
    assert (code, out) == (2, "")
    assert error == (
        "Dit bestand kan niet worden gelezen: er staat geen tekening in. "
        "Uw tekening is niet veranderd.\n"
    )


def test_a_dxf_without_unit_is_read_when_the_unit_is_given(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "huis.dxf"
    document = ezdxf.new("R2010", units=0)
    document.modelspace().add_lwpolyline([(0, 0), (4, 0), (4, 3), (0, 3)], close=True)
    document.saveas(path)
    code, _out, error = run("info", path)
    assert code == 2
    assert "Hoe lang is deze muur in het echt?" in error
    code, out, _error = run("info", path, "--unit", "m", "--json")
    assert code == 0
    assert [room["area_m2"] for room in json.loads(out)["rooms"]] == [11.31]


def test_a_damaged_dxf_that_can_be_read_is_read_in_silence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huis.dxf"
    write_home(furnished_home(), path)
    content = path.read_bytes()
    last = content.index(b".0", content.rindex(b"LWPOLYLINE"))
    path.write_bytes(content[:last] + b".nan" + content[last + 2 :])
    # Without those of pytest, as in a program of its own: what nobody takes goes to the screen.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    code, out, error = run("info", path)
    assert (code, error) == (0, "")
    assert "Woonkamer" in out


def test_the_schema_is_the_one_that_our_own_file_is_held_to(run: Run, file: Path) -> None:
    code, out, _error = run("schema")
    assert code == 0
    jsonschema.validate(json.loads(file.read_text()), json.loads(out))


def test_plan_without_a_word_names_the_commands(run: Run) -> None:
    code, _out, error = run()
    assert code == 2
    assert "info" in error or "OPDRACHT" in error.upper()
