"""Judge: the packages ``xliff`` and ``tmexchange`` of npm. Each finds the same units, with the same texts.

They are installed into a folder of their own for one run. Both keep units in JavaScript objects by their ids.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from locdocs.exchange import write
from tests.judges.judging import Pair, Places, Verdict, difference, documents_of, exported

__all__ = ["judge"]

PACKAGES = ("xliff@6", "tmexchange@2")
TREES = ("console-docs.es-es", "nuget-docs.ja-jp")
SCRIPT = Path(__file__).with_name("read_units.cjs")


READERS = ("tmx", "xliff", "xliff2")
"""What is read, as the script and the export call it. Not the publisher's layout, which names a file by its last part
only: ``xliff`` would take one page for another.
"""


def judge(places: Places) -> Verdict:
    if not shutil.which("node") or not shutil.which("npm"):
        return Verdict("", [], "node and npm are not installed")
    command = ["npm", "install", "--prefix", str(places.work), "--no-audit", "--no-fund", "--silent", *PACKAGES]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=300)
    if ran.returncode:
        return Verdict("", [f"npm could not install {' '.join(PACKAGES)}: {(ran.stderr or ran.stdout)[-500:]}"])
    problems: list[str] = []
    count = 0
    for name, folder in (*places.some_trees(*TREES), *places.samples()):
        documents = documents_of(folder)
        expected = [(unit.source, unit.target) for unit in exported(documents)]
        count += len(expected)
        for reader in READERS:
            file = places.work / "exported"
            write(file, documents, format=reader, inline="markdown")
            problem = _problem(reader, file, expected, places.work)
            problems += [f"{reader}, {name}: {problem}"] if problem else []
    return Verdict(f"{len(READERS)} readers of {count:,} units: {', '.join(READERS)}", problems)


def _problem(reader: str, file: Path, expected: list[Pair], modules: Path) -> str:
    environment = os.environ | {"NODE_PATH": str(modules / "node_modules")}
    command = ["node", str(SCRIPT), reader, str(file)]
    ran = subprocess.run(command, capture_output=True, check=False, env=environment, timeout=300)
    if ran.returncode:
        return ran.stderr.decode("utf-8", "replace")[-500:]
    return difference([(source, target) for source, target in json.loads(ran.stdout)], expected)
