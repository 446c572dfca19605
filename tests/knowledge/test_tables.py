"""Tables: what ships is sound, and a user's own rows lie over it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from communique.knowledge.base import default, load
from communique.knowledge.tables import KEYS, SHIPPED, TableError
from communique.knowledge.validate import problems, sources
from communique.model.dates import PartialDate

ROOT = Path(__file__).parents[2]


def test_the_shipped_tables_have_no_problems() -> None:
    assert problems() == []


def test_every_source_label_stands_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert [label for label in sources() if f"\n- {label}: " not in notice] == []


def test_every_table_is_known_and_documented() -> None:
    assert sorted(path.stem for path in SHIPPED.glob("*.csv")) == sorted(KEYS)
    manual = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf-8")
    assert [name for name in KEYS if f"`{name}.csv`" not in manual] == []


def test_the_version_names_year_and_month() -> None:
    assert default().version.startswith("kb20")


def test_a_users_rows_are_added_and_replace_those_of_the_same_key(tmp_path: Path) -> None:
    (tmp_path / "organisations.csv").write_text(
        "id,name,aliases,source\nRIVERS,River Basin League,RBL,mine\nSCO,Shanghai Club,SCO,mine\n", encoding="utf-8"
    )
    (tmp_path / "officials.csv").write_text(
        "country,office,title,person,start,newest,source\n"
        "KEN,spokesperson,Spokesperson,Wanjiru Test,2025-01,2026-01,mine\n",
        encoding="utf-8",
    )
    kb = load(tmp_path)
    assert kb.version == default().version + "+own"
    assert kb.organisations["SCO"].name == "Shanghai Club"
    assert kb.names.lookup("River Basin League")[0].id == "RIVERS"
    assert kb.names.lookup("Wanjiru Test")[0].kind == "person"
    assert kb.people.holders("KEN", "spokesperson", PartialDate.parse("2025-05"))
    assert "RIVERS" not in default().organisations


def test_an_unusable_overlay_says_why(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="does not exist"):
        load(tmp_path / "nowhere")
    (tmp_path / "sates.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(TableError, match="no table has this name"):
        load(tmp_path)


def test_an_overlay_without_its_key_column_says_so(tmp_path: Path) -> None:
    (tmp_path / "venues.csv").write_text("name,city\nOld Mill,Nairobi\n", encoding="utf-8")
    with pytest.raises(TableError, match="lacks id"):
        _ = load(tmp_path).venues


@pytest.mark.parametrize(
    ("table", "text", "problem"),
    [
        ("venues", "id,name,city,country,source\nv,Mill,Atlantis,KEN,mine\n", "no Atlantis"),
        ("venues", "id,name,city,country,source\nv,Mill,Nairobi,KEX,mine\n", "no such state"),
        ("venues", "id,name,city,country,source\nv,Mill,Nairobi,KEN,\n", "no source"),
        ("events", "id,date,kind,name,parties,source\ne,2024-02-30,treaty,T,KEN,mine\n", "date"),
        ("events", "id,date,kind,name,parties,source\ne,2024,t,T,KEN,m\ne,2024,t,T,KEN,m\n", "the same row"),
        (
            "officials",
            "country,office,title,person,start,end,source\nKEN,envoy,Envoy,A B,2024,2023,mine\n",
            "before it starts",
        ),
        ("officials", "country,office,title,person,start,end,source\nKEN,king,King,A B,2024,2025,mine\n", "office is"),
        ("states", "id,name,aliases,source\nXXA,Ruritania,the Kingdom,mine\n", "needs no article"),
    ],
)
def test_the_validator_names_what_is_wrong(tmp_path: Path, table: str, text: str, problem: str) -> None:
    (tmp_path / f"{table}.csv").write_text(text, encoding="utf-8")
    assert any(problem in found for found in problems(tmp_path))


def test_a_host_belongs_to_the_outlet_of_its_domain() -> None:
    kb = default()
    assert (outlet := kb.outlet_at("english.news.cn")) and outlet.group == "xinhua"
    assert kb.outlet_at("news.cn.example") is None
    assert kb.outlet_at("en.people.cn") is not kb.outlet_at("people.cn")


def test_a_summit_knows_its_editions_in_order_of_time() -> None:
    editions = default().summits["sco-summit"].editions
    starts = [edition.start for edition in editions if edition.start]
    assert starts == sorted(starts, key=lambda date: date.first)
    tianjin = default().editions["sco-summit-2025"]
    assert (tianjin.city, str(tianjin.start), str(tianjin.end)) == ("Tianjin", "2025-08-31", "2025-09-01")


def test_two_processes_with_other_hash_seeds_find_the_same() -> None:
    code = (
        "from communique.knowledge.base import default; kb = default();"
        "print(kb.names.find('Congolese President Felix Tshisekedi met the Kremlin in Georgia, said CNA'),"
        "kb.people.surnamed('Wang'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
