# ruff: noqa: E501 - sentences of articles stay whole
"""Where checks must say nothing. All texts written for communique."""

import pytest

import communique

HEAD = "Published: 5 March 2025\n\n"


def kinds(text: str) -> list[str]:
    return [row.kind for row in communique.read_text(text).checks or ()]


@pytest.mark.parametrize(
    "text",
    [
        "In 2016 the then Foreign Minister Wang Yi told President Barack Obama about it, an aide recalled.",
        "Aides of former President Barack Obama met Chinese Foreign Minister Wang Yi in Beijing on Tuesday.",
        "As early as 2013, Chinese Premier Li Keqiang had visited Moscow.",
        "The late Chinese Premier Li Keqiang signed the agreement with Prime Minister Dmitry Medvedev.",
        "President-elect Karol Nawrocki called Ukrainian President Volodymyr Zelensky on Monday.",
    ],
    ids=["then", "former", "year", "late", "elect"],
)
def test_a_title_of_another_time_is_no_complaint(text):
    assert kinds(HEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping will meet Vladimir Putin in Moscow on 9 May 2025, the Kremlin said.",
        "The ministers signed a plan that expires on 31 December 2027.",
        "Lavrov said on Tuesday that the talks were due on 12 March 2025 in Moscow.",
    ],
)
def test_what_is_to_come_is_no_date_after_publication(text):
    assert kinds(HEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Biden and Xi met in Woodside, California, at the APEC summit in San Francisco in November 2023.",
        "The pope received him at the Apostolic Palace in Rome, the Vatican said.",
        "She spoke at the UN headquarters in Geneva on Monday.",
        "The Kremlin said in Beijing that the talks went well, and the White House in a statement agreed.",
        "He will travel to Paris, Germany and Italy, and to Moscow, Russia and Belarus being allies.",
    ],
)
def test_places_printed_for_one_another_are_no_conflict(text):
    assert kinds(HEAD + text) == []


def test_another_edition_may_be_recalled():
    assert kinds("Published: 2 September 2025\n\nModi last met Xi at the SCO summit in Astana, an official said.") == []
    assert kinds("Published: 2 September 2025\n\nThe extraordinary BRICS summit in Moscow was held online.") == []


def test_a_weekday_range_and_a_stamp_are_no_mismatch():
    assert kinds(HEAD + "Wang Yi visited Moscow on Monday and Tuesday, 3-4 March 2025.") == []
    assert kinds(HEAD + "The talks were held on Tuesday, 4 March 2025 in Riyadh.") == []


def test_around_a_change_of_membership_either_number_is_right():
    for number in ("31", "32"):
        assert kinds(f"Published: 8 March 2024\n\nThe {number}-member NATO welcomed the decision.") == []


def test_a_shorter_label_is_no_contradiction():
    text = (
        "China and Russia are strategic partners; their comprehensive strategic partnership of coordination is stable."
    )
    assert kinds(HEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trade between China and Russia reached 245 billion dollars in 2024, officials said.",
        "Trade between China and Russia reached over 240 billion dollars in 2024, officials said.",
        "Chinese exports to Russia reached 115 billion dollars in 2024, officials said.",
        "Trade between China and Russia is to reach 300 billion dollars in 2024, officials had hoped; it will.",
        "Trade between China and the United States was 582 billion dollars in 2024 by American count.",
        "China-Russia trade was worth 1.74 trillion yuan in 2024.",
        "China has been Russia's largest trading partner for 15 consecutive years.",
    ],
    ids=["rounded", "over", "exports", "aim", "reporter", "yuan", "streak"],
)
def test_a_figure_that_may_be_right_is_no_conflict(text):
    assert kinds(HEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 the two had celebrated the 70th anniversary of diplomatic relations between China and Russia.",
        "Next year marks the 76th anniversary of diplomatic relations between China and India, an official said.",
        "The 50th anniversary of diplomatic relations between China and Britain is celebrated this year.",
        "Their friendship has lasted for more than 50 years of diplomatic relations.",
    ],
    ids=["year", "next", "two dates", "more than"],
)
def test_an_anniversary_of_another_year_is_no_mismatch(text):
    assert kinds(HEAD + text) == []


def test_a_label_that_is_about_to_be_given_is_no_conflict():
    text = "Putin and Pezeshkian will sign a treaty on a comprehensive strategic partnership between Russia and Iran on Friday."
    assert kinds("Published: 13 January 2025\n\n" + text) == []


def test_business_news_about_loans_has_no_injected_text():
    text = "Banks offer what sounds like a payday loan. Customers like it, analysts say, and rates have fallen since spring."
    assert kinds(HEAD + text) == []


def test_an_article_without_a_day_has_no_check_of_titles():
    assert kinds("Chinese Foreign Minister Qin Gang held talks with Russian Foreign Minister Sergey Lavrov.") == []


def test_nothing_in_a_language_that_is_not_read():
    text = "Le président chinois Xi Jinping a rencontré le président russe Vladimir Poutine à Pékin mardi. " * 3
    assert communique.read_text(text).checks is None
