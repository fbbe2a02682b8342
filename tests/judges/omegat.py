"""Judge: OmegaT, without its window.

It is given our TMX as its memory and our XLIFF 1.2 to translate, in which each target is a copy of the source. What
comes back for a source that has one target in the memory is that target; where it has several, one of these. Then its
file goes through ``locdocs apply``, and no byte of the documents changes.

OmegaT loads a unit only where there is a ``target``, and ends with 0 whatever it found.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from locdocs.exchange import read_units, write
from locdocs.units import InlineMode, Unit
from tests.judges.judging import Places, Verdict, documents_of, exported

__all__ = ["judge"]

JAR = Path(os.environ.get("OMEGAT_JAR", "/usr/share/omegat/OmegaT.jar"))
"""Where Debian has it."""
TREES = {"console-docs.es-es": "markdown", "nuget-docs.ja-jp": "markdown", "samples, es-es": "plain"}
CLEAR, AMBIGUOUS = "clear.xlf", "ambiguous.xlf"
PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
<project version="1.0">
<source_dir>__DEFAULT__</source_dir>
<target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>{source}</source_lang>
<target_lang>{target}</target_lang>
<sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project>
</omegat>
"""


def judge(places: Places) -> Verdict:
    if not JAR.is_file() or not shutil.which("java"):
        return Verdict("", [], "OmegaT is not installed (Debian package omegat; OMEGAT_JAR names another place)")
    counts: list[str] = []
    problems: list[str] = []
    for name, folder in places.some_trees(*TREES):
        work = places.work / name.replace(", ", "-")
        count, found = _judged(folder, work, TREES[name])  # type: ignore[arg-type]
        counts.append(f"{name} {count}")
        problems += (f"{name}: {problem}" for problem in found)
    return Verdict("; ".join(counts), problems)


def _judged(folder: Path, work: Path, inline: InlineMode) -> tuple[str, list[str]]:
    """What OmegaT makes of a tree: how many units came back equal, and what is wrong."""
    documents = work / "documents"
    shutil.copytree(folder, documents)
    units = exported(documents_of(documents), inline)
    targets = defaultdict(set)
    for unit in units:
        targets[unit.source].add(unit.target)
    clear = [unit for unit in units if len(targets[unit.source]) == 1]
    ambiguous = [unit for unit in units if len(targets[unit.source]) > 1]
    translated = _translated(work / "project", units, {CLEAR: clear, AMBIGUOUS: ambiguous}, inline, documents)
    back = _read(translated / CLEAR)
    equal = sum(one == unit[:3] for one, unit in zip(back, clear, strict=False))
    problems = []
    if not clear or equal != len(clear) or len(back) != len(clear):
        problems.append(f"{equal} of {len(clear)} units with a clear source came back equal, {len(back)} in all")
    other = _read(translated / AMBIGUOUS) if ambiguous else []
    known = sum(target in targets[source] for _, source, target in other)
    if [one[:2] for one in other] != [unit[:2] for unit in ambiguous] or known != len(ambiguous):
        problems.append(f"{known} of {len(ambiguous)} units with several targets came back with one of them")
    problems += _applied(translated / CLEAR, documents, folder)
    return f"{equal:,} of {len(clear):,} equal, {known:,} of {len(ambiguous):,} with one of several targets", problems


def _translated(
    project: Path, memory: list[Unit], sources: dict[str, list[Unit]], inline: InlineMode, root: Path
) -> Path:
    """Let OmegaT translate files by a memory; the folder with what it wrote."""
    for name in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (project / name).mkdir(parents=True)
    origin = memory[0].origin
    content = PROJECT.format(source=origin.source_language, target=origin.target_language)
    (project / "omegat.project").write_text(content, "utf-8")
    write(project / "tm" / "auto" / "memory.tmx", memory, inline=inline)
    for name, units in sources.items():
        if units:
            copies = [unit._replace(target=unit.source) for unit in units]
            write(project / "source" / name, copies, inline=inline, roots=[root])
    command = ["java", "-Djava.awt.headless=true", f"-Duser.home={project.parent / 'home'}", "-jar", str(JAR)]
    command += [str(project), "--mode=console-translate", f"--config-dir={project.parent / 'configuration'}"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return project / "target"


def _read(file: Path) -> list[tuple[str, ...]]:
    return [unit[:3] for unit in read_units(file, strict=True)] if file.is_file() else []


def _applied(file: Path, documents: Path, before: Path) -> list[str]:
    """What is wrong after the file has been applied to the documents, which were a copy of others."""
    command = [sys.executable, "-m", "locdocs", "apply", str(file), "--to", str(documents)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    problems = [f"apply ended with {ran.returncode}: {ran.stderr[-500:]}"] if ran.returncode else []
    for path in sorted(before.rglob("*")):
        copy = documents / path.relative_to(before)
        if path.is_file() and path.read_bytes() != copy.read_bytes():
            problems.append(f"apply changed {path.relative_to(before)}")
    return problems
