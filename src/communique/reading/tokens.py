"""The parse of a sentence as plain tokens.

spaCy makes a token anew whenever it is asked for, and its children with it; the readers of an article ask 10,000 times
for its 600 tokens. Here each is made once and holds what the readers ask for, under spaCy's names.
"""

from __future__ import annotations

from bisect import bisect_right
from unicodedata import category

from spacy.tokens import Doc as Parse


class Token:
    """One token of a sentence: its words, tag, dependency and place in the tree.

    i is its index in the sentence, idx the character at which it starts. head is the token itself at a root. children
    are in text order; the edges are the first and last token of all that hangs on it.
    """

    __slots__ = ("children", "dep_", "doc", "head", "i", "idx", "left_edge", "lower_", "right_edge", "tag_", "text")

    def __init__(self, doc: Doc, i: int, idx: int, text: str, tag: str, dep: str) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.tag_ = tag
        self.dep_ = dep
        self.head = self.left_edge = self.right_edge = self
        self.children: list[Token] = []

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """Itself and all that hangs on it, in the order of the tree (that of the text, where no branches cross)."""
        out, waiting = [], [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                out.append(token)
                continue
            waiting += [(child, False) for child in reversed(token.rights)]
            waiting.append((token, True))
            waiting += [(child, False) for child in reversed(token.lefts)]
        return out

    @property
    def sentence_start(self) -> int:
        """The index of the first token of its sentence, where the parser saw several in one."""
        return self.doc.breaks[bisect_right(self.doc.breaks, self.i) - 1]

    @property
    def is_space(self) -> bool:
        """Whether it is white space alone."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters alone."""
        return self.text.isalpha()

    def nbor(self, by: int) -> Token:
        """The token so many after it (before it, below 0). Raises IndexError where there is none."""
        if self.i + by < 0:
            raise IndexError(by)
        return self.doc[self.i + by]

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other token hangs on it, at whatever distance."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


class Doc(list[Token]):
    """The tokens of one parsed sentence. Two are the same only where they are one.

    breaks are the indexes at which the parser saw a sentence begin; 0 is one of them.
    """

    __slots__ = ("breaks", "length", "starts")
    __hash__ = object.__hash__  # type: ignore[assignment]

    def __init__(self, text: str, parse: Parse) -> None:
        rows = parse.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD", "SENT_START"])
        starts, lengths, tags, deps, distances, breaks = rows.astype("int64").T.tolist()
        strings = parse.vocab.strings
        names = {number: strings[number % 2**64] for number in {*tags, *deps}}
        super().__init__(
            Token(self, i, start, text[start : start + length], names[tag], names[dep])
            for i, (start, length, tag, dep) in enumerate(zip(starts, lengths, tags, deps, strict=True))
        )
        self.starts: list[int] = starts
        self.length = len(text)
        self.breaks = [0, *(i for i, start in enumerate(breaks) if start == 1 and i)]
        self._join([i + distance for i, distance in enumerate(distances)])

    def _join(self, heads: list[int]) -> None:
        left, right = list(range(len(heads))), list(range(len(heads)))
        # The first to come upon a head from the left is its left edge: the way up ends where one was before.
        for i, head in enumerate(heads):
            while left[head] > i:
                left[head] = i
                head = heads[head]
        for i in range(len(heads) - 1, -1, -1):
            head = heads[i]
            while right[head] < i:
                right[head] = i
                head = heads[head]
        for token, head, first, last in zip(self, heads, left, right, strict=True):
            if head != token.i:
                token.head = self[head]
                token.head.children.append(token)
            if first != last:
                token.left_edge, token.right_edge = self[first], self[last]

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def covered(self, start: int, end: int) -> range | None:
        """The indexes of the tokens that these characters touch; None where they are not all of the sentence."""
        if not (0 <= start < self.length and 0 < end <= self.length):
            return None
        first = bisect_right(self.starts, start) - 1
        if start == self.starts[first] + len(self[first]):
            first += 1
        return range(first, bisect_right(self.starts, end - 1))

    def root(self, first: int, last: int) -> Token:
        """The highest token of a stretch (both ends inclusive), the first one of several."""
        inside = self[first : last + 1]
        tops = [t for t in inside if not (first <= t.head.i <= last) or t.head is t]
        return next((t for t in tops if t.head is t), None) or min(tops, key=_depth, default=self[first])


def _depth(token: Token) -> int:
    if not token.children and (token.is_space or all(category(character)[0] == "P" for character in token.text)):
        return len(token.doc) - 1  # no head of a stretch where there is a better one
    steps = 0
    while token.head is not token:
        token, steps = token.head, steps + 1
    return steps
