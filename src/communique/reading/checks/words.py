"""How checks say things: days, ordinals and lists in plain English."""

from __future__ import annotations

from communique.model.dates import PartialDate

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day(date: PartialDate) -> str:
    """A partial date as it is said: "2 September 2025", "September 2025", "2025"."""
    parts = [str(date.day)] if date.day else []
    return " ".join([*parts, *([MONTHS[date.month - 1]] if date.month else []), str(date.year)])


def days(first: PartialDate | None, last: PartialDate | None) -> str:
    """A stretch of days: "31 August to 1 September 2025"; "" where none is known."""
    if first is None:
        return ""
    if last is None or last == first:
        return day(first)
    if first.year == last.year and first.month == last.month and first.day and last.day:
        return f"{first.day} to {day(last)}"
    if first.year == last.year and first.day and first.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def ordinal(number: int) -> str:
    """ "1st", "22nd", "13th"."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
