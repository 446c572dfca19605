"""Partial dates: a year, a month or a day, never filled up beyond what is known."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as it is known: `2024`, `2024-10` or `2024-10-02`.

    month and day are None where they are not known; a day without a month cannot be built.
    Raises ValueError where there is no such date.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"no such year: {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
        else:
            datetime.date(self.year, self.month, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2024`, `2024-10` or `2024-10-02`; raises ValueError on anything else."""
        parts = text.split("-")
        if not (1 <= len(parts) <= 3 and len(parts[0]) == 4 and all(p.isascii() and p.isdigit() for p in parts)):
            raise ValueError(f"not a date (want YYYY, YYYY-MM or YYYY-MM-DD): {text!r}")
        return cls(*map(int, parts))

    @classmethod
    def of(cls, date: datetime.date) -> PartialDate:
        """The full date of a calendar day."""
        return cls(date.year, date.month, date.day)

    @property
    def exact(self) -> datetime.date | None:
        """The calendar day; None where only a month or a year is known."""
        if self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    @property
    def first(self) -> datetime.date:
        """The first calendar day that it may stand for."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last calendar day that it may stand for."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def precision(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return 1 + (self.month is not None) + (self.day is not None)

    def agrees(self, other: PartialDate) -> bool:
        """Whether one refines the other: `2024` agrees with `2024-10-02`."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        return all(a is None or b is None or a == b for a, b in zip(mine, theirs, strict=True))
