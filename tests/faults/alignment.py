"""Faults of source and target against each other and against the English side: family AL."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp

from locdocs.model import Segment
from tests.faults.case import Case, Edit, Mutant, edited, fault, free_matches, pair, retarget, swap

TOGETHER = ("AL006", "AL007", "TX011")


@fault("AL001")
def empty_target(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: re.search(r"\w", segment.source) and segment.target.strip())
    empty = random.choice(["", "", " ", "\u00a0", "\n", "   "])
    return segment and retarget(case, segment, empty, repr(empty), may_be_empty=True)


@fault("AL002")
def empty_source(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: re.search(r"\w", segment.target) and segment.source.strip())
    empty = random.choice(["", "", " ", "\u00a0", "\n", "   "])
    return segment and swap(case, segment, pair(segment.id, segment.target, empty), repr(empty))


@fault("AL003")
def other_blocks(case: Case, random: Random) -> Mutant | None:
    def begins_block(segment: Segment) -> bool:
        before = case.before(segment)
        start, _ = case.line(segment.start)
        fresh = start == 0 or (
            not case.text[max(0, start - 2) : start].strip("\r\n ") and case.text[:start].endswith(("\n\n", "\n\r\n"))
        )
        item = re.fullmatch(r" {0,3}(?:[-*+]|\d{1,3}\.) {1,3}", before)
        return bool(item or (fresh and not before)) and not any(a <= segment.start < b for a, b in case.fences)

    if random.random() < 0.25:
        return _other_table(case, random)
    segment = case.choose(random, lambda segment: begins_block(segment) and re.match(r"[^\W\d_]", segment.target))
    if segment is None:
        return None
    marks = ["25. ", "1. ", "3) ", "- ", "+ ", "* ", "> ", "# ", "## ", "2021. "]
    mark = random.choice(marks)
    return retarget(
        case, segment, mark + segment.target, f"{mark!r} in {'an item' if case.before(segment) else 'a paragraph'}"
    )


def _other_table(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(
        random,
        lambda segment: (
            re.match(r"\s*\|", case.before(segment))
            and re.search(r"(?<=\w) (?=\w)", segment.target)
            and not re.search(r"[`|]", segment.target)
        ),
    )
    if segment is None:
        return None
    space = random.choice(list(re.finditer(r"(?<=\w) (?=\w)", segment.target)))
    target = segment.target[: space.start()] + " | " + segment.target[space.end() :]
    return retarget(case, segment, target, "'|' in a table")


@fault("AL004")
def drift(case: Case, random: Random) -> Mutant | None:
    path = case.english and case.document.path and case.english / case.document.path
    segment = case.choose(random, lambda segment: len(free_matches(r"\b[a-z]{4,}\b", segment.source)) > 2)
    if segment is None or not path or not path.is_file():
        return None
    word = random.choice(free_matches(r"\b[a-z]{4,}\b", segment.source))
    source = segment.source
    variant, new = random.choice(
        [
            ("word lost", source[: word.start()].rstrip(" ") + source[word.end() :]),
            ("letter changed", source[: word.end() - 1] + "x" + source[word.end() :]),
            ("word added", source[: word.end()] + " really" + source[word.end() :]),
            ("rest lost", source[: word.end()]),
        ]
    )
    return swap(case, segment, pair(segment.id, segment.target, new), variant, config={"source_repo": case.english})


def _is_prose(segment: Segment) -> bool:
    return len(segment.source) > 50 and len(segment.target) > 15 and len(free_matches(r"[a-z]{3,}", segment.source)) > 6


@fault("AL006", required=0.85, also=TOGETHER)
def truncated(case: Case, random: Random) -> Mutant | None:
    places = [index for index, segment in enumerate(case.segments[:-2]) if _is_prose(segment)]
    if not places:
        return None
    index = random.choice(places)
    segment, after = case.segments[index : index + 2]
    target = segment.target
    variant = random.choice(["first quarter", "first third", "last third", "next one taken in"])
    if variant == "next one taken in":
        if len(after.target) < 1.5 * len(target):
            return None
        return retarget(case, segment, f"{target} {after.target}", variant)
    length = len(target) // (4 if "quarter" in variant else 3)
    cut = target[-length:] if "last" in variant else target[:length]
    return retarget(case, segment, cut.strip(), variant)


@fault("AL007", required=0.85, also=TOGETHER)
def shifted(case: Case, random: Random) -> Mutant | None:
    length = random.randint(4, 8)
    if len(case.segments) < length + 1:
        return None
    index = random.randrange(len(case.segments) - length + 1)
    run = case.segments[index : index + length]
    if any(segment.target == segment.source for segment in run) or sum(map(_is_prose, run)) < 2:
        return None
    targets = [segment.target for segment in run]
    by = random.choice([1, -1])
    moved = targets[-by:] + targets[:-by]
    if sum(a != b for a, b in zip(targets, moved, strict=True)) < length - 1:
        return None
    edits = [
        Edit(segment.start, segment.end, pair(segment.id, target, segment.source))
        for segment, target in zip(run, moved, strict=True)
    ]
    return edited(case, edits, (run[0].start, run[-1].end), f"{length} by {by}")


@fault("AL008", required=0.95)
def wrong_language(case: Case, random: Random) -> Mutant | None:
    if not case.foreign:
        return None
    segment = case.choose(random, _is_prose)
    return segment and retarget(case, segment, random.choice(case.foreign), "a sentence of another language")


@fault("AL009")
def anchor(case: Case, random: Random) -> Mutant | None:
    pattern = re.compile(
        r'^#{1,6} *<a name="(?P<slug>[a-z0-9_-]{4,})"></a>(?=<span[^>]*>(?P<target>[^<\n]*)</span>)', re.MULTILINE
    )
    found = random.choice(list(pattern.finditer(case.text)) or [None])
    if found is None:
        return None
    slug = found["slug"]
    place = random.randrange(1, len(slug) - 1)
    variants = {
        "letter lost": slug[:place] + slug[place + 1 :],
        "letter changed": slug[:place] + ("x" if slug[place] != "x" else "y") + slug[place + 1 :],
        "translated": re.sub(r"[^\w-]", "", found["target"].lower().replace(" ", "-")),
        "capitals": slug.capitalize(),
        "hyphens lost": slug.replace("-", ""),
        "underscores": slug.replace("-", "_"),
        "number added": f"{slug}-1",
    }
    variant = random.choice(list(variants))
    if variants[variant] in (slug, "") or (variant == "letter lost" and slug[place] == "-"):
        return None
    start, end = found.span("slug")
    return edited(case, [Edit(start, end, variants[variant])], case.line(start), variant)


_FOLDER = TemporaryDirectory(prefix="locdocs-faults-")


@fault("AL005")
def stale(case: Case, random: Random) -> Mutant | None:
    path = case.english and case.document.path and case.english / case.document.path
    if not path or not path.is_file():
        return None
    english = path.read_bytes().decode("utf-8", "surrogateescape")

    def stands_once(segment: Segment) -> bool:
        return english.count(segment.source) == 1 and len(free_matches(r"\b[a-z]{4,}\b", segment.source)) > 2

    segment = case.choose(random, stands_once)
    old = re.search(r"^ms\.sourcegitcommit: (?P<commit>[0-9a-f]{40})", case.text, re.MULTILINE)
    if segment is None or old is None:
        return None
    word = random.choice(free_matches(r"\b[a-z]{4,}\b", segment.source))
    before, after = segment.source[: word.start()], segment.source[word.end() :]
    variant, changed = random.choice(
        [
            ("another word", f"{before}rather{after}"),
            ("a word lost", before.rstrip(" ") + after),
            ("a word added", f"{before}{word[0]} always{after}"),
            ("a number added", f"{before}{word[0]} 64{after}"),
        ]
    )
    folder = Path(mkdtemp(dir=_FOLDER.name))
    file = folder / "stale.md"
    commit = old["commit"]
    if random.random() < 0.5:
        file.write_bytes(path.read_bytes())
        commit, variant = _committed(folder), f"{variant}, in git"
    file.write_bytes(english.replace(segment.source, changed).encode("utf-8", "surrogateescape"))
    text = case.text.replace(old["commit"], commit, 1)
    return Mutant(text, segment.start, segment.end, variant, config={"source_repo": folder}, path="stale.md")


def _committed(folder: Path) -> str:
    """The commit that holds what is in a folder."""

    def git(*words: str) -> str:
        who = ["-c", "user.name=Writer", "-c", "user.email=writer@example.com", "-c", "core.autocrlf=false"]
        return subprocess.run(
            ["git", "-C", str(folder), *who, *words], check=True, capture_output=True, text=True
        ).stdout

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--no-gpg-sign", "-m", "English")
    return git("rev-parse", "HEAD").strip()
