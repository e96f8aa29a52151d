"""A file of a year that comes in: looked at by row, all of a sheet or nothing, once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.agreements.actions.clauses import write_clause
from desktop.agreements.actions.imports import look_at, take_in
from desktop.agreements.exchange.given import read_given
from desktop.agreements.exchange.plan import Plan, RowPlan, RowState, SheetPlan
from desktop.agreements.exchange.sheets import Key
from desktop.agreements.exchange.writing import write_year
from desktop.agreements.model import (
    Agreement,
    Commitment,
    Cycle,
    Indicator,
    Measurement,
    TenantInput,
)
from desktop.agreements.queries.facts import seated_parties
from desktop.agreements.queries.lights import light_of
from desktop.agreements.states import (
    AgreementState,
    CycleState,
    InputState,
    Light,
    PathShape,
    ReplyDecision,
)
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import AuditEntry
from tests.support.beleid import Table
from tests.support.measured import Year, measurements, morgenveld
from tests.support.undoing import nothing_to_undo
from tests.support.workbooks import AGREED, INDICATED, MEASURED, Rows, write_book

JULY, OCTOBER = date(2026, 7, 1), date(2026, 10, 1)


@pytest.fixture
def year(store: Store) -> Year:
    store.now = lambda: datetime(2026, 7, 15, 9, tzinfo=UTC)
    return morgenveld(store)


class Desk:
    """Files that are looked at and read in at one desk."""

    def __init__(self, store: Store, who: Actor, cycle: int, folder: Path) -> None:
        self.store, self.who, self.cycle = store, who, cycle
        self.path = folder / "jaar.xlsx"

    def look(self, sheets: Mapping[str, Rows]) -> Plan:
        given = read_given(write_book(self.path, sheets))
        return look_at(self.store, self.who, given, self.cycle)

    def take(self, sheets: Mapping[str, Rows]) -> Plan:
        given = read_given(write_book(self.path, sheets))
        return take_in(self.store, self.who, given, self.cycle)

    def count(self, kind: type) -> int:
        with self.store.reading() as session:
            return session.scalar(select(func.count()).select_from(kind)) or 0


@pytest.fixture
def desk(store: Store, who: Actor, year: Year, tmp_path: Path) -> Desk:
    return Desk(store, who, year.cycle, tmp_path)


@pytest.fixture
def talks(store: Store, who: Actor, table: Table, tmp_path: Path) -> Desk:
    return Desk(store, who, table.cycle, tmp_path)


def sheet(plan: Plan, key: Key) -> SheetPlan:
    return next(sheet for sheet in plan.sheets if sheet.key is key)


def only_row(plan: Plan) -> RowPlan:
    (row,) = plan.sheets[0].rows
    return row


def measured(*rows: tuple[object, ...]) -> Mapping[str, Rows]:
    return {"Metingen": [MEASURED, *rows]}


# Measurements ---------------------------------------------------------------------------------


def test_a_new_measurement_is_read_in_and_changes_the_light(
    desk: Desk, year: Year, store: Store
) -> None:
    plan = desk.take(measured(("VER-01", date(2026, 7, 10), 590, "halfjaarbericht")))
    assert only_row(plan).state is RowState.NEW
    newest = measurements(store, year.indicators["VER-01"])[-1]
    assert (newest.value, newest.source, newest.staff_id) == (590, "halfjaarbericht", desk.who.id)
    with store.reading() as session:
        on = light_of(session, year.agreements["VER-01"], date(2026, 7, 15))
    assert on.light is Light.ON


def test_another_value_for_the_same_day_is_a_correction(
    desk: Desk, year: Year, store: Store
) -> None:
    row = only_row(desk.take(measured(("VER-01", JULY, 605, "halfjaarbericht"))))
    assert row.state is RowState.CHANGED
    assert [(c.column, c.old, c.new) for c in row.changes] == [("waarde", "610", "605")]
    old, new = measurements(store, year.indicators["VER-01"])
    assert (old.value, new.value, new.supersedes_id) == (610, 605, old.id)


def test_the_same_file_twice_is_the_same_as_once(desk: Desk) -> None:
    file = measured(
        ("VER-01", JULY, 605, "halfjaarbericht"), ("VER-01", date(2026, 7, 9), "600,5", "telling")
    )
    desk.take(file)
    count = desk.count(Measurement)
    again = desk.take(file)
    assert (again.brings, desk.count(Measurement)) == (0, count)
    assert {row.state for row in again.sheets[0].rows} == {RowState.SAME}


def test_one_wrong_row_keeps_the_whole_sheet_out_and_every_wrong_row_is_listed(
    desk: Desk,
) -> None:
    before = desk.count(Measurement)
    plan = desk.take(
        measured(
            ("VER-01", date(2026, 7, 9), 600, "telling"),
            ("VER-1", JULY, 1, "telling"),
            ("VER-02", "31-6-2026", 1, "telling"),
            ("VER-02", JULY, "veel", None),
        )
    )
    assert plan.wrong() == (
        "Blad Metingen, rij 3: indicator ‘VER-1’ bestaat niet. Bedoelt u ‘VER-01’?",
        "Blad Metingen, rij 4: meetdatum: ‘31-6-2026’ is geen datum. "
        "Schrijf de datum als 1-7-2026.",
        "Blad Metingen, rij 5: waarde: ‘veel’ is geen getal. Vul een getal in, bijvoorbeeld 12,5.",
        "Blad Metingen, rij 5: ‘bron’ is leeg. Vul dit in.",
    )
    assert desk.count(Measurement) == before
    assert nothing_to_undo(desk.store, desk.who)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("VER-01", date(2026, 8, 3), 600, "telling"), "ligt in de toekomst"),
        (("VER-03", JULY, 12, "telling"), "ja of nee"),
        (("VER-03", JULY, "nee", "telling"), "hoeft u niet in te vullen"),
        (("VER-01", JULY, "ja", "telling"), "met een getal"),
        (("VER-01", JULY, 1, "x" * 201), "200"),
    ],
)
def test_what_the_screen_refuses_a_file_cannot_bring(
    desk: Desk, row: tuple[object, ...], why: str
) -> None:
    (sentence,) = desk.look(measured(row)).wrong()
    assert why in sentence


def test_a_percentage_above_a_hundred_is_refused(desk: Desk, year: Year, store: Store) -> None:
    with store.act(desk.who, "test.unit") as act:
        act.session.get_one(Indicator, year.indicators["PAR-01"]).unit = "%"
    (sentence,) = desk.look(measured(("PAR-01", JULY, 148, "telling"))).wrong()
    assert "tussen 0 en 100" in sentence


def test_what_is_done_or_not_is_done_on_the_day_of_the_row(
    desk: Desk, year: Year, store: Store
) -> None:
    file = measured(("VER-03", JULY, "ja", "brief"))
    assert only_row(desk.take(file)).state is RowState.NEW
    with store.reading() as session:
        assert session.get_one(Indicator, year.indicators["VER-03"]).done_on == JULY
    assert only_row(desk.take(file)).state is RowState.SAME


def test_the_same_day_twice_in_a_file_is_a_mistake(desk: Desk) -> None:
    rows = (("VER-01", JULY, 600, "telling"), ("ver-01", "1-7-2026", 601, "telling"))
    (sentence,) = desk.look(measured(*rows)).wrong()
    assert sentence.startswith("Blad Metingen, rij 3: Hetzelfde staat in rij 2")


def test_one_undo_takes_all_of_a_file_back(desk: Desk, year: Year, store: Store) -> None:
    before = desk.count(Measurement)
    desk.take(
        {
            **measured(("VER-01", JULY, 605, "telling"), ("VER-03", JULY, "ja", "brief")),
            "Indicatoren": [
                ("indicator_code", "afspraak_code", "naam", "richting", "doel_datum", "bron"),
                ("VER-01", "VER-01", "slecht geïsoleerde woningen", "omlaag", "2026-12-31", "x"),
            ],
        }
    )
    assert desk.count(Measurement) == before + 1
    store.undo(desk.who)
    assert desk.count(Measurement) == before
    with store.reading() as session:
        assert session.get_one(Indicator, year.indicators["VER-03"]).done_on is None
        assert session.get_one(Indicator, year.indicators["VER-01"]).name == "wat VER-01 meet"
    store.redo(desk.who)
    assert desk.count(Measurement) == before + 1


def test_a_file_is_one_entry_in_the_trail(desk: Desk, store: Store) -> None:
    desk.take(measured(("VER-01", JULY, 605, "telling"), ("VER-02", JULY, 70, "telling")))
    with store.reading() as session:
        actions = session.scalars(select(AuditEntry.action)).all()
    assert actions.count("agreements.import") == 1


def test_looking_at_a_file_changes_nothing(desk: Desk, store: Store) -> None:
    before = desk.count(Measurement)
    plan = desk.look(measured(("VER-01", JULY, 605, "telling")))
    assert (plan.brings, desk.count(Measurement)) == (1, before)
    assert nothing_to_undo(store, desk.who)


# Agreements -----------------------------------------------------------------------------------


def test_new_agreements_with_all_that_belongs_to_them_come_in_at_once(
    talks: Desk, store: Store
) -> None:
    plan = talks.take(
        {
            "Afspraken": [
                (*AGREED, "tekst", "tekst_b1", "status", "postcode4"),
                ("VER-09", "VER", "Zonnepanelen", "Tekst.", "Gewoon.", "in bespreking", 9871),
            ],
            "Inzet": [
                ("afspraak_code", "partij", "wat", "soort", "voor_datum"),
                ("VER-09", "gemeente morgenveld", "regelt de vergunning", "resultaat", OCTOBER),
            ],
            "Indicatoren": [
                INDICATED,
                ("VER-09", "VER-09", "panelen", "aantal", "omhoog", 0, "2025-12-31", 60,
                 "2026-12-31", "schema", "opleverlijst"),
            ],
            "Tussendoelen": [("indicator_code", "datum", "waarde"), ("VER-09", JULY, 18)],
        }
    )  # fmt: skip
    assert plan.wrong() == ()
    with store.reading() as session:
        agreement = session.scalars(select(Agreement).where(Agreement.code == "VER-09")).one()
        assert agreement.state is AgreementState.TALKS
        assert agreement.newest is not None
        assert (agreement.newest.text, agreement.newest.plain_text) == ("Tekst.", "Gewoon.")
        assert agreement.newest.reason == "Ingelezen uit jaar.xlsx"
        assert [c.what for c in agreement.commitments] == ["regelt de vergunning"]
        (indicator,) = agreement.indicators
        assert indicator.path is PathShape.SCHEDULE
        assert [(s.due_on, s.value) for s in indicator.steps] == [(JULY, Decimal(18))]
    store.undo(talks.who)
    with store.reading() as session:
        assert session.scalar(select(Agreement.id).where(Agreement.code == "VER-09")) is None


def test_another_text_is_a_new_version_and_the_old_one_stays(talks: Desk, store: Store) -> None:
    head = (*AGREED, "tekst")
    with store.reading() as session:
        agreement = session.scalars(select(Agreement)).one()
        row = (agreement.code, agreement.theme.code, agreement.title)
    plan = talks.take({"Afspraken": [head, (*row, "De corporatie bouwt 70 woningen.")]})
    assert only_row(plan).state is RowState.CHANGED
    with store.reading() as session:
        texts = [c.text for c in session.scalars(select(Agreement)).one().clauses]
    assert len(texts) == 2
    assert texts[-1] == "De corporatie bouwt 70 woningen."


def test_a_file_does_not_decide_for_the_parties(talks: Desk, store: Store) -> None:
    file = {"Afspraken": [(*AGREED, "status"), ("VER-09", "VER", "Zonnepanelen", "vastgesteld")]}
    row = only_row(talks.take(file))
    assert row.state is RowState.NEW
    assert row.note.startswith("De status blijft ‘idee’.")
    with store.reading() as session:
        state = session.scalar(select(Agreement.state).where(Agreement.code == "VER-09"))
    assert state is AgreementState.IDEA


def test_the_same_file_with_a_status_of_the_parties_twice_makes_nothing_new(
    talks: Desk,
) -> None:
    file = {"Afspraken": [(*AGREED, "status"), ("VER-09", "VER", "Zonnepanelen", "vastgesteld")]}
    talks.take(file)
    count = talks.count(Agreement)
    assert talks.take(file).fine
    assert talks.count(Agreement) == count


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("VER-09", "VERR", "x", None), "thema ‘VERR’ bestaat niet. Bedoelt u ‘VER’?"),
        (("geen code", "VER", "x", None), "BES-01"),
        (
            ("VER-09", "VER", "x", date(2026, 9, 30)),
            "De afspraken lopen tot 30-9-2026. Ze moeten ten minste heel 2026 gelden "
            "(Woningwet artikel 44, lid 2).",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    talks: Desk, row: tuple[object, ...], why: str
) -> None:
    (sentence,) = talks.look({"Afspraken": [(*AGREED, "looptijd_tot"), row]}).wrong()
    assert sentence.startswith("Blad Afspraken, rij 2: ")
    assert why in sentence


def test_what_hangs_on_a_sheet_with_mistakes_is_not_read_in_either(
    talks: Desk, store: Store
) -> None:
    plan = talks.take(
        {
            "Afspraken": [AGREED, ("VER-09", "VER", "Zonnepanelen"), ("VER-10", "GEEN", "x")],
            "Inzet": [("afspraak_code", "partij", "wat"), ("VER-09", "Gemeente Morgenveld", "x")],
            "Inbreng": [
                ("inbreng_code", "datum", "kanaal", "tekst"),
                ("INB-01", "2025-03-09", "brief", "Zet een bank bij de lift."),
            ],
        }
    )
    assert [s.key for s in plan.sheets if not s.fine] == [Key.AGREEMENTS, Key.COMMITMENTS]
    assert "staat op blad Afspraken" in plan.wrong()[-1]
    with store.reading() as session:
        assert session.scalar(select(Agreement.id).where(Agreement.code == "VER-09")) is None
    assert talks.count(TenantInput) == 1


def test_an_agreement_cannot_join_a_year_that_was_signed(talks: Desk, store: Store) -> None:
    with store.act(talks.who, "test.signed") as act:
        act.session.get_one(Cycle, talks.cycle).state = CycleState.RUNNING
    (sentence,) = talks.look({"Afspraken": [AGREED, ("VER-09", "VER", "x")]}).wrong()
    assert "getekend" in sentence


def test_a_promise_is_known_again_by_party_and_words(talks: Desk, store: Store) -> None:
    with store.reading() as session:
        promise = session.scalars(select(Commitment).order_by(Commitment.id)).first()
        assert promise is not None
        row = (promise.agreement.code, promise.party.name, promise.what)
    head = ("afspraak_code", "partij", "wat", "klaar_op")
    count = talks.count(Commitment)
    plan = talks.take({"Inzet": [head, (*row, date(2025, 10, 1))]})
    assert only_row(plan).state is RowState.CHANGED
    assert talks.count(Commitment) == count


def test_a_party_with_another_spelling_is_asked_back(talks: Desk) -> None:
    with talks.store.reading() as session:
        code = session.scalar(select(Agreement.code))
    rows = [("afspraak_code", "partij", "wat"), (code, "Gemeente Morgenveldt", "bouwt")]
    (sentence,) = talks.look({"Inzet": rows}).wrong()
    assert "partij ‘Gemeente Morgenveldt’ bestaat niet" in sentence
    assert "Bedoelt u ‘Gemeente Morgenveld’?" in sentence


# Indicators -----------------------------------------------------------------------------------


def indicated(*rows: tuple[object, ...]) -> Mapping[str, Rows]:
    return {"Indicatoren": [INDICATED, *rows]}


def test_an_indicator_is_refused_as_on_the_screen(desk: Desk) -> None:
    row = ("X-1", "VER-01", "x", "aantal", "omhoog", 640, "2025-12-31", 560, "2026-12-31", "", "y")
    (sentence,) = desk.look(indicated(row)).wrong()
    assert "U koos ‘omhoog’, maar het doel (560) is lager dan de nulmeting (640)" in sentence


def test_an_indicator_does_not_move_to_another_agreement(desk: Desk) -> None:
    row = (
        "VER-01",
        "VER-02",
        "x",
        "aantal",
        "omlaag",
        640,
        "2025-12-31",
        560,
        "2026-12-31",
        "",
        "y",
    )
    (sentence,) = desk.look(indicated(row)).wrong()
    assert "indicator ‘VER-01’ hoort bij afspraak ‘VER-01’" in sentence


def test_steps_go_to_an_indicator_that_the_file_does_not_name(
    desk: Desk, year: Year, store: Store
) -> None:
    head = ("indicator_code", "datum", "waarde")
    plan = desk.take({"Tussendoelen": [head, ("BES-01", JULY, 20), ("BES-01", OCTOBER, 40)]})
    assert [row.state for row in plan.sheets[0].rows] == [RowState.CHANGED, RowState.NEW]
    with store.reading() as session:
        steps = session.get_one(Indicator, year.indicators["BES-01"]).steps
        assert [(s.due_on, s.value) for s in steps] == [(JULY, 20), (OCTOBER, 40)]


def test_steps_without_a_schedule_are_refused(desk: Desk) -> None:
    head = ("indicator_code", "datum", "waarde")
    (sentence,) = desk.look({"Tussendoelen": [head, ("VER-01", JULY, 20)]}).wrong()
    assert "Zet ‘schema’ in de kolom pad" in sentence


def test_wrong_steps_keep_the_schedule_that_needs_them_out(desk: Desk, year: Year) -> None:
    new = (
        "X-1",
        "VER-01",
        "x",
        "aantal",
        "omhoog",
        0,
        "2025-12-31",
        60,
        "2026-12-31",
        "schema",
        "y",
    )
    head = ("indicator_code", "datum", "waarde")
    count = desk.count(Indicator)
    plan = desk.take(
        {**indicated(new), "Tussendoelen": [head, ("X-1", JULY, 18), ("BES-01", "ooit", 3)]}
    )
    assert not sheet(plan, Key.STEPS).fine
    assert not sheet(plan, Key.INDICATORS).fine
    assert desk.count(Indicator) == count


# What tenants asked ---------------------------------------------------------------------------

ASKED = ("inbreng_code", "datum", "kanaal", "tekst")


def test_a_question_comes_in_with_its_answer(desk: Desk, store: Store) -> None:
    head = (*ASKED, "besluit", "reden", "antwoord_datum", "afspraak_code", "teruggekoppeld_op")
    row = ("INB-05", "2026-04-14", "bijeenkomst", "Maak parkeren gratis.", "niet",
           "De gemeente betaalt er de wijk van.", "2026-06-04", "LEE-02", "2026-06-10")  # fmt: skip
    file = {"Inbreng": [head, row]}
    assert desk.take(file).wrong() == ()
    with store.reading() as session:
        asked = session.scalars(select(TenantInput)).one()
        assert asked.reply is not None
        assert (asked.state, asked.reply.decision) == (
            InputState.REPORTED_BACK,
            ReplyDecision.NOT,
        )
        assert [agreement.code for agreement in asked.agreements] == ["LEE-02"]
    assert desk.take(file).brings == 0


def test_a_text_that_may_tell_who_asked_is_pointed_out_before_it_is_read_in(desk: Desk) -> None:
    file = {"Inbreng": [ASKED, ("INB-01", "2026-04-14", "brief", "Bel mij op 06 12345678.")]}
    row = only_row(desk.look(file))
    assert row.state is RowState.NEW
    assert "telefoonnummer" in row.note


def test_no_without_a_reason_is_refused(desk: Desk) -> None:
    head = (*ASKED, "besluit", "antwoord_datum")
    row = ("INB-01", "2026-04-14", "brief", "Zet een bank bij de lift.", "niet", "2026-05-01")
    (sentence,) = desk.look({"Inbreng": [head, row]}).wrong()
    assert "reden" in sentence


# Out and in again -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["jaar.xlsx", "metingen.csv"])
def test_what_goes_out_and_comes_in_changes_nothing(
    desk: Desk, store: Store, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    with store.reading() as session:
        only = Key.MEASUREMENTS if name.endswith("csv") else None
        assert write_year(session, path, desk.cycle, only)
    plan = take_in(store, desk.who, read_given(path), desk.cycle)
    assert (plan.brings, plan.wrong()) == (0, ())
    assert nothing_to_undo(store, desk.who)


HARD = [
    "=1+1",
    "'=1+1",
    "- eerst dit\n- dan dat",
    "@allen, +31 en een tab\tdaar",
    "emoji 🏠 en ‏עברית‎",
    "_x0041_ blijft zo",
    "x" * 10_000,
]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
@pytest.mark.parametrize("text", HARD)
def test_any_text_survives_the_way_out_and_in(
    talks: Desk, store: Store, tmp_path: Path, text: str, suffix: str
) -> None:
    with store.reading() as session:
        id = session.scalars(select(Agreement.id)).one()
    with store.reading() as session:
        author = seated_parties(session, talks.cycle)[0].id
    write_clause(store, talks.who, id, text, text, author)
    path = tmp_path / f"uit.{suffix}"
    with store.reading() as session:
        write_year(session, path, talks.cycle, Key.AGREEMENTS)
    plan = look_at(store, talks.who, read_given(path), talks.cycle)
    assert (plan.brings, plan.wrong()) == (0, ())


def test_nothing_is_removed_by_what_a_file_leaves_out(desk: Desk, store: Store) -> None:
    counts = [desk.count(kind) for kind in (Agreement, Indicator, Measurement)]
    head = ("indicator_code", "afspraak_code", "naam", "richting", "doel_datum", "bron", "eenheid")
    row = ("VER-01", "VER-01", "wat VER-01 meet", "omlaag", "2026-12-31", "halfjaarbericht", None)
    assert desk.take({"Indicatoren": [head, row]}).brings == 0
    assert [desk.count(kind) for kind in (Agreement, Indicator, Measurement)] == counts


def test_who_was_overtaken_looks_again(desk: Desk, store: Store, year: Year) -> None:
    """Between looking and taking somebody else renames the agreement that the file names."""
    given = read_given(write_book(desk.path, indicated(
        ("X-1", "VER-01", "x", "aantal", "omlaag", 640, "2025-12-31", 560, "2026-12-31", "", "y")
    )))  # fmt: skip
    assert look_at(store, desk.who, given, desk.cycle).brings == 1
    with store.act(desk.who, "test.rename") as act:
        act.session.get_one(Agreement, year.agreements["VER-01"]).code = "VER-99"
    assert take_in(store, desk.who, given, desk.cycle).wrong()
    assert desk.count(Indicator) == 18


def test_two_databases_take_the_same_file(any_store: Store, any_who: Actor, tmp_path: Path) -> None:
    any_store.now = lambda: datetime(2026, 7, 15, 9, tzinfo=UTC)
    year = morgenveld(any_store)
    desk = Desk(any_store, any_who, year.cycle, tmp_path)
    file = {
        **measured(("VER-01", JULY, 605, "telling"), ("XX", JULY, 605, "telling")),
        "Inbreng": [ASKED, ("INB-01", "2026-04-14", "brief", "Zet een bank bij de lift.")],
    }
    plan = desk.take(file)
    assert [s.fine for s in plan.sheets] == [False, True]
    assert desk.take(measured(("VER-01", JULY, 605, "telling"))).brings == 1
    any_store.undo(any_who)
    assert len(measurements(any_store, year.indicators["VER-01"])) == 1


def test_an_unreadable_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"PK\x03\x04 geen werkmap")
    with pytest.raises(Refused):
        read_given(path)
