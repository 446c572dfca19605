import re

from hypothesis import given
from hypothesis import strategies as st

from communique.reading.wordlist import one_of

words = st.lists(st.text("ab c", min_size=1, max_size=5), min_size=1, max_size=12)


@given(words, st.text("ab c", max_size=30))
def test_the_pattern_finds_what_all_words_side_by_side_find(listed, text):
    side_by_side = "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))
    assert re.findall(one_of(listed), text) == re.findall(side_by_side, text)
