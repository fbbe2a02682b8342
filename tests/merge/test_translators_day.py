"""A translator's day: a document goes out, five targets are edited, one of them breaks a link; four come back.

The page of the documentation tells the same story with the command line, and its commands are run here.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import locdocs
from locdocs.exchange import read_units
from tests.merge.test_apply import assert_nothing_else_changed

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "how-to" / "translators-day.md"
ARTICLE = "articles/get-started.md"
LINK = "112"

EDITS = {
    "Requisitos previos": "Antes de empezar",
    "Al menos 2 GB de espacio libre en disco.": "2 GB libres en el disco, como mínimo.",
    "No necesita permisos de administrador.": "No hace falta ser administrador.",
    "Repita esta comprobación una vez al mes.": "Repita la prueba cada mes.",
}


class Kind(NamedTuple):
    """A format, and how a link is written in it."""

    name: str
    inline: str | None
    link: re.Pattern[str]


KINDS = (
    Kind("xliff", None, re.compile(r"<bpt[^>]*>\[</bpt>(Trabajar[^<]*)<ept[^>]*>\]\(proxy.md\)</ept>")),
    Kind("xliff2", None, re.compile(r"<pc [^>]*>(Trabajar[^<]*)</pc>")),
    Kind("tmx", "codes", re.compile(r"<bpt[^>]*>\[</bpt>(Trabajar[^<]*)<ept[^>]*>\]\(proxy.md\)</ept>")),
    Kind("tmx", "markdown", re.compile(r"\[(Trabajar[^]]*)\]\(proxy.md\)")),
    Kind("jsonl", None, re.compile(r"\[(Trabajar[^]]*)\]\(proxy.md\)")),
    Kind("po", None, re.compile(r"\[(Trabajar[^]]*)\]\(proxy.md\)")),
    Kind("csv", None, re.compile(r"\[(Trabajar[^]]*)\]\(proxy.md\)")),
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.name}-{kind.inline}")
def test_four_targets_change_and_the_one_without_its_link_is_refused(kind: Kind, samples: Path, tmp_path: Path) -> None:
    document = locdocs.read(samples / "bilingual/es-es" / ARTICLE, name=ARTICLE)
    file = tmp_path / "page"
    locdocs.write(file, document, format=kind.name, inline=kind.inline)  # type: ignore[arg-type]
    text = file.read_text("utf-8")
    for old, new in EDITS.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    text, count = kind.link.subn(r"\1", text)
    assert count == 1
    file.write_bytes(text.encode())

    result = locdocs.apply(document, read_units(file, format=kind.name))

    assert [one.target for one in result.applied] == list(EDITS.values())
    [refused] = result.refused
    assert (refused.unit.number, refused.reason) == (LINK, "inline-codes")
    assert "[..](proxy.md)" in refused.message
    assert (len(result.unchanged), result.unknown) == (25, ())
    assert_nothing_else_changed(document, result)


def test_the_page_tells_what_happens(tmp_path: Path) -> None:
    """Every command of the page is run in a copy of the samples, and prints what the page says."""
    shutil.copytree(REPOSITORY / "samples", tmp_path / "samples")
    ran = 0
    for block in re.finditer(r"^```(python|console)\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE):
        if block[1] == "python":
            subprocess.run([sys.executable, "-c", block[2]], cwd=tmp_path, check=True)
            continue
        for example in block[2].removeprefix("$ ").split("\n$ "):
            line, _, printed = example.partition("\n")
            program, *words = shlex.split(line)
            assert program == "locdocs"
            done = subprocess.run(
                [sys.executable, "-m", "locdocs", *words], cwd=tmp_path, capture_output=True, check=False
            )
            assert (done.stdout + done.stderr).decode().rstrip("\n") == printed.rstrip("\n"), line
            assert done.returncode == int("not applied" in printed), line
            ran += 1
    assert ran >= 4
