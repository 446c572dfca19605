from __future__ import annotations

import pytest

from communique.article.build import read_article
from communique.article.language import language_of
from communique.knowledge.base import default
from communique.model.article import Article, Source

FRENCH = "Le ministre a rencontré son homologue mercredi à Genève. Les deux parties ont décidé de rouvrir la frontière."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Geneva on Tuesday and agreed to meet again.", "en"),
        ("Xi met Putin in Beijing.", "en"),
        ("MINISTERS AGREE TO REOPEN THE CROSSING IN MAY", "en"),
        (FRENCH, "fr"),
        (
            "El ministro se reunió con su homóloga en Ginebra y acordaron abrir la frontera en mayo, dijo el portavoz.",
            "es",
        ),
        ("Министры встретились во вторник в Женеве и договорились открыть границу в мае, сообщил представитель.", "ru"),
        ("Der Außenminister traf am Dienstag seine Amtskollegin und beide beschlossen, die Grenze zu öffnen.", "de"),
        ("", None),
        ("12.5 – 14", None),
    ],
)
def test_the_language_of_a_text(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["Ruto, Xi", "Nguyen Van Thieu", "Zelenskyy–Duda"])
def test_a_few_names_do_not_make_a_text_foreign(text: str) -> None:
    assert language_of(text) in ("en", None)


def test_a_text_in_another_language_says_why_it_is_not_read() -> None:
    result = read_article(Source(f"Genève : la frontière rouvrira en mai\n\n{FRENCH}\n".encode()), default())
    assert isinstance(result, Article)
    assert result.language == "fr" and result.unread is not None and "fr" in result.unread
    assert result.body and result.title == "Genève : la frontière rouvrira en mai"


@pytest.mark.parametrize("text", ["两国外长在日内瓦举行会谈，双方同意明年五月重开边境口岸。", "外长会谈"])
def test_chinese_is_known_by_its_characters(text: str) -> None:
    assert language_of(text) == "zh"


def test_japanese_is_not_taken_for_chinese() -> None:
    assert language_of("両国の外相は火曜日にジュネーブで会談し、来年五月に国境を再開することで合意しました。") == "ja"
