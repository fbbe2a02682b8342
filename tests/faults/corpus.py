"""Faults that only show between documents, and suppressions that suppress nothing: family CO."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp

import locdocs
from locdocs.exchange import Filters
from locdocs.model import Document, Segment
from tests.faults.case import Case, Edit, Mutant, edited, fault, free_matches, retarget


def _copies(case: Case, count: int) -> list[Document]:
    return [locdocs.parse(case.text, path=f"copies/{number}.md") for number in range(count)]


def _is_sentence(segment: Segment) -> bool:
    return len(segment.source) > 30 and len(free_matches(r"\b[a-z]{3,}\b", segment.source)) > 4


def _alone(case: Case, segment: Segment) -> bool:
    return sum(other.source == segment.source for other in case.segments) == 1


@fault("CO001")
def inconsistent(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: _is_sentence(segment) and _alone(case, segment))
    if segment is None:
        return None
    words = free_matches(r"[^\W\d_]{3,}", segment.target)
    if len(words) < 2:
        return None
    word = random.choice(words)
    target = segment.target
    variant, new = random.choice(
        [
            ("another word", target[: word.start()] + "sistema" + target[word.end() :]),
            ("a word added", target[: word.end()] + " algo" + target[word.end() :]),
            ("a word lost", target[: word.start()] + target[word.end() :].lstrip(" ")),
        ]
    )
    return retarget(case, segment, new, variant, others=_copies(case, random.choice([2, 3])))


@fault("CO002")
def ambiguous(case: Case, random: Random) -> Mutant | None:
    segments = [segment for segment in case.segments if _is_sentence(segment) and _alone(case, segment)]
    if len(segments) < 2:
        return None
    first, second = random.sample(segments, 2)
    return retarget(case, second, first.target, "the target of another")


@fault("CO003")
def no_counterpart(case: Case, random: Random) -> Mutant | None:
    path = case.document.path
    if case.english is None or path is None or not (case.english / path).is_file():
        return None
    new = random.choice([path.with_name(f"{path.stem}-2.md"), path.with_name("renamed.md"), "elsewhere" / path])
    text = case.text + "\n"
    return Mutant(text, 0, len(text), "orphan", config={"source_repo": case.english}, path=str(new))


_FOLDER = TemporaryDirectory(prefix="locdocs-faults-")
_MEMORIES = [("tmx", "markdown"), ("tmx", "plain"), ("xlf", "codes"), ("po", "markdown"), ("csv", "markdown")]


@fault("CO004")
def not_as_approved(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: _is_sentence(segment) and _alone(case, segment))
    words = segment and free_matches(r"[^\W\d_]{3,}", segment.target)
    if segment is None or not words or not case.document.target_language:
        return None
    suffix, inline = random.choice(_MEMORIES)
    memory = Path(mkdtemp(dir=_FOLDER.name), f"approved.{suffix}")
    locdocs.write(memory, case.document, inline=inline, filters=Filters(contaminated=True))
    word, target = random.choice(words), segment.target
    variant, new = random.choice(
        [
            ("another word", target[: word.start()] + "sistema" + target[word.end() :]),
            ("a word added", target[: word.end()] + " algo" + target[word.end() :]),
            ("a word lost", target[: word.start()] + target[word.end() :].lstrip(" ")),
            ("untranslated", segment.source),
        ]
    )
    return retarget(case, segment, new, f"{variant}, {suffix} with {inline}", config={"memory": (memory,)})


@fault("CO005")
def unused_suppression(case: Case, random: Random) -> Mutant | None:
    header = case.document.front_matter.end
    places = [header + found.end() for found in re.finditer(r"\n\n(?=[\w<#])", case.text[header:])]
    places = [place for place in places if not any(start <= place < end for start, end in case.fences)]
    if not places:
        return None
    place = random.choice(places)
    code = random.choice(["SP001", "broken-link-syntax", "ID002", "SP001 ID002", "TX008"])
    names = [
        name for name in ("SP001", "IC003", "ID002", "TX008") if name in code or ("link" in code and name == "IC003")
    ]
    select = ("CO005", *names)
    whole = random.choice(["next line", "file", "from here", "from here to there"])
    new = {
        "next line": f"<!-- locdocs-disable-next-line {code} -->\n",
        "file": f"<!-- locdocs-disable-file {code} -->\n\n",
        "from here": f"<!-- locdocs-disable {code} -->\n\n",
        "from here to there": f"<!-- locdocs-disable {code} -->\n\n<!-- locdocs-enable {code} -->\n\n",
    }[whole]
    return edited(case, [Edit(place, place, new)], (place, place), whole, config={"select": select})
