"""Blocks: the parts of an article that are read for facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.article import Article
from communique.model.span import Span

BlockRole = Literal["title", "standfirst", "caption", "body"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the body, or the title, standfirst or a caption; sentences never cross blocks."""

    span: Span
    role: BlockRole


def blocks(article: Article) -> tuple[Block, ...]:
    """What is read of an article, in text order: its body, its title (once), standfirst and captions."""
    out = [Block(span, "body") for span in article.body]
    if article.title_span is not None:
        out.append(Block(article.title_span, "title"))
    for row in article.furniture:
        if row.kind in ("standfirst", "caption"):
            out.append(Block(row.span, row.kind))
    return tuple(sorted(out, key=lambda block: (block.span, block.role)))
