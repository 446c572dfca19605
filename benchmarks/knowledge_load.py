"""How long the knowledge base takes to load, and how fast its names are found.

usage: python benchmarks/knowledge_load.py [FOLDER OF TEXTS]

CPU seconds of a fresh process, the best of five: everything from the import of the package to the first name found.
The floor is 0.3 s (0.20 s measured on two shared cores, 22,000 forms of 8,000 people, 5,000 cities and the rest).
"""

import subprocess
import sys
import time
from pathlib import Path

FLOOR_S = 0.3
LOAD = """
import time
start = time.process_time()
from communique.knowledge.base import default
kb = default()
kb.names.find("Beijing")
print(time.process_time() - start)
"""


def load_s() -> float:
    """CPU seconds that one fresh process needs."""
    return float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True).stdout)


def main() -> int:
    best = min(load_s() for _ in range(5))
    print(f"load: {best:.3f} s of CPU (floor {FLOOR_S} s)")
    if len(sys.argv) > 1:
        from communique.knowledge.base import default

        names = default().names
        names.find("Beijing")
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
        start = time.process_time()
        count = sum(len(names.find(text)) for text in texts)
        used = time.process_time() - start
        size = sum(map(len, texts)) / 1e6
        print(f"find: {count} names in {len(texts)} texts, {size:.2f} million characters, {used:.2f} s of CPU")
    return 0 if best < FLOOR_S else 1


if __name__ == "__main__":
    sys.exit(main())
