"""Reading dwellings from the files that other programs make."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.estate.exchange import import_dwellings
from desktop.estate.kinds import DWELLING_KINDS, kind_code, kind_name
from desktop.estate.model import BuildingKind
from desktop.estate.queries import DwellingLine, complexes, dwellings
from desktop.feature import ImportReport, ImportWish
from desktop.language import in_language
from desktop.refused import Refused
from desktop.store import Actor, Store

HEADINGS = (
    "code;complex;complexnaam;straat;huisnummer;postcode;plaats;soort;verdieping;kamers;"
    "oppervlakte;huur;label;portiek;drempelvrij"
)
ROWS = (
    "K-214;KADE;Kadeflat;Kadeflat;214;1234ab;Morgenveld;Galerijflat;2;3;67,5;€ 1.041,20;B;B;ja",
    "K-2;KADE;Kadeflat;Kadeflat;2;1234AB;Morgenveld;GAL;bg;2;51;598.10;;A;nee",
    "H-1;HAVEN;Havenflat;Havenflat;1;;;;;;;;;;",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "woningen.csv"
    path.write_text("\n".join([HEADINGS, *ROWS]), "utf-8")
    return path


def take(store: Store, who: Actor, file: Path, dry_run: bool = False) -> ImportReport:
    return import_dwellings(store, who, file, ImportWish(dry_run=dry_run))


def lines(store: Store) -> dict[str, DwellingLine]:
    with store.reading() as session:
        return {line.facts.code: line for line in dwellings(session)}


def refusal(store: Store, who: Actor, file: Path, *rows: str, headings: str = HEADINGS) -> str:
    file.write_text("\n".join([headings, *rows]), "utf-8")
    with pytest.raises(Refused) as refused:
        take(store, who, file)
    assert lines(store) == {}
    return refused.value.sentence


def test_every_column_is_read(any_store: Store, any_who: Actor, file: Path) -> None:
    report = take(any_store, any_who, file)
    assert report.values["dwellings_new"] == 3
    assert report.values["complexes_new"] == 2
    home = lines(any_store)["K-214"]
    facts = home.facts
    assert (home.complex_name, home.address, facts.postcode) == (
        "Kadeflat",
        "Kadeflat 214",
        "1234 AB",
    )
    assert (facts.kind, facts.floor, facts.rooms) == ("GAL", 2, 3)
    assert (facts.area_m2, facts.rent_cents) == (Decimal("67.50"), 104_120)
    assert (facts.energy_label, facts.stairwell, facts.step_free) == ("B", "B", True)
    ground = lines(any_store)["K-2"].facts
    assert (ground.floor, ground.rent_cents, ground.step_free) == (0, 59_810, False)


def test_english_headings_are_read_too(store: Store, who: Actor, file: Path) -> None:
    file.write_text(
        "code,complex,street,number,city,kind,floor,rent,step-free\n"
        "K-1,KADE,Kade,1,Morgenveld,Gallery flat,ground floor,641.20,yes\n"
    )
    take(store, who, file)
    facts = lines(store)["K-1"].facts
    assert (facts.kind, facts.floor, facts.rent_cents, facts.step_free) == ("GAL", 0, 64_120, True)


def test_a_workbook_is_read_like_a_csv_file(store: Store, who: Actor, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["code", "complex", "straat", "huisnummer", "kamers", "huur"])
    book.active.append(["K-1", "KADE", "Kade", 1, 3, 641.2])
    book.save(tmp_path / "woningen.xlsx")
    take(store, who, tmp_path / "woningen.xlsx")
    facts = lines(store)["K-1"].facts
    assert (facts.house_number, facts.rooms, facts.rent_cents) == ("1", 3, 64_120)


def test_a_try_says_what_would_come_and_changes_nothing(
    any_store: Store, any_who: Actor, file: Path
) -> None:
    report = take(any_store, any_who, file, dry_run=True)
    assert report.sentences[0] == "Dit is een proef: er is niets veranderd."
    assert "3 nieuwe woningen." in report.sentences
    assert report.values["dry_run"] is True
    assert lines(any_store) == {}


def test_the_same_file_twice_changes_nothing_and_says_so(
    any_store: Store, any_who: Actor, file: Path
) -> None:
    take(any_store, any_who, file)
    before = any_store.data_version()
    colleague = Store.open(any_store.address)
    report = take(colleague, any_who, file)
    colleague.close()
    assert "Alles in dit bestand is al bekend. Er verandert niets." in report.sentences
    assert report.values["dwellings_same"] == 3
    assert report.values["dwellings_changed"] == 0
    with any_store.reading() as session:
        assert {c.version for c in complexes(session)} == {1}
    assert {line.version for line in lines(any_store).values()} == {1}
    if any_store.path is None:
        assert any_store.data_version() == before


def test_what_changed_in_the_file_changes_and_the_rest_stays(
    store: Store, who: Actor, file: Path
) -> None:
    take(store, who, file)
    file.write_text("code;complex;straat;huisnummer;kamers;huur\nK-214;KADE;Kadeflat;214;4;\n")
    report = take(store, who, file)
    assert report.values["dwellings_changed"] == 1
    facts = lines(store)["K-214"].facts
    assert (facts.rooms, facts.rent_cents, facts.stairwell) == (4, 104_120, "B")


def test_reading_a_file_can_be_undone(store: Store, who: Actor, file: Path) -> None:
    take(store, who, file)
    store.undo(who)
    assert lines(store) == {}


def test_columns_that_the_program_does_not_use_are_named_and_left_out(
    store: Store, who: Actor, file: Path
) -> None:
    file.write_text(
        "code;complex;straat;huisnummer;huurder;BSN\nK-1;KADE;Kade;1;J. Hoekstra;123456782\n"
    )
    report = take(store, who, file)
    assert report.values["columns_not_read"] == ["huurder", "BSN"]
    assert any("huurder, BSN" in sentence for sentence in report.sentences)


def test_a_column_that_is_needed_and_missing_is_named(store: Store, who: Actor, file: Path) -> None:
    sentence = refusal(store, who, file, "K-1;Kade;1", headings="code;straat;huisnummer")
    assert "geen kolom ‘complex’" in sentence


def test_two_columns_for_the_same_are_refused(store: Store, who: Actor, file: Path) -> None:
    headings = "code;complex;straat;huisnummer;kamers;aantal kamers"
    assert "aantal kamers" in refusal(store, who, file, "K;KADE;Kade;1;2;3", headings=headings)


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("kamers", "veel", "‘veel’ is geen heel getal"),
        ("kamers", "0", "ten minste 1"),
        ("huur", "gratis", "‘gratis’ is geen bedrag"),
        ("huur", "NaN", "‘NaN’ is geen bedrag"),
        ("oppervlakte", "groot", "‘groot’ is geen oppervlakte"),
        ("drempelvrij", "misschien", "‘misschien’ is geen ja of nee"),
        ("soort", "kasteel", "‘kasteel’ is geen soort"),
        ("postcode", "12345", "1234 AB"),
        ("label", "x" * 11, "10 tekens"),
        ("straat", "", "leeg"),
        ("verdieping", "hoog", "‘hoog’ is geen heel getal"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_with_row_and_column(
    store: Store, who: Actor, file: Path, column: str, cell: str, says: str
) -> None:
    cells = ROWS[0].split(";")
    cells[HEADINGS.split(";").index(column)] = cell
    sentence = refusal(store, who, file, ROWS[1], ";".join(cells))
    assert "rij 3" in sentence
    assert f"‘{column}’" in sentence
    assert says in sentence


def test_a_code_that_stands_there_twice_is_refused_with_both_rows(
    store: Store, who: Actor, file: Path
) -> None:
    sentence = refusal(store, who, file, *ROWS, ROWS[0])
    assert "rij 2" in sentence
    assert "rij 5" in sentence


def test_a_complex_with_two_names_is_refused(store: Store, who: Actor, file: Path) -> None:
    other = ROWS[1].replace("KADE;Kadeflat", "KADE;Parkflat")
    assert "rij 3" in refusal(store, who, file, ROWS[0], other)


def test_stopping_halfway_leaves_nothing_behind(store: Store, who: Actor, file: Path) -> None:
    class Stopped(Exception):  # noqa: N818
        pass

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Stopped

    with pytest.raises(Stopped):
        import_dwellings(store, who, file, ImportWish(progress=stop))
    assert lines(store) == {}


def test_every_kind_has_a_name_in_both_languages_and_is_known_by_it() -> None:
    for code, english in DWELLING_KINDS.items():
        assert kind_code(english) == code
        assert kind_code(code.lower()) == code
        assert kind_code(kind_name(code)) == code
        with in_language("en"):
            assert kind_name(code) == english


COMPLEX_HEADINGS = (
    "code;complex;complexnaam;straat;huisnummer;bouwvorm;woonvorm;doelgroep;leeftijdslabel;"
    "leeftijd tot en met;gedeelde ruimten;woningen in complex"
)
SENIORS = "Portiekflat;Seniorenwoningen met zorg;Senioren;55+;;koffiehoek;96"


def test_what_the_evaluation_compares_complexes_by_is_read_too(
    store: Store, who: Actor, file: Path
) -> None:
    file.write_text(
        "\n".join(
            (
                COMPLEX_HEADINGS,
                f"H-1;HAVEN;Havenflat;Havenflat;1;{SENIORS}",
                f"H-2;HAVEN;Havenflat;Havenflat;2;{SENIORS}",
                "K-1;KADE;Kadeflat;Kadeflat;1;gallery flat;GRO;JON;18;27;;140",
            )
        ),
        "utf-8",
    )
    take(store, who, file)
    with store.reading() as session:
        found = {line.facts.code: line.facts for line in complexes(session)}
    haven, kade = found["HAVEN"], found["KADE"]
    assert (haven.building, haven.living_form, haven.target_group) == (
        BuildingKind.STAIRWELL,
        "SEN",
        "SEN",
    )
    assert (haven.age_from, haven.age_to, haven.shared_rooms) == (55, None, "koffiehoek")
    assert (haven.dwelling_count, kade.dwelling_count) == (96, 140)
    assert (kade.building, kade.living_form) == (BuildingKind.GALLERY, "GRO")
    assert (kade.age_from, kade.age_to, kade.shared_rooms) == (18, 27, "")
    assert take(store, who, file).values["complexes_described"] == 0


def test_a_file_may_describe_a_complex_otherwise(store: Store, who: Actor, file: Path) -> None:
    take(store, who, file)
    file.write_text("code;complex;straat;huisnummer;doelgroep\nK-2;KADE;Kadeflat;2;Gezinnen\n")
    report = take(store, who, file)
    assert report.values["complexes_described"] == 1
    with store.reading() as session:
        [kade] = [line.facts for line in complexes(session) if line.facts.code == "KADE"]
    assert (kade.target_group, kade.name) == ("GEZ", "Kadeflat")


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("Portiekflat;XYZ;;;;;", "XYZ"),
        ("iglo;;;;;;", "iglo"),
        (";;;oud;;;", "oud"),
        (";;;55;27;;", "leeftijd"),
        (";;;;;;veel", "veel"),
    ],
)
def test_what_cannot_be_of_a_complex_is_refused_with_its_row(
    store: Store, who: Actor, file: Path, cells: str, words: str
) -> None:
    row = f"H-1;HAVEN;Havenflat;Havenflat;1;{cells}"
    sentence = refusal(store, who, file, row, headings=COMPLEX_HEADINGS)
    assert "rij 2" in sentence
    assert words in sentence


def test_one_complex_is_described_one_way(store: Store, who: Actor, file: Path) -> None:
    sentence = refusal(
        store,
        who,
        file,
        f"H-1;HAVEN;Havenflat;Havenflat;1;{SENIORS}",
        f"H-2;HAVEN;Havenflat;Havenflat;2;{SENIORS.replace('55+', '65+')}",
        headings=COMPLEX_HEADINGS,
    )
    assert "rij 3" in sentence
    assert "HAVEN" in sentence
