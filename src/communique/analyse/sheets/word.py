"""A sheet as a Word file with real footnotes, written without a library: what the format asks for is little.

The same sheet gives the same bytes: the parts of the file have no time of their own.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator
from html import escape

from communique.analyse.sheets.words import behind, clean, source
from communique.model.answer import Cited
from communique.model.sheet import Grid, Line, Sheet, key

_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_PARTS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>'
)


def _style(id_: str, name: str, look: str, kind: str = "paragraph", space: str = "") -> str:
    based = "" if id_ in ("Normal", "FootnoteReference") else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if id_ == "Normal" else ""
    spaced = f"<w:pPr>{space}</w:pPr>" if space else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{based}{spaced}'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


_STYLES = (
    f"{_HEAD}<w:styles {_MAIN}>"
    + _style("Normal", "Normal", '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="21"/>', space=(
        '<w:spacing w:after="60"/>'))
    + _style("Title", "Title", '<w:b/><w:sz w:val="32"/>')
    + _style("Heading1", "heading 1", '<w:b/><w:sz w:val="24"/>', space=(
        '<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="0"/>'))
    + _style("FootnoteText", "footnote text", '<w:sz w:val="16"/>', space='<w:spacing w:after="0"/>')
    + _style("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>', "character")
    + "</w:styles>"
)  # fmt: skip
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)


def docx(sheet: Sheet) -> bytes:
    """The whole file."""
    body = "".join(_body(sheet))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"{_HEAD}<w:document {_MAIN}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/_rels/document.xml.rels": _PARTS,
        "word/styles.xml": _STYLES,
        "word/footnotes.xml": f"{_HEAD}<w:footnotes {_MAIN}>{''.join(_footnotes(sheet))}</w:footnotes>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _body(sheet: Sheet) -> Iterator[str]:
    marks = itertools.count(1)
    yield _paragraph(_run(sheet.title), "Title")
    for line in sheet.lead:
        yield from _line(line, marks)
    for section in sheet.sections:
        yield _paragraph(_run(section.title), "Heading1")
        if section.note:
            yield _paragraph(_run(section.note, "<w:i/>"))
        if section.grid:
            yield _grid(section.grid)
        for line in section.lines:
            yield from _line(line, marks)


# Footnotes of Word are one to a mark: a sentence that is cited again gets a note of its own that says where it stands.
def _line(line: Line, marks: Iterator[int], indent: int = 0) -> Iterator[str]:
    label = _run(f"{line.label}  ", "<w:b/>") if line.label else ""
    numbers = "".join(
        f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{next(marks)}"/></w:r>'
        for _ in line.cited
    )
    counts = _run(f" ({behind(line.counts)})", '<w:color w:val="5B6470"/><w:sz w:val="18"/>') if line.counts else ""
    yield _paragraph(f"{label}{_run(line.text)}{numbers}{counts}", indent=indent)
    for under in line.under:
        yield from _line(under, marks, indent + 360)


def _footnotes(sheet: Sheet) -> Iterator[str]:
    for id_, kind in ((-1, "separator"), (0, "continuationSeparator")):
        yield f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    first: dict[tuple[str, int, int], int] = {}
    cited = [one for line in sheet.lines() for one in line.cited]
    for number, one in enumerate(cited, 1):
        text = f" {_note(one)}" if key(one) not in first else f" As note {first[key(one)]}."
        first.setdefault(key(one), number)
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        yield f'<w:footnote w:id="{number}">{_paragraph(mark + _run(text), "FootnoteText")}</w:footnote>'


def _note(one: Cited) -> str:
    where = clean((one.path or one.article[:19]).rpartition("/")[2])
    return f"{source(one)}: “{clean(one.words)}” ({where}, characters {one.sentence.start}–{one.sentence.end})"


def _paragraph(runs: str, style: str | None = None, indent: int = 0) -> str:
    look = (f'<w:pStyle w:val="{style}"/>' if style else "") + (f'<w:ind w:left="{indent}"/>' if indent else "")
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{runs}</w:p>"


def _run(text: str, look: str = "") -> str:
    shown = escape(clean(text), quote=False)
    # `clean` takes the blanks at the ends; they part a label from its line.
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return (
        f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{before}{shown}{after}</w:t></w:r>'
    )


def _grid(grid: Grid) -> str:
    rows = (
        "".join(f"<w:tc><w:tcPr/>{_paragraph(_run(cell))}</w:tc>" for cell in row) for row in (grid.head, *grid.rows)
    )
    columns = "<w:gridCol/>" * len(grid.head)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{table}</w:tbl>'
