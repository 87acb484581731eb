import pytest

from depeche.errors import NotText, WrongEncoding
from depeche.reading.decode import decode

FRENCH = (
    "À l'issue de l'entretien, le ministre a dénoncé « la dérive » du régime : « Nous ne céderons pas », "
    "a-t-il déclaré à Nîmes. Où est passé l'été ? Un cœur léger, ça ne s'achète pas."
)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
        ("iso8859-15", "iso8859-15"),
        ("mac-roman", "mac-roman"),
    ],
)
def test_text_is_decoded_and_its_encoding_named(encoding, name):
    assert decode(FRENCH.encode(encoding)) == (FRENCH, name)


def test_dos_text_is_decoded():
    plain = "Le président a été reçu à Genève par le ministre, où il a déclaré la trêve."
    assert decode(plain.encode("cp850")) == (plain, "cp850")


def test_latin_1_is_told_from_cp1252_by_its_bytes():
    plain = "Le président a été reçu à Genève"
    assert decode(plain.encode("latin-1")) == (plain, "iso8859-1")


def test_curly_quotes_of_windows_are_kept():
    plain = "L’accord, “historique”, a été signé – enfin…"
    assert decode(plain.encode("cp1252")) == (plain, "cp1252")


def test_line_ends_are_kept():
    assert decode(b"a\r\nb\rc\n")[0] == "a\r\nb\rc\n"


def test_a_text_cut_inside_a_character_is_still_utf8():
    text, encoding = decode("Le président a été reçu à Genèvé".encode()[:-1])
    assert encoding == "utf-8"
    assert text == "Le président a été reçu à Genèv\ufffd"


def test_the_declared_encoding_of_a_page_is_used():
    page = '<html><head><meta charset="windows-1251"></head><body>Москва</body></html>'
    assert decode(page.encode("cp1251"))[0] == page


def test_other_scripts_are_guessed():
    russian = "Министр иностранных дел России провёл переговоры с коллегой из Казахстана. " * 5
    assert decode(russian.encode("cp1251"))[0] == russian


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"GIF89a....",
        b"PK\x03\x04....",
        b"\x1f\x8b\x08\x00",
        b"\x7fELF\x02\x01\x01\x00",
        b"\x00" * 1000,
        bytes(range(32)) * 20,
    ],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(NotText):
        decode(data)


def test_a_false_byte_order_mark_is_refused():
    with pytest.raises(WrongEncoding, match="utf-8-sig"):
        decode(b"\xef\xbb\xbf\xff\xfe abc")
