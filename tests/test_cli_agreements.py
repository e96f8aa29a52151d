"""`samenspraak agreements`, and the files of a year, as somebody types it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.agreements.exchange.sheets import INDICATORS
from desktop.agreements.model import Override
from desktop.agreements.states import Light
from desktop.cli import main
from desktop.log import stop_log
from desktop.store import Store
from desktop.store.audit import PROGRAM
from tests.support.agreements import MORGENVELD_2026
from tests.support.measured import Year, morgenveld
from tests.support.workbooks import AGREED, MEASURED, write_book

Run = Callable[..., tuple[int, str, str]]
JULY = date(2026, 7, 1)


@pytest.fixture
def year(data: Path) -> Year:
    store = Store.open(data)
    year = morgenveld(store)
    store.close()
    return year


@pytest.fixture
def run(data: Path, year: Year, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    def typed(*words: object) -> tuple[int, str, str]:
        try:
            code = main([*map(str, words), "--data", str(data)])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, error = capsys.readouterr()
        return code, out, error

    yield typed
    stop_log()


def status(run: Run, *words: object) -> dict[str, Any]:
    code, out, error = run(
        "agreements", "status", "--cycle", 2025, "--on", "2026-07-15", "--json", *words
    )
    assert (code, error) == (0, "")
    values: dict[str, Any] = json.loads(out)
    return values


def test_the_status_of_a_year_has_every_number_behind_a_light(run: Run) -> None:
    by_code = {line["indicator"]: line for line in status(run)["indicators"]}
    assert len(by_code) == 18
    for row in MORGENVELD_2026:
        line = by_code[row.code]
        assert (line["agreement"], line["light"], line["reason_code"]) == (
            row.code,
            row.light.value,
            row.reason.value,
        )
        told = [line[name] for name in ("expected", "gap", "tolerance")]
        assert [None if n is None else Decimal(str(n)) for n in told] == list(row.numbers())
    assert list(by_code["VER-01"])[:5] == ["agreement", "indicator", "name", "light", "override"]


def test_agreements_are_rolled_up_under_their_own_key_and_counted(run: Run) -> None:
    values = status(run)
    assert values["agreements"]["ZOR-01"]["light"] == "DONE"
    assert values["counts"] == {"ON": 9, "RISK": 3, "OFF": 3, "NM": 2, "DONE": 1}


def test_what_people_decided_stands_beside_the_computed_light(
    run: Run, data: Path, year: Year
) -> None:
    store = Store.open(data)
    with store.act(PROGRAM, "test.override") as act:
        act.session.add(
            Override(
                agreement_id=year.agreements["ZOR-02"],
                light=Light.RISK,
                reason="Vijf woningen zijn al toegewezen.",
                party_id=year.municipality,
                decided_on=date(2026, 7, 9),
                valid_until=date(2026, 9, 30),
            )
        )
    store.close()
    values = status(run)
    line = next(line for line in values["indicators"] if line["indicator"] == "ZOR-02")
    assert (line["light"], line["override"]) == ("OFF", "RISK")
    rolled_up = values["agreements"]["ZOR-02"]
    assert (rolled_up["light"], rolled_up["override"], rolled_up["shown"]) == (
        "OFF",
        "RISK",
        "RISK",
    )
    _code, out, _error = run("agreements", "status", "--cycle", 2025, "--on", "2026-07-15")
    assert "ZOR-02: te zien als ‘Let op’" in out


def test_a_table_is_for_people(run: Run) -> None:
    code, out, error = run("agreements", "status", "--cycle", 2025, "--on", "2026-07-15")
    assert (code, error) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Jaarronde 2025, afspraken voor 2026, op 2026-07-15"
    assert len(lines) == 21
    assert next(line for line in lines if line.startswith("LEE-01")).split()[2:5] == [
        "Niet",
        "te",
        "meten",
    ]


def test_the_year_of_the_agreements_will_do_when_nobody_talked_in_it(run: Run) -> None:
    code, out, _error = run("agreements", "status", "--cycle", 2026, "--json")
    assert (code, json.loads(out)["cycle"]) == (0, 2025)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--cycle", "1999"), "Er is geen jaarronde 1999. Er zijn: 2025."),
        (("--on", "gisteren"), "‘gisteren’"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    run: Run, words: tuple[str, ...], sentence: str
) -> None:
    code, out, error = run("agreements", "status", *words)
    assert (code, out) == (2, "")
    assert sentence.replace("‘", "").replace("’", "") in error.translate({0x201C: "", 0x201D: ""})


def test_a_file_goes_out_comes_in_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "jaar.xlsx"
    assert run("export", "agreements", "--out", path)[0] == 0
    code, out, error = run("import", "agreements", path, "--json")
    assert (code, error) == (0, "")
    sheets = json.loads(out)["sheets"]
    assert sheets["Afspraken"]["unchanged"] == 18
    assert all(sheet["new"] == sheet["changed"] == 0 for sheet in sheets.values())


def test_measurements_are_tried_and_then_read_in_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "metingen.csv"
    path.write_text("indicator_code;meetdatum;waarde;bron\nVER-01;1-7-2026;590;telling\n", "utf-8")
    for words, changed in ((("--dry-run",), 1), ((), 1), ((), 0)):
        code, out, error = run("import", "measurements", path, "--json", *words)
        assert (code, error) == (0, "")
        assert json.loads(out)["sheets"]["Metingen"]["changed"] == changed
    by_code = {line["indicator"]: line for line in status(run)["indicators"]}
    assert (by_code["VER-01"]["measured"], by_code["VER-01"]["light"]) == (590, "ON")


def test_a_wrong_row_ends_with_code_2_and_its_place(run: Run, tmp_path: Path) -> None:
    rows = [MEASURED, ("VER-1", JULY, 590, "telling")]
    path = write_book(tmp_path / "m.xlsx", {"Metingen": rows})
    code, out, error = run("import", "measurements", path, "--json")
    assert code == 2
    assert error == (
        "Blad Metingen, rij 2: indicator ‘VER-1’ bestaat niet. Bedoelt u ‘VER-01’? "
        "Er is niets ingelezen.\n"
    )
    (row,) = json.loads(out)["sheets"]["Metingen"]["rows"]
    assert (row["row"], row["state"]) == (2, "error")


def test_a_year_that_does_not_fit_is_refused(run: Run, tmp_path: Path) -> None:
    path = write_book(tmp_path / "m.xlsx", {"Metingen": [MEASURED, ("VER-01", JULY, 1, "x")]})
    code, _out, error = run("import", "measurements", path, "--cycle", "1999")
    assert (code, error) == (2, "Er is geen jaarronde 1999. Er zijn: 2025.\n")


def test_an_empty_file_to_fill_in(run: Run, tmp_path: Path) -> None:
    assert run("export", "agreements-template", "--out", tmp_path / "leeg.xlsx")[0] == 0
    assert run("import", "agreements", tmp_path / "leeg.xlsx")[0] == 0


# The examples of the domain (agreements, 2.4) on 15 July 2016: what is agreed, what was measured,
# and the light with what was expected, how far off it was and the margin.
NUL, DOEL = "2015-12-31", "2016-12-31"
Agreed = Mapping[str, object]
ORACLES: Mapping[str, tuple[Agreed, tuple[str, object] | None, tuple[object, ...]]] = {
    "O-01": (
        {"optellend": "ja", "nul_waarde": 0, "nul_datum": NUL, "doel_waarde": 60},
        ("2016-07-01", 30),
        ("ON", 30, 0, 6),
    ),
    "O-02": (
        {"optellend": "ja", "nul_waarde": 0, "nul_datum": NUL, "doel_waarde": 60},
        ("2016-07-01", 24),
        ("RISK", 30, -6, 6),
    ),
    "O-03": (
        {"optellend": "ja", "nul_waarde": 0, "nul_datum": NUL, "doel_waarde": 60},
        ("2016-07-01", 23),
        ("OFF", 30, -7, 6),
    ),
    "O-05": (
        {"richting": "omlaag", "nul_waarde": 40, "nul_datum": NUL, "doel_waarde": 30},
        ("2016-07-01", 36),
        ("RISK", 35, -1, 1),
    ),
    "O-07": (
        {"richting": "tussen", "ondergrens": 95, "bovengrens": 100, "marge_vast": 0.5,
         "eenheid": "%", "decimalen": 1},
        ("2016-06-30", 94.8),
        ("RISK", None, -0.2, 0.5),
    ),
    "O-09": ({"doel_waarde": 7.5, "decimalen": 1}, ("2016-06-30", 7.2), ("NM", None, None, None)),
    "O-11": (
        {"optellend": "ja", "nul_waarde": 0, "nul_datum": NUL, "doel_waarde": 60,
         "pad": "schema"},
        ("2016-07-01", 9),
        ("RISK", 10, -1, 6),
    ),
    "O-12": ({"richting": "ja-nee", "doel_datum": "2016-10-01"}, None, ("ON", None, None, None)),
    "O-13": (
        {"nul_waarde": 4200, "nul_datum": NUL, "doel_waarde": 4200, "marge_procent": 1},
        ("2016-06-30", 4150),
        ("OFF", 4200, -50, 42),
    ),
    "O-14": (
        {"nul_waarde": 60, "nul_datum": NUL, "doel_waarde": 70},
        ("2016-06-30", 71),
        ("ON", 65, 6, 1),
    ),
}  # fmt: skip


def oracle_book(path: Path) -> Path:
    names = [column.name for column in INDICATORS.columns]
    indicators: list[Sequence[object]] = [names]
    agreements: list[Sequence[object]] = [(*AGREED, "looptijd_van")]
    measured: list[Sequence[object]] = [MEASURED]
    for code, (agreed, was, _light) in ORACLES.items():
        row: Mapping[str, object] = {
            "indicator_code": code, "afspraak_code": code, "naam": code, "eenheid": "aantal",
            "richting": "omhoog", "doel_datum": DOEL, "bron": "lijst", **agreed,
        }  # fmt: skip
        agreements.append((code, "BES", code, date(2016, 1, 1)))
        indicators.append([row.get(name) for name in names])
        if was is not None:
            measured.append((code, *was, "lijst"))
    steps = [("indicator_code", "datum", "waarde"), ("O-11", "2016-07-01", 10)]
    return write_book(
        path,
        {
            "Afspraken": agreements,
            "Indicatoren": indicators,
            "Tussendoelen": steps,
            "Metingen": measured,
        },
    )


def test_the_examples_of_the_domain_come_in_from_a_file_with_their_lights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ("--data", str(tmp_path / "nieuw.db"))
    assert main(["import", "agreements", str(oracle_book(tmp_path / "o.xlsx")), *data]) == 0
    capsys.readouterr()
    assert main(["agreements", "status", "--on", "2016-07-15", "--json", *data]) == 0
    told = json.loads(capsys.readouterr().out)
    stop_log()
    lights = {
        line["indicator"]: tuple(line[n] for n in ("light", "expected", "gap", "tolerance"))
        for line in told["indicators"]
    }
    assert lights == {code: light for code, (_agreed, _was, light) in ORACLES.items()}
    assert told["agreements"]["O-03"]["light"] == "OFF"
