from __future__ import annotations

import pytest

from communique.article.decode import Decoded, decode, document_id
from communique.model.article import Source
from communique.model.reading import Failure

TEXT = "Élysée talks: the minister said “we agree” – on Tuesday."


def read(data: bytes, **more: int) -> Decoded:
    result = decode(Source(data), **more)
    assert isinstance(result, Decoded), result
    return result


def refused(data: bytes, **more: int) -> Failure:
    result = decode(Source(data, "x.txt"), **more)
    assert isinstance(result, Failure)
    assert result.path == "x.txt" and result.id == document_id(data) and result.message and result.mend
    return result


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"], ids=str
)
def test_the_character_set_is_found(codec: str) -> None:
    long = (TEXT + " Both sides will meet again in the autumn, she added. ") * 4
    assert read(long.encode(codec)).text == long


def test_utf8_is_handed_on_unchanged_line_ends_and_all() -> None:
    text = "one\r\ntwo\n\n  three\u00a0\u200f\u0645\u0631\u062d\u0628\u0627 e\u0301\n"
    assert read(text.encode()) == Decoded(text)


def test_a_declared_character_set_is_taken_before_any_guess() -> None:
    page = f"<meta charset='windows-1251'><p>{'Встреча министров прошла в Москве. ' * 3}</p>"
    assert "Встреча" in read(page.encode("cp1251")).text


def test_latin1_is_read_as_browsers_read_it() -> None:
    page = f"<meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>{TEXT}</p>"
    assert "“we agree”" in read(page.encode("cp1252")).text


def test_a_guess_is_reported() -> None:
    assert read(TEXT.encode("cp1252")).mended == ("read as cp1252",)


def test_text_decoded_twice_is_mended_and_reported() -> None:
    broken = "The minister said â€œwe agreeâ€\u009d in MÃ¼nchen.\nA clean line.\n"
    result = read(broken.encode())
    assert result.text == "The minister said “we agree” in München.\nA clean line.\n"
    assert len(result.mended) == 1


@pytest.mark.parametrize("text", ["Â is a letter.", "São Tomé, Çeşme, Ångström – “quoted”.", "Ã la carte", TEXT])
def test_sound_text_with_rare_letters_is_left_alone(text: str) -> None:
    assert read(text.encode()) == Decoded(text)


def test_cut_characters_do_not_turn_utf8_into_another_set() -> None:
    data = ("“Öl und Gäste” " * 50).encode()[:-3] + b"\xe2\x80"
    result = read(data)
    assert "Gäste" in result.text and result.mended == ("2 undecodable characters replaced",)


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \n"], ids=repr)
def test_nothing_in_it_is_empty(data: bytes) -> None:
    assert refused(data).kind == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 obj",
        b"PK\x03\x04zip",
        b"\x89PNG\r\n\x1a\nxx",
        b"GIF89a...",
        b"\x1f\x8b\x08abc",
        b"Talks\0were held.",
        b"\0\0\0",
        bytes(range(1, 32)) * 30,
    ],
    ids=lambda data: repr(data[:6]),
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    assert refused(data).kind == "binary"


def test_over_the_limit_is_too_large() -> None:
    assert refused(b"x" * 11, max_bytes=10).kind == "too_large"
    assert read(b"x" * 10, max_bytes=10).text == "x" * 10


def test_the_id_is_the_digest_of_the_bytes() -> None:
    assert document_id(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("name", ["Macrôn", "Şahin and Peña", "Müller–Løvås"])
def test_a_few_western_letters_are_never_those_of_an_old_terminal(name: str) -> None:
    text = f"The minister received {name} in the harbour office and spoke of the ferry."
    data = text.encode("cp1252", "replace")
    assert read(data).text == data.decode("cp1252")


def test_a_short_page_in_another_script_is_guessed() -> None:
    assert "Встреча" in read(("<p>menu</p>" * 40 + "Встреча министров прошла в Москве").encode("cp1251")).text


def test_a_text_longer_than_any_article_is_refused_with_a_mend() -> None:
    from communique.article.build import MAX_CHARS, read_article
    from communique.knowledge.base import default
    from communique.model.article import Source
    from communique.model.reading import Failure

    result = read_article(Source(b"word " * (MAX_CHARS // 5 + 1), "long.txt"), default())
    assert isinstance(result, Failure)
    assert (result.kind, result.mend) == ("too_large", "cut it into single articles")


def test_broken_bytes_between_english_words_are_no_russian() -> None:
    assert (
        refused(b"Macron \xff\xfe\x81 met \xc3\x28\x90 Scholz \xff\xfe\x8d in \xc3\x28 Paris. " * 9).kind == "encoding"
    )


def test_undeclared_russian_is_still_read() -> None:
    text = "Президент прибыл в Осло и провёл переговоры с премьер-министром о торговле и рыболовстве. " * 5
    assert "переговоры" in read(text.encode("cp1251")).text
