"""Faults of the words, numbers and characters of a target: family TX."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from locdocs.model import Segment
from tests.faults.case import Case, Edit, Mutant, edited, fault, free_matches, pair, retarget

NUMBER = r"(?<![\w.,:/\-–#+$€%~^°])v?\d+(?:[.:]\d+)*(?:\.x)?(?![\w\-–]|[.,:/]\d)"


def _replaced(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


@fault("TX001")
def same(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(
        random, lambda segment: segment.target != segment.source and re.search(r"[a-z]{3}", segment.source)
    )
    return segment and retarget(case, segment, segment.source, "copied")


def _is_sentence(segment: Segment) -> bool:
    words = free_matches(r"\b[a-z]{2,}\b", segment.source)
    functions = {"the", "to", "is", "are", "of", "and", "that", "this", "with", "you", "your", "in", "for", "can", "a"}
    return len(words) >= 7 and len(functions & {word[0] for word in words}) >= 3 and segment.target != segment.source


def _is_english_prose(segment: Segment) -> bool:
    words = re.findall(r"[A-Za-z]+", segment.source)
    small = [word for word in words if word.islower()]
    functions = {"the", "to", "is", "are", "of", "and", "that", "this", "with", "you", "your", "for", "by"}
    return (
        _is_sentence(segment)
        and not re.search(r"[`\[<*_\"']", segment.source)
        and len(small) * 4 >= len(words) * 3
        and sum(word in functions for word in small) * 3 >= len(words)
    )


@fault("TX002", required=0.95)
def untranslated(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: _is_sentence(segment) and not re.search(r"[`\[<*_]", segment.source))
    if segment is None:
        return None
    other = case.choose(random, lambda other: _is_english_prose(other) and other.source != segment.source) or segment
    words = segment.source.split(" ")
    half = " ".join(words[-max(7, len(words) // 2) :])
    cut = segment.target.find(" ", len(segment.target) // 2)
    variant, target = random.choice(
        [
            ("whole sentence", segment.source),
            (
                "second half",
                (segment.target[:cut] if cut > 0 else segment.target[: len(segment.target) // 2]) + " " + half,
            ),
            ("sentence appended", f"{segment.target} {segment.source}"),
            ("sentence of another segment", f"{segment.target} {other.source}"),
        ]
    )
    return retarget(case, segment, target, variant)


def _shared_numbers(segment: Segment) -> list[re.Match[str]]:
    """Numbers of the target that stand in the source once too, and are spelled in no other way there."""
    sources = [found[0] for found in free_matches(NUMBER, segment.source)]
    targets = free_matches(NUMBER, segment.target)
    digits = re.findall(r"\d+", segment.source)
    return [
        found
        for found in targets
        if sources.count(found[0]) == 1 == [other[0] for other in targets].count(found[0])
        and all(
            digits.count(part) == 1 == re.findall(r"\d+", segment.target).count(part)
            for part in re.findall(r"\d+", found[0])
        )
    ]


@fault("TX003")
def number_changed(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, _shared_numbers)
    if segment is None:
        return None
    found = random.choice(_shared_numbers(segment))
    number = found[0]
    places = [place.start() for place in re.finditer(r"\d", number)]
    place = random.choice(places)
    # A digit that is neither the same nor, by 12, another way to write an hour.
    digits = [
        digit for digit in "123456789" if digit != number[place] and abs(int(digit) - int(number[place])) not in (1, 2)
    ]
    variants = {"digit changed": number[:place] + random.choice(digits) + number[place + 1 :]}
    if (
        len(places) > 1
        and place + 1 < len(number)
        and number[place + 1].isdigit()
        and number[place] != number[place + 1]
    ):
        variants["digits swapped"] = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if re.fullmatch(r"\d{2,}", number):
        variants["digit lost"] = number[:place] + number[place + 1 :]
        variants["digit added"] = number[:place] + random.choice("123456789") + number[place:]
    if re.fullmatch(r"v?\d+(?:\.\d+)+", number) and not re.search(r"\d\s*%|[$€£]", segment.source):
        variants["part added to a version"] = f"{number}.{random.choice('12345')}"
    variant = random.choice(list(variants))
    new = variants[variant]
    # A year without its first digits is a short year.
    if (
        new.lstrip("0") == number.lstrip("0")
        or new.startswith("0")
        or re.search(rf"(?<!\d){re.escape(new)}(?!\d)", segment.source)
        or not re.search("[1-9]", new)
    ):
        return None
    return retarget(case, segment, _replaced(segment.target, found, new), variant)


@fault("TX004")
def number_missing(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: [found for found in _shared_numbers(segment) if len(found[0]) > 1])
    if segment is None:
        return None
    found = random.choice([found for found in _shared_numbers(segment) if len(found[0]) > 1])
    if re.search(r"24 ?[x×/] ?7|24 hours", segment.source, re.IGNORECASE):
        return None
    start, end = found.span()
    if segment.target[end : end + 1] == " ":
        end += 1
    return retarget(case, segment, segment.target[:start] + segment.target[end:], "lost")


@fault("TX005")
def edge_whitespace(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(
        random,
        lambda segment: (
            segment.target == segment.target.strip() and segment.source == segment.source.strip() and segment.target
        ),
    )
    if segment is None:
        return None
    space = random.choice([" ", " ", "  ", "\u00a0", "\u3000" if case.language == "ja" else " "])
    target = random.choice([f"{segment.target}{space}", f"{space}{segment.target}"])
    return retarget(case, segment, target, f"{space!r} {'after' if target[0] != space[0] else 'before'}")


@fault("TX006")
def double_space(case: Case, random: Random) -> Mutant | None:
    def spaces(segment: Segment) -> list[re.Match[str]]:
        return free_matches(r"(?<=[^\W_]) (?=[^\W_])", segment.target)

    segment = case.choose(random, lambda segment: spaces(segment) and "  " not in segment.target + segment.source)
    if segment is None:
        return None
    run = random.choice(["  ", "  ", "   ", "      ", " \u00a0", "\u00a0 ", "\u00a0\u00a0", "\t "])
    return retarget(case, segment, _replaced(segment.target, random.choice(spaces(segment)), run), f"{len(run)} spaces")


# Words that rightly stand twice: relative after article in German, pronoun after verb, French and Spanish reflexives.
_MAY_DOUBLE = set("die der das den dem sie ihr ihnen wir es nos vous nous se que si blah bla".split())  # noqa: SIM905


@fault("TX007", required=0.95)
def doubled_word(case: Case, random: Random) -> Mutant | None:
    def words(segment: Segment) -> list[re.Match[str]]:
        found = free_matches(r"(?<![\w*_.\-'’])[^\W\d_]{2,}(?= [^\W\d_]|[,.]? )", segment.target)
        return [
            word for word in found if word[0].lower() not in _MAY_DOUBLE and not re.search(r"[^\x00-\u052f]", word[0])
        ]

    if random.random() < 0.2:
        return _given_twice(case, random)
    if case.language in ("ja", "zh") and random.random() < 0.8:
        return _doubled_letters(case, random)
    segment = case.choose(random, words)
    if segment is None:
        return None
    word = random.choice(words(segment))
    between = random.choice([" ", " ", " ", "\n"])
    variant = "doubled" if between == " " else "doubled at the end of a line"
    return retarget(case, segment, _replaced(segment.target, word, f"{word[0]}{between}{word[0]}"), variant)


def _given_twice(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: len(segment.source) > 20 and len(segment.target) > 12)
    return segment and retarget(case, segment, segment.target + random.choice([" ", ""]) + segment.target, "all twice")


def _doubled_letters(case: Case, random: Random) -> Mutant | None:
    """Particles, and words in katakana, between what is neither."""
    particle = (
        r"(?<=[ァ-ー一-鿿])[をにがで](?=[ァ-ー一-鿿])" if case.language == "ja" else "(?<=[^目标為为])的(?=[^确士])"
    )
    variant, pattern = random.choice([("a particle", particle), ("katakana", r"(?<![ァ-ー])[ァ-ー]{4,}")])
    segment = case.choose(random, lambda segment: free_matches(pattern, segment.target))
    if segment is None:
        return None
    found = random.choice(free_matches(pattern, segment.target))
    return retarget(case, segment, _replaced(segment.target, found, found[0] * 2), f"{variant} doubled")


@fault("TX008")
def replacement_character(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: free_matches(r"[^\W\d_a-zA-Z]", segment.target))
    if segment is None:
        return None
    letter = random.choice(free_matches(r"[^\W\d_a-zA-Z]", segment.target))
    lost = {
        "U+FFFD": "\ufffd",
        "U+FFFD twice": "\ufffd\ufffd",
        "entity": random.choice(["&#65533;", "&#xFFFD;"]),
        "saved twice": "\ufffd".encode().decode("latin-1"),
        "Latin-1": letter[0].encode().decode("latin-1"),
    }
    variant = random.choice([*lost, "Windows-1252", "whole segment"])
    try:
        if variant == "whole segment":
            return retarget(case, segment, segment.target.encode().decode("cp1252"), variant)
        new = lost[variant] if variant in lost else letter[0].encode().decode("cp1252")
        return retarget(case, segment, _replaced(segment.target, letter, new), variant)
    except UnicodeError:
        return None


INVISIBLE = {
    "ZWSP": "\u200b",
    "BOM": "\ufeff",
    "BEL": "\x07",
    "BS": "\x08",
    "ESC": "\x1b",
    "DEL": "\x7f",
    "C1": "\x99",
    "word joiner": "\u2060",
    "LRM": "\u200e",
    "RLM": "\u200f",
    "RLE": "\u202b",
    "PDF": "\u202c",
    "RLI": "\u2067",
    "soft hyphen": "\u00ad",
    "invisible separator": "\u2063",
    "Braille blank": "\u2800",
}


@fault("TX009")
def invisible(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: re.search(r"\w\w", segment.target))
    if segment is None:
        return None
    composed = [
        found for found in re.finditer(r"\w", segment.target) if unicodedata.normalize("NFD", found[0]) != found[0]
    ]
    if composed and random.random() < 0.25:
        found = random.choice(composed)
        return retarget(case, segment, _replaced(segment.target, found, unicodedata.normalize("NFD", found[0])), "NFD")
    names = [
        name
        for name, mark in INVISIBLE.items()
        if case.language != "ar" or unicodedata.bidirectional(mark) not in "LRLERLIPDF"
    ]
    name = random.choice(names)
    offset = random.choice([found.end() for found in free_matches(r"\w", segment.target)] or [0])
    return retarget(case, segment, segment.target[:offset] + INVISIBLE[name] + segment.target[offset:], name)


@fault("TX010")
def brackets(case: Case, random: Random) -> Mutant | None:
    couples = {"(": ")", "[": "]", "{": "}", "（": "）", "「": "」", "【": "】"}

    def even(segment: Segment) -> bool:
        text = segment.target + segment.source
        return all(segment.target.count(a) == segment.target.count(b) for a, b in couples.items()) and not re.search(
            r"[`\\]|\d\)|\b\w\)", text
        )

    def holds(segment: Segment) -> list[re.Match[str]]:
        return free_matches(r"[(（「【][^()（）「」【】\[\]]+[)）」】]", segment.target)

    segment = case.choose(random, lambda segment: even(segment) and holds(segment)) if random.random() < 0.7 else None
    if segment is not None:
        found = random.choice(holds(segment))
        variant, new = random.choice([
            ("opening lost", found[0][1:]),
            ("closing lost", found[0][:-1]),
            ("in the wrong order", found[0][-1] + found[0][1:-1] + found[0][0]),
        ])  # fmt: skip
        return retarget(case, segment, _replaced(segment.target, found, new), variant)
    segment = case.choose(random, lambda segment: even(segment) and free_matches(r"[^\W\d_]{3,}", segment.target))
    if segment is None:
        return None
    word = random.choice(free_matches(r"[^\W\d_]{3,}", segment.target))
    mark = random.choice(["（", "）", "「"] if case.language in ("ja", "zh") else ["(", ")", "[", "{", "}"])
    new = word[0] + mark if mark in couples.values() else mark + word[0]
    return retarget(case, segment, _replaced(segment.target, word, new), f"{mark} added")


ENDS = {".": ".", "?": "?", "!": "!", ":": ":", "。": ".", "？": "?", "：": ":", "؟": "?", "！": "!"}


@fault("TX011", required=0.95)
def end_punctuation(case: Case, random: Random) -> Mutant | None:
    def ends(segment: Segment) -> bool:
        source, target = segment.source.rstrip(), segment.target.rstrip()
        if len(source) < 12 or len(target) < 2 or target[-2:-1] in ")]*`\"'>.":
            return False
        return (
            source[-1] in ".?!:" and ENDS.get(target[-1]) == source[-1] and not source.endswith(("...", "etc.", "e.g."))
        )

    segment = case.choose(random, ends)
    if segment is None:
        return None
    target = segment.target.rstrip()
    mark = target[-1]
    wide = mark in "。？：！"
    others = [other for other in ("。？：" if wide else ".?:") if other != mark and ENDS[other] != ENDS[mark]]
    variant, end = random.choice([("lost", ""), ("another", random.choice(others)), ("comma", "、" if wide else ",")])
    return retarget(case, segment, target[:-1] + end, f"{mark} {variant} {end}")


@fault("TX013")
def contaminated(case: Case, random: Random) -> Mutant | None:
    edits = []
    share = random.uniform(0.5, 1)
    for segment in case.segments:
        source = segment.source
        if random.random() < share and not re.search(r"[`\[<]", source):
            source = re.sub(r"\bthe\b", "hello", source)
            source = re.sub(r"\bThe\b", "Hello", source)
            source = re.sub(r"\bto ([a-z])", r"too\1", source)
        if source != segment.source:
            edits.append(Edit(segment.start, segment.end, pair(segment.id, segment.target, source)))
    if len(edits) < 5:
        return None
    return edited(case, edits, (0, len(case.text)), f"{'10 or more' if len(edits) > 9 else '5 to 9'} segments")


_FOLDER = TemporaryDirectory(prefix="locdocs-glossary-")


def _forbidden_term(case: Case, random: Random) -> Mutant | None:
    """A forbidden term in place of a word, where the source has a word with a capital letter."""
    pattern = r"(?<=[a-z] )[A-Z][a-z]{4,}(?= [a-z]|\.$|$)"

    def words(segment: Segment) -> list[re.Match[str]]:
        return free_matches(r"(?<=\w )[^\W\d_]{4,}(?= \w|\.$|$)", segment.target)

    segment = case.choose(random, lambda segment: free_matches(pattern, segment.source) and words(segment))
    if segment is None:
        return None
    term = random.choice(free_matches(pattern, segment.source))[0].lower()
    glossary = Path(_FOLDER.name, f"{term}.csv")
    glossary.write_text(f"source,target,status\n{term},trebolo,forbidden\n", encoding="utf-8")
    target = _replaced(segment.target, random.choice(words(segment)), "trebolo")
    return retarget(case, segment, target, "forbidden term", config={"glossary": glossary})


@fault("TX012")
def changed_name(case: Case, random: Random) -> Mutant | None:
    if random.random() < 0.2:
        return _forbidden_term(case, random)
    pattern = r"(?<![\w.@/\\-])[A-Z][a-z]{2,}[A-Z][a-z]{2,}(?![\w@/\\.(-])"

    def names(segment: Segment) -> list[re.Match[str]]:
        sources = {found[0] for found in free_matches(pattern, segment.source)}
        return [found for found in free_matches(pattern, segment.target) if found[0] in sources]

    segment = case.choose(random, lambda segment: names(segment) and segment.target != segment.source)
    if segment is None:
        return None
    found = random.choice(names(segment))
    first = re.findall(r"[A-Z][a-z]+", found[0])[0]
    if len(re.findall(re.escape(found[0]), segment.target)) != 1:
        return None
    variant, new = random.choice(
        [
            ("translated", f"{first}Vista"),
            ("letter lost", found[0].rstrip("s")[:-1]),
            ("small letters", found[0].lower()),
            ("lost", ""),
        ]
    )
    return retarget(case, segment, _replaced(segment.target, found, new), variant)
