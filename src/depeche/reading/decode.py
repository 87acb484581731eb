"""Bytes to text: which encoding, and whether it is text at all."""

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from depeche.errors import NotText, WrongEncoding

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that are often handed in by mistake, and what they are.
_MAGIC = (
    (b"%PDF", "a PDF; extract its text first (pdftotext)"),
    (b"{\\rtf", "an RTF file; save it as plain text"),
    (b"PK\x03\x04", "an archive or office document; save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as plain text"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"BZh", "compressed; unpack it first"),
    (b"\xfd7zXZ", "compressed; unpack it first"),
    (b"7z\xbc\xaf", "an archive; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_SINGLE_BYTE = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_SAMPLE = 200_000
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""")
_PUNCTUATION = frozenset("«»“”„’‘‚–—…€•·°§\u00a0ªº©®™¿¡½£¹²³†")
_HARMLESS = frozenset("\t\n\r\f\v\x1b\x1a")


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the name of its encoding; a byte order mark belongs to the encoding.

    Raises NotText for binary data and WrongEncoding where nothing fits.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise NotText(f"not a text but {what}")
    found = _unicode(data) or _declared(data)
    if _binary(found[0] if found else data[:_SAMPLE].decode("latin-1")):
        raise NotText("not a text: too many control characters")
    return found or _single_byte(data)


def _unicode(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _strict(data[: len(data) // 2 * 2], wide)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _mostly_utf8(data, error)


def _strict(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise WrongEncoding(f"marked as {encoding}, but {error.reason} at byte {error.start}") from error


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is zero."""
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, str] | None:
    """UTF-8 with a few broken characters: each of these becomes U+FFFD."""
    text = data.decode("utf-8", "replace")
    good = sum(1 for character in text if "\x7f" < character != "\ufffd")
    bad = text.count("\ufffd")
    cut_off = bad == 1 and error.start >= len(data) - 3 and good > 0
    return (text, "utf-8") if cut_off or good > 20 * bad else None


def _declared(data: bytes) -> tuple[str, str] | None:
    """The encoding that a page declares in its head, if it fits the bytes."""
    found = _DECLARED.search(data[:2048]) if b"<" in data[:2048] else None
    if not found:
        return None
    try:
        encoding = codecs.lookup(found.group(1).decode("ascii")).name
        return data.decode(encoding), encoding
    except (LookupError, UnicodeDecodeError):
        return None


def _single_byte(data: bytes) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    if sum(byte >= 0x80 for byte in sample) > sum(chr(byte).isalpha() for byte in sample if byte < 0x80):
        return _guess(data)  # no Latin alphabet has more accented letters than plain ones
    best, best_score = "", float("-inf")
    for encoding in _SINGLE_BYTE:
        score = _plausible(sample, encoding)
        if score > best_score:
            best, best_score = encoding, score
    if best_score < 0:
        return _guess(data)
    if best == "cp1252" and not any(0x80 <= byte <= 0x9F for byte in data):
        best = "iso8859-1"
    try:
        return data.decode(best), best
    except UnicodeDecodeError:
        return _guess(data)


def _plausible(sample: bytes, encoding: str) -> float:
    """How much the characters beyond ASCII look like letters inside words and quotation marks."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return float("-inf")
    score = 0.0
    for before, character in zip(" " + text, text, strict=False):
        if character > "\x7f":
            score += _worth(before, character)
    return score


def _worth(before: str, character: str) -> float:
    if character in _PUNCTUATION:
        # A sign right after a small letter is a letter read wrongly, but for closing marks and apostrophes.
        return -1 if before.islower() and character in "¡¿½£¹²³†ªº™®" else 0.5
    name = unicodedata.category(character)
    if name == "Ll":
        plain = unicodedata.decomposition(character)[:4] in (
            "0061",
            "0063",
            "0065",
            "0069",
            "006E",
            "006F",
            "0075",
        )
        return 1 if plain or character in "œæßøåł" else -0.5
    if name == "Lu":
        return -1 if before.islower() else 0.6
    return -2


def _guess(data: bytes) -> tuple[str, str]:
    """The last resort, for scripts other than Latin."""
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise WrongEncoding("no known encoding fits; convert the file to UTF-8")
    try:
        return data.decode(best.encoding), best.encoding
    except UnicodeDecodeError as error:
        raise WrongEncoding("no known encoding fits; convert the file to UTF-8") from error


def _binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(1 for character in sample if character < " " and character not in _HARMLESS)
    return controls > 8 and controls > 0.02 * len(sample)
