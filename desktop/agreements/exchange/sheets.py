"""The sheets of the file of a year: what each column is called, holds and means.

The template, the export, the import and the page "Lees mij" are all made from this list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop.agreements.exchange import vocabulary
from desktop.agreements.exchange.vocabulary import Words
from desktop.language import N_
from desktop.language.fold import fold


class Holds(Enum):
    """What the cells of a column are."""

    TEXT = "text"
    CODE = "code"
    CODES = "codes"  # more than one, with commas
    NUMBER = "number"
    WHOLE = "whole number"
    DAY = "day"
    YES_NO = "yes or no"
    CHOICE = "choice"
    MEASURED = "measured"  # a number; yes or no for what is done or not


@dataclass(frozen=True)
class Column:
    """A column: its heading, what its cells hold, whether they must be filled, and what it
    means. Without `example` it stays empty in the example."""

    name: str
    holds: Holds
    note: str
    needed: bool = False
    words: Words | None = None
    example: str = ""
    width: int = 14

    @property
    def choices(self) -> Sequence[str]:
        if self.words is not None:
            return tuple(self.words.values())
        return (vocabulary.YES, vocabulary.NO) if self.holds is Holds.YES_NO else ()


class Key(Enum):
    """The sheets, in the order in which they are read: what is named comes before what names it.
    The value is the name of the sheet in a file."""

    AGREEMENTS = "Afspraken"
    COMMITMENTS = "Inzet"
    INDICATORS = "Indicatoren"
    STEPS = "Tussendoelen"
    MEASUREMENTS = "Metingen"
    INPUTS = "Inbreng"


@dataclass(frozen=True)
class SheetKind:
    """A sheet: its columns, by which of them a row is known again, and which one tells what a
    new row brings."""

    key: Key
    about: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    telling: str

    @property
    def name(self) -> str:
        return self.key.value

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def places(self, headings: Sequence[str]) -> Mapping[str, int]:
        """Where each column stands. A star behind a heading, as on a form, does not matter."""
        by_fold = {fold(column.name): column.name for column in self.columns}
        found: dict[str, int] = {}
        for place, heading in enumerate(headings):
            name = by_fold.get(fold(heading))
            if name is not None:
                found.setdefault(name, place)
        return found


T, C, N, D = Holds.TEXT, Holds.CODE, Holds.NUMBER, Holds.DAY
CODE_NOTE = N_("The code of the agreement. It stays the same from year to year.")
INDICATOR_NOTE = N_("The code of the indicator, as on the sheet Indicatoren.")

AGREEMENTS = SheetKind(
    Key.AGREEMENTS,
    N_("What was agreed, one agreement a row."),
    (
        Column("afspraak_code", C, CODE_NOTE, True, example="BES-01"),
        Column("thema_code", C, N_("The code of the theme."), True, example="BES"),
        Column("titel", T, N_("What the agreement is called, in a few words."), True, width=36,
               example="60 nieuwe sociale huurwoningen"),
        Column("tekst", T, N_("The text that the parties agree to. Another text is a new version."),
               width=48, example="De corporatie bouwt in 2026 60 nieuwe sociale huurwoningen."),
        Column("tekst_b1", T, N_("The same in plain words, for tenants."), width=40,
               example="Er komen 60 nieuwe huurwoningen bij."),
        Column("status", Holds.CHOICE, N_("How far the agreement is."), words=vocabulary.STATES,
               example="concept"),
        Column("looptijd_van", D, N_("The first day, when it differs from that of the year."),
               example="2026-01-01"),
        Column("looptijd_tot", D, N_("The last day, when it differs from that of the year."),
               example="2026-12-31"),
        Column("wijk", T, N_("The district, when it is about one."), example="Havenkwartier"),
        Column("postcode4", C, N_("The four figures of the postcode.")),
        Column("woonvisie_doel", T, N_("The goal of the housing vision, in its words or by its "
                                       "number."), width=30),
        Column("rijksprioriteit", C, N_("The code of the national priority.")),
    ),
    ("afspraak_code",),
    "titel",
)  # fmt: skip

COMMITMENTS = SheetKind(
    Key.COMMITMENTS,
    N_("What each party does, one promise a row."),
    (
        Column("afspraak_code", C, CODE_NOTE, True, example="BES-01"),
        Column("partij", T, N_("The name of the party, as in the program."), True, width=32,
               example="Gemeente Morgenveld"),
        Column("wat", T, N_("What the party does. It begins with a verb."), True, width=48,
               example="maakt de grond bouwrijp"),
        Column("soort", Holds.CHOICE, N_("Whether a result or an effort is promised."),
               words=vocabulary.KINDS, example="resultaat"),
        Column("voor_datum", D, N_("Before which day."), example="2026-04-01"),
        Column("klaar_op", D, N_("On which day it was done.")),
    ),
    ("afspraak_code", "partij", "wat"),
    "soort",
)  # fmt: skip

INDICATORS = SheetKind(
    Key.INDICATORS,
    N_("How it is measured, one indicator a row."),
    (
        Column("indicator_code", C, N_("The code of the indicator. It stays the same."), True,
               example="BES-01"),
        Column("afspraak_code", C, CODE_NOTE, True, example="BES-01"),
        Column("naam", T, N_("What is counted or measured."), True, width=36,
               example="opgeleverde woningen"),
        Column("eenheid", T, N_("The unit, such as aantal or %. Only for yes or no it may be "
                                "empty."), example="aantal"),
        Column("decimalen", Holds.WHOLE, N_("How many decimals are shown: 0 to 4."), example="0"),
        Column("richting", Holds.CHOICE, N_("Which way is good."), True,
               words=vocabulary.DIRECTIONS, example="omhoog"),
        Column("optellend", Holds.YES_NO, N_("Whether it adds up through the year. With omlaag it "
                                             "is a maximum."), example="ja"),
        Column("nul_waarde", N, N_("The value at the beginning."), example="0"),
        Column("nul_datum", D, N_("The day of the value at the beginning."), example="2025-12-31"),
        Column("doel_waarde", N, N_("The value to reach."), example="60"),
        Column("doel_datum", D, N_("The day on which it must be reached."), True,
               example="2026-12-31"),
        Column("ondergrens", N, N_("With tussen: the lowest value that is good.")),
        Column("bovengrens", N, N_("With tussen: the highest value that is good.")),
        Column("pad", Holds.CHOICE, N_("The way to the goal. With schema the sheet Tussendoelen "
                                       "has its steps."), words=vocabulary.PATHS, example="schema"),
        Column("marge_procent", N, N_("How far behind is still no failure, as a part of the whole "
                                      "way."), example="10"),
        Column("marge_vast", N, N_("How far behind is still no failure, as a number. It goes "
                                   "before marge_procent.")),
        Column("frequentie", Holds.CHOICE, N_("How often is measured. It decides how old a "
                                              "measurement may be."),
               words=vocabulary.FREQUENCIES, example="kwartaal"),
        Column("bron", T, N_("Where the numbers come from."), True, width=28,
               example="opleverlijst"),
        Column("norm_artikel", T, N_("The article that asks for it.")),
    ),
    ("indicator_code",),
    "naam",
)  # fmt: skip

STEPS = SheetKind(
    Key.STEPS,
    N_("The steps of a schedule, one a row."),
    (
        Column("indicator_code", C, INDICATOR_NOTE, True, example="BES-01"),
        Column("datum", D, N_("The day of the step."), True, example="2026-07-01"),
        Column("waarde", N, N_("The value that is expected on that day."), True, example="18"),
    ),
    ("indicator_code", "datum"),
    "waarde",
)

MEASUREMENTS = SheetKind(
    Key.MEASUREMENTS,
    N_("What was measured, one value a row. Another value for the same day is a correction; the "
       "old value stays visible."),
    (
        Column("indicator_code", C, INDICATOR_NOTE, True, example="BES-01"),
        Column("meetdatum", D, N_("The day for which the value holds."), True,
               example="2026-07-01"),
        Column("waarde", Holds.MEASURED, N_("The value. With ja-nee: ja, when it was done on that "
                                            "day."), True, example="18"),
        Column("bron", T, N_("Where the number comes from."), True, width=28,
               example="opleverlijst"),
        Column("brondatum", D, N_("The day of the source.")),
        Column("voorlopig", Holds.YES_NO, N_("Whether the value may still change."),
               example="nee"),
        Column("opmerking", T, N_("What there is to say about it."), width=36),
    ),
    ("indicator_code", "meetdatum"),
    "waarde",
)  # fmt: skip

INPUTS = SheetKind(
    Key.INPUTS,
    N_("What tenants asked and what became of it. Without names, addresses and phone numbers."),
    (
        Column("inbreng_code", C, N_("The number of the question."), True, example="INB-01"),
        Column("datum", D, N_("The day on which it was asked."), True, example="2026-03-09"),
        Column("kanaal", Holds.CHOICE, N_("How it was asked."), True,
               words=vocabulary.CHANNELS, example="enquête"),
        Column("tekst", T, N_("What was asked, without who asked it."), True, width=48,
               example="Laat ons meedenken over de plattegronden."),
        Column("thema_code", C, N_("The code of the theme."), example="BES"),
        Column("wijk", T, N_("The district or complex.")),
        Column("besluit", Holds.CHOICE, N_("What was decided."), words=vocabulary.DECISIONS,
               example="overgenomen"),
        Column("reden", T, N_("Why. Only with overgenomen it may be empty."), width=36),
        Column("antwoord_datum", D, N_("The day of the answer."), example="2026-04-02"),
        Column("afspraak_code", Holds.CODES, N_("The agreement that it is about; more than one "
                                                "with commas."), example="BES-01"),
        Column("teruggekoppeld_op", D, N_("The day on which tenants heard the answer.")),
    ),
    ("inbreng_code",),
    "tekst",
)  # fmt: skip

SHEETS = (AGREEMENTS, COMMITMENTS, INDICATORS, STEPS, MEASUREMENTS, INPUTS)
README = "Lees mij"


def kind_named(name: str) -> SheetKind | None:
    """The sheet with this name; None for another."""
    return next((sheet for sheet in SHEETS if fold(sheet.name) == fold(name)), None)
