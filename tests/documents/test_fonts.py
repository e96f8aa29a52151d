"""Inter draws most names; what it lacks is seen to be missing."""

from desktop.documents.fonts import REGULAR, fitted, fitted_first, printable, shrunk


def test_names_of_europe_come_out_as_written():
    for name in ("Çelik Şahin", "Łukasz Żółć", "Nguyễn", "Олена Коваленко", "Γιώργος", "O’Brien"):
        assert printable(name) == name


def test_a_letter_that_the_font_lacks_becomes_an_open_square():
    assert printable("مريم") == "□□□□"
    assert printable("Anna 😀") == "Anna □"


def test_letters_with_a_loose_accent_are_joined():
    assert printable("Rene\u0301") == "René"


def test_what_has_no_shape_of_its_own_is_left_out():
    assert printable("a\u202eb\u200dc\x00d") == "abcd"


def test_line_ends_become_spaces():
    assert printable("een\ntwee\tdrie") == "een twee drie"


def test_a_line_that_does_not_fit_is_cut_off_with_a_mark():
    shown = fitted("Een heel lange naam van een corporatie", REGULAR, 10, 80)
    assert shown.endswith("…")
    assert shown[:8] == "Een heel"


def test_of_a_long_line_the_title_is_cut_and_the_day_behind_it_is_whole():
    shown = fitted_first("Een heel lange titel · gemaakt op 30-11-2026", REGULAR, 10, 200)
    assert shown.startswith("Een heel")
    assert shown.endswith("… · gemaakt op 30-11-2026")


def test_a_long_title_is_set_smaller_until_it_can_hardly_be_read():
    title = "Renovatie Burgemeester Van Heemstralaan"
    assert 12 < shrunk(title, REGULAR, 22, 300, 12) < 22
    assert shrunk(title, REGULAR, 22, 30, 12) == 12
    assert shrunk("Kort", REGULAR, 22, 300, 12) == 22


def test_a_line_that_fits_is_left_as_it_is():
    assert fitted("Kort", REGULAR, 10, 80) == "Kort"
