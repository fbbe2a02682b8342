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


EMPTY = ["", "", " ", "\u00a0", "\n", "   ", "\u3000", "\u200b", "\ufeff", "&nbsp;", "&#160; ", "<!-- x -->", "<br>"]
"""What a reader sees nothing of."""


@fault("AL001")
def empty_target(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: re.search(r"\w", segment.source) and segment.target.strip())
    empty = random.choice(EMPTY)
    return segment and retarget(case, segment, empty, repr(empty), may_be_empty=True)


@fault("AL002")
def empty_source(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: re.search(r"\w", segment.target) and segment.source.strip())
    empty = random.choice(EMPTY)
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


def _says_something(segment: Segment) -> bool:
    """Whether it was translated at all, and is more than a number or a letter."""
    if segment.source == segment.target or not segment.target.strip():
        return False
    return re.search(r"[^\W\d_]{3}", segment.source) is not None


@fault("AL006", required=0.85, also=TOGETHER)
def truncated(case: Case, random: Random) -> Mutant | None:
    """Sentences, headings, cells: all of which half is less than the whole."""
    cut_off = ["first half", "first third", "first quarter", "last half", "last third", "next taken in"]
    others = {"stand-in": _stand_in, "paragraph in a heading": _paragraph_in_heading, "sentence lost": _sentence_lost}
    variant = random.choice([*cut_off, *others])
    if variant in others:
        return others[variant](case, random)

    def can_be_cut(segment: Segment) -> bool:
        # Half of one or two words is no sentence cut off, but a misprint.
        return _says_something(segment) and len(segment.target) >= 12 and len(segment.source.split()) > 2

    places = [index for index, segment in enumerate(case.segments[:-1]) if can_be_cut(segment)]
    if not places:
        return None
    index = random.choice(places)
    segment, after = case.segments[index : index + 2]
    target = segment.target
    if variant == "next taken in":
        if not _says_something(after) or len(after.target) < len(target):
            return None
        return retarget(case, segment, f"{target} {after.target}", variant)
    length = len(target) // {"half": 2, "third": 3, "quarter": 4}[variant.partition(" ")[2]]
    cut = target[-length:] if "last" in variant else target[:length]
    return retarget(case, segment, cut.strip(), variant)


def _stand_in(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: _is_prose(segment) and len(segment.source) > 90)
    return segment and retarget(case, segment, random.choice(["TODO", "tbd", segment.target[:3]]), "stand-in")


def _sentence_lost(case: Case, random: Random) -> Mutant | None:
    two = re.compile(r"(?P<first>.{20,}?[.。]) ?(?P<last>[^.。]{20,}[.。])")

    def has_two(segment: Segment) -> bool:
        return two.fullmatch(segment.target) is not None and re.search(r"[a-z]{3}\. [A-Z]", segment.source) is not None

    segment = case.choose(random, has_two)
    found = segment and two.fullmatch(segment.target)
    return segment and found and retarget(case, segment, found["first"], "sentence lost")


def _paragraph_in_heading(case: Case, random: Random) -> Mutant | None:
    heading = case.choose(
        random,
        lambda segment: (
            case.before(segment).startswith("#") and len(segment.source) < 40 and len(segment.source.split()) > 1
        ),
    )
    other = case.choose(random, lambda segment: _is_prose(segment) and len(segment.source) > 120)
    if heading is None or other is None or set("`[*<") & set(other.target):
        return None
    return retarget(case, heading, f"{heading.target} {other.target}", "paragraph in a heading")


@fault("AL007", required=0.85, also=TOGETHER)
def shifted(case: Case, random: Random) -> Mutant | None:
    """Targets that stand elsewhere; one of those that were moved is looked at, so that each pair counts."""
    count = len(case.segments)
    variant = random.choice(["two swapped", "run by 1", "run by more", "neighbour's", "rest of the file by 1"])
    length = 2 if variant in ("two swapped", "neighbour's") else random.randint(3, 8)
    by = random.choice([1, -1])
    if variant == "run by more":
        by *= random.choice([2, 3])
        length += 2
    if count < length + 1:
        return None
    index = random.randrange(count - length + 1)
    run = case.segments[index:] if variant.startswith("rest") else case.segments[index : index + length]
    targets = [segment.target for segment in run]
    moved = targets[-by:] + targets[:-by]
    if variant == "neighbour's":
        moved = random.choice([targets[:1] * 2, targets[1:] * 2])
    touched = [
        segment
        for segment, target, source in zip(run, moved, _moved_sources(run, moved), strict=True)
        if segment.target != target and segment.source != source and _says_something(segment)
    ]
    if not touched or not all(map(_says_something, run[:2])):
        return None
    one = random.choice(touched)
    edits = [
        Edit(segment.start, segment.end, pair(segment.id, target, segment.source))
        for segment, target in zip(run, moved, strict=True)
        if segment.target != target
    ]
    return edited(case, edits, (one.start, one.end), variant)


def _moved_sources(run: list[Segment], targets: list[str]) -> list[str]:
    """The source that each target belongs to."""
    of = {segment.target: segment.source for segment in run}
    return [of[target] for target in targets]


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
    headings = list(pattern.finditer(case.text))
    if not headings:
        return None
    found = random.choice(headings)
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
        "translated, with its marks": re.sub(r"[<>&\"]", "", found["target"].strip().lower().replace(" ", "-")),
        "that of another heading": random.choice(headings)["slug"],
        "empty": "",
    }
    variant = random.choice(list(variants))
    if (
        variants[variant] == slug
        or (variant != "empty" and not re.search(r"\w", variants[variant]))
        or (variant == "letter lost" and slug[place] == "-")
    ):
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
