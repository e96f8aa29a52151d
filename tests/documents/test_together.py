"""What stays on one line of a paper."""

from __future__ import annotations

import pytest

from desktop.documents.flowables import text
from desktop.documents.together import together


@pytest.mark.parametrize(
    "words",
    [
        "10~december~2026", "25~nov", "1~July~2026", "70~%", "83~procent", "19.30~uur", "€~12",
        "artikel~5,~lid~1, onder~b", "0500~–~00~00~05", "12 decoraties", "Wijk 3 en 4",
        "Op die dag kregen alle huurders het voorstel. Dat zeiden~zij.",
    ],
)  # fmt: skip
def test_a_number_stays_with_what_it_counts_and_no_short_word_alone(words: str) -> None:
    assert together(words.replace("~", " ")) == words.replace("~", "\xa0")


@pytest.mark.parametrize(
    ("width", "lines"), [(200, ["27\xa0september\xa02026"]), (75, ["27 september", "2026"])]
)
def test_in_a_column_that_is_too_narrow_it_breaks_between_words(
    width: float, lines: list[str]
) -> None:
    words = text("27 september 2026")
    words.wrap(width, 100)
    assert [" ".join(line) for _room, line in words.blPara.lines] == lines
