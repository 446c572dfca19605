"""Amounts: numbers as they are compared across articles, and why two right ones may differ."""

from __future__ import annotations

from dataclasses import dataclass

from communique.knowledge.spoken import spoken, spoken_key
from communique.model.reading import Bound, Number, Quantity

__all__ = ["NEAR", "Amount", "agree", "amount_of", "plain", "rounded", "spoken", "spoken_key"]

_THOUSANDS = (10**12, 10**9, 10**6, 10**3)
"""The scales in which large numbers are printed: "240.1 billion" is exact to a tenth of one."""
NEAR = 0.05
"""Two numbers that lie no further apart may be one measured at two times; not used to call them equal."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, the end of its range (None for one number), its bound, and whether it is a change."""

    value: Number
    unit: str | None = None
    upper: Number | None = None
    bound: Bound | None = None
    growth: str | None = None

    @property
    def key(self) -> str:
        """The amount as a value of the record: `over 20 agreement`, `240100000000 USD`, `rose 26.3 percent`."""
        number = f"{plain(self.value)}-{plain(self.upper)}" if self.upper is not None else plain(self.value)
        return " ".join(part for part in (self.growth, self.bound, number, self.unit) if part)

    @property
    def least(self) -> float:
        """The least that it can stand for, by its words."""
        return float("-inf") if self.bound == "under" else float(self.value)

    @property
    def most(self) -> float:
        """The most that it can stand for."""
        return float("inf") if self.bound == "over" else float(self.upper if self.upper is not None else self.value)


def amount_of(row: Quantity | None) -> Amount | None:
    """A quantity of a commitment as an amount."""
    return None if row is None else Amount(row.value, row.unit, bound=row.bound)


def plain(value: Number) -> str:
    """A number in digits, without a fraction that says nothing."""
    return str(int(value)) if float(value).is_integer() else repr(value)


def agree(a: Amount, b: Amount) -> bool:
    """Whether both can be right as they are printed: equal, or one within what the other leaves open.

    What is counted may have two names ("officers", "agents"); currencies and shares are never each other's.
    """
    if a.growth != b.growth or (a.unit != b.unit and not (is_noun(a.unit) and is_noun(b.unit))):
        return False
    return a.least <= b.most and b.least <= a.most


def is_noun(unit: str | None) -> bool:
    """Whether a unit is the noun that is counted, and no currency's code, share or measure."""
    return unit is not None and unit != "percent" and not (len(unit) == 3 and unit.isupper())


def rounded(a: Amount, b: Amount) -> bool:
    """Whether one of two amounts in one unit is the other, printed less exactly."""
    if (a.unit, a.growth) != (b.unit, b.growth):
        return False
    return abs(float(a.value) - float(b.value)) <= max(_exact_to(a), _exact_to(b)) / 2 * (1 + 1e-9)


def _exact_to(amount: Amount) -> float:
    """The worth of the last digit that is printed, in the scale in which such numbers are."""
    size = abs(float(amount.value))
    scale = next((scale for scale in _THOUSANDS if size >= scale), 1)
    _, _, decimals = f"{size / scale:.6f}".rstrip("0").partition(".")
    exact = float(scale) / float(10 ** len(decimals))
    # "About 240 billion" leaves open what two digits leave open.
    return max(exact, size * NEAR) if amount.bound == "about" else exact
