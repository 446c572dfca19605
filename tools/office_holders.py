"""Makes knowledge/tables/holders.csv from a compiled list of office holders.

usage: python tools/office_holders.py OFFICE_HOLDERS.CSV

The list has the columns country, office, title, person, aliases, wikidata, start, end, sources, newest
(docs/knowledge.md says what they hold). Here: aliases that join two people are dropped, names that the list only has in
Hangul or Han letters are romanised, and the office `other_top` is split where a title tells a kind of office.
"""

import csv
import re
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src/communique/knowledge/tables/holders.csv"
HEADER = ("country", "office", "title", "person", "aliases", "wikidata", "start", "end", "newest", "source")
ROMANISED = {
    "김유근": "Kim You-geun",
    "김성한": "Kim Sung-han",
    "김규현": "Kim Kyou-hyun",
    "박준규": "Park Jyun-kyu",
    "임채정": "Lim Chae-jung",
    "주형환": "Joo Hyung-hwan",
    "金元基": "Kim One-ki",
}
WRONG = {"Cyril Errol Charles"}
KINDS = (
    ("spokesperson", r"Spokes"),
    (
        "security_adviser",
        r"National Security Advis|Security Council|Director of National Security|National Security (Sec|and Def)",
    ),
    ("party_leader", r"General Secretary of the|First Secretary of the|Workers' Party"),
    ("commission_president", r"(President|Chairperson) of the (European|African Union|ECOWAS) Commission"),
    ("council_president", r"President of the European Council"),
    ("secretary_general", r"^Secretary[- ]General$"),
    ("director_general", r"^Director[- ]General$"),
    ("crown_prince", r"Crown Prince"),
    ("state_councilor", r"State Councilor"),
    ("cppcc_chairman", r"CPPCC"),
    ("foreign_affairs_office", r"Central Commission for Foreign Affairs"),
    ("foreign_secretary", r"^Foreign Secretary$"),
    ("chief_cabinet_secretary", r"Chief Cabinet Secretary"),
    ("prime_cabinet_secretary", r"Prime Cabinet Secretary"),
    ("official", r"Presidential Aide|Chief of Staff|Head of the (Office of the President|International Department)"),
    ("other", r"Central Military Commission|Commander-in-Chief"),
    (
        "senate_speaker",
        r"Senate|Federation Council|Council of (States|Provinces)|House of (Lords|Councillors)|pro tempore",
    ),
    (
        "speaker",
        r"Speaker|(President|Chair\w*) of (the )?(NPC|National|Chamber|Congress|Parliament|Legislat|House|"
        r"Assembl|Storting|Riigikogu|Bundestag|Landtag|Supreme People's Assembly|People's|State Duma|"
        r"Standing Committee of the Supreme|Presidium of the Supreme|Federal (National Council)|European Parl)",
    ),
)


def office(row: dict[str, str]) -> str:
    """The office of a row, with `other_top` made exact where its title tells."""
    if row["office"] == "other_top":
        for key, pattern in KINDS:
            if re.search(pattern, row["title"]):
                return key
    return row["office"]


def aliases(row: dict[str, str], person: str) -> str:
    """The other spellings of one person: no pairs of people, none in letters that are not Latin twice over."""
    kept = []
    for alias in row["aliases"].split(";"):
        alias = alias.strip()
        if (
            not alias
            or alias == person
            or alias in WRONG
            or " and " in alias
            or (" " not in alias and not alias.isascii())
        ):
            continue
        kept.append(alias)
    return ";".join(kept)


def main(path: str) -> None:
    """Write the table."""
    rows = []
    with Path(path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            person = ROMANISED.get(row["person"], row["person"])
            if not re.search(r"[A-Za-z]", person):
                print(f"left out, no Latin name: {row['country']} {row['title']} {person}")
                continue
            rows.append((row["country"], office(row), row["title"], person, aliases(row, person), row["wikidata"],
                         row["start"], row["end"], row["newest"], row["sources"]))  # fmt: skip
    rows = sorted(set(rows), key=lambda r: (r[0], r[1], r[6], r[3], r))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    print(f"{len(rows)} terms in {OUT}")


if __name__ == "__main__":
    main(*sys.argv[1:])
