"""Makes knowledge/tables/outlets.csv from a list of news outlets.

usage: python tools/outlets.py OUTLETS.CSV

The list has the columns name, aliases, domain, country, kind, class, group. A name with a bracket ("The Star (Kenya)")
keeps it where it tells the country: the bare name is an alias. One that tells a site's language is dropped. Names that
are ordinary words too are marked in the column `shared`.
"""

import csv
import re
import sys
import unicodedata
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src/communique/knowledge/tables/outlets.csv"
HEADER = ("id", "name", "aliases", "domain", "country", "kind", "standing", "group", "shared", "source")
DROPPED = {"i", "PL", "AA", "HR", "BR", "TT", "RG", "NR", "Welt", "Nine", "WP"}
SHARED = {
    "Trend", "Times", "Nation", "The Nation", "Nature", "Punch", "Stern", "Nova", "Stuff", "Metro", "Standard", "Sky",
    "The Standard", "The Sun", "The Times", "The Star", "The News", "The National", "The Citizen", "Citizen", "Globe",
    "Fox", "Valor", "Wired", "Arise", "Independent", "Inquirer", "Dawn", "Vanguard", "Monitor", "Herald", "The Herald",
    "Spiegel", "Telegraph", "The Telegraph", "Guardian", "Economist", "Corriere", "Focus", "Peninsula", "Bild", "BILD",
    "Namibian", "Petra", "Saba", "SANA", "Asahi", "Fana", "Geo", "Kan", "MAP", "AIM", "MENA", "NAN", "PA", "SPA", "TAP",
    "Interfax-Ukraine Daily", "Politico", "Golem", "Kicker", "Vogue", "Postillon", "Sputnik", "Globo", "Folha", "Shine",
    "Meduza", "Semafor", "Tempo", "Kabar", "Tatoli", "Milenio", "Granma", "Bloomberg", "Yahoo", "The Hill", "PAP",
    "RIA",
    "The Mirror", "Daily Mail", "Daily Star", "Daily News", "Daily Mirror", "Kremlin", "White House", "The White House",
    "Quai d'Orsay", "Élysée", "Elysee", "State Department", "US Department of State", "UK Government", "FCDO", "MID",
    "Chinese Foreign Ministry", "Russian Foreign Ministry", "French Foreign Ministry", "French Presidency", "Sport",
    "President of Russia", "State Council of China", "Ministry of Foreign Affairs of China", "France Diplomatie",
    "New Times", "The New Times", "Civil Georgia", "World Truth", "Expressen", "The Province", "The Intercept",
    "The Diplomat", "Foreign Affairs", "Foreign Policy", "The Peninsula", "Irrawaddy", "The Irrawaddy", "Tageblatt",
    "PTV", "ONA", "INA", "ENA", "APA", "APS", "RSS", "AKP", "GMA", "KNA", "BSS", "STT", "AGI", "ATS", "SDA", "NNA",
}  # fmt: skip

# A bracket that tells a site or an abbreviation, not the country of an outlet that shares its name with another
OF_A_SITE = re.compile(r" \((?:[^)]*\bsite|English|Chinese|Russian|DE|BR|MDR|NDR|WDR)\)$")


def slug(text: str) -> str:
    """An id made of a name."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def main(path: str) -> None:
    """Write the table."""
    rows, ids = [], set()
    with Path(path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            bare = re.sub(r" \([^)]*\)$", "", row["name"])
            name = bare if OF_A_SITE.search(row["name"]) else row["name"]
            id_ = slug(row["name"])
            assert id_ not in ids, id_
            ids.add(id_)
            aliases = [bare, *(a.strip() for a in row["aliases"].split(";"))]
            names = [a for a in dict.fromkeys(aliases) if a and a not in DROPPED]
            shared = [n for n in dict.fromkeys([name, *names]) if n in SHARED]
            names = [n for n in names if n != name]
            source = "domain" if row["class"] else "fundus"
            rows.append((id_, name, ";".join(names), row["domain"], row["country"], row["kind"], row["class"],
                         row["group"], ";".join(shared), source))  # fmt: skip
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    print(f"{len(rows)} outlets in {OUT}")


if __name__ == "__main__":
    main(*sys.argv[1:])
