"""Numbers and amounts as they are printed: `240.1 billion`, `over 20 agreements`."""

from __future__ import annotations

SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))


def spoken(value: int | float) -> str:
    """A number as it is printed: `240.1 billion`, `1,200`, `26.3`."""
    size = abs(value)
    for name, scale in SCALES:
        if size >= scale:
            return f"{value / scale:.6f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,}" if isinstance(value, int) or not float(value).is_integer() else f"{int(value):,}"


def spoken_key(key: str) -> str:
    """The key of an amount as it is printed: `over 240.1 billion USD`; words stay as they are."""
    return " ".join(_spoken_part(part) for part in key.split(" "))


def _spoken_part(part: str) -> str:
    ends = part.lstrip("-").split("-")
    try:
        numbers = [float(end) for end in ends]
    except ValueError:
        return part
    shown = "-".join(spoken(int(number) if number.is_integer() else number) for number in numbers)
    return f"-{shown}" if part.startswith("-") else shown
