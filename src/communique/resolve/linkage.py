"""Average linkage: rows joined to groups, the likest first, until none are like enough on average."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence


def average_linkage(
    weights: Sequence[int], likeness: Mapping[tuple[int, int], float], threshold: float
) -> list[list[int]]:
    """Groups of row numbers, each ascending, in the order of their first rows.

    likeness is of pairs (smaller, larger); a pair that is not there is 0. weights say how often each row stands.
    Of equally like pairs the one with the smallest numbers is joined first, so that the result is one.
    """
    groups = {row: [row] for row in range(len(weights))}
    size = dict(enumerate(weights))
    # Sums of likeness over all pairs of two groups; their mean is the sum by the product of the sizes.
    sums: dict[int, dict[int, float]] = {row: {} for row in groups}
    for (one, two), value in likeness.items():
        sums[one][two] = sums[two][one] = value * size[one] * size[two]
    heap = [(-value, one, two, size[one] + size[two]) for (one, two), value in likeness.items() if value >= threshold]
    heapq.heapify(heap)
    while heap:
        _, one, two, total = heapq.heappop(heap)
        if one not in groups or two not in groups or size[one] + size[two] != total:
            continue
        groups[one] += groups.pop(two)
        size[one] += size.pop(two)
        for other, value in sums.pop(two).items():
            sums[other].pop(two)
            if other != one:
                sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + value
        for other, value in sums[one].items():
            mean = round(value / (size[one] * size[other]), 9)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(one, other), max(one, other), size[one] + size[other]))
    return [sorted(rows) for _, rows in sorted(groups.items())]
