"""Faults of the span markup: family SP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from locdocs.model import Segment
from tests.faults.case import Case, Edit, Mutant, edited, fault, free_matches, pair, swap

MIDDLE = '</span><span class="sxs-lookup">'


@fault("SP001")
def unclosed_target(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: segment.target.strip() and "span" not in segment.target)
    if segment is None:
        return None
    broken = random.choice(["", "</spn>", "< /span>", "</span", "<span>", "</ span>", "<//span>"])
    return edited(
        case,
        [Edit(segment.target_end, segment.target_end + 7, broken)],
        (segment.start, segment.end),
        f"</span> → {broken}",
    )


@fault("SP002")
def unclosed_source(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: segment.source.strip() and "span" not in segment.source)
    if segment is None:
        return None
    broken = random.choice(["", "</span>", "</spn></span>", "</span></spn>", "</span></span", "<span></span>"])
    return edited(
        case,
        [Edit(segment.source_end, segment.end, broken)],
        (segment.start, segment.end),
        f"</span></span> → {broken}",
    )


@fault("SP003")
def target_alone(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: segment.target.strip() and segment.source.strip())
    if segment is None:
        return None
    if random.random() < 0.2:
        return _moved_source(case, segment)
    half = f'<span data-ttu-id="{segment.id}">{segment.target}</span>'
    variant, new = random.choice([("deleted", half), ("source as plain text", f"{half} {segment.source}")])
    return swap(case, segment, new, variant)


def _moved_source(case: Case, segment: Segment) -> Mutant | None:
    """The source half behind the pair that follows, in another paragraph."""
    following = next((other for other in case.segments if other.start >= segment.end), None)
    if following is None or "\n\n" not in case.text[segment.end : following.start] or "<span" in segment.target:
        return None
    lookup = case.text[segment.target_end + len("</span>") : segment.end]
    edits = [Edit(segment.end - len(lookup), segment.end, ""), Edit(following.end, following.end, lookup)]
    return edited(case, edits, (segment.start, following.end), "moved a paragraph down")


@fault("SP004")
def source_alone(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: segment.target.strip() and segment.source.strip())
    if segment is None:
        return None
    if random.random() < 0.2:
        return _moved_source(case, segment)
    half = f'<span class="sxs-lookup"><span data-stu-id="{segment.id}">{segment.source}</span></span>'
    variant, new = random.choice([("deleted", half), ("target as plain text", f"{segment.target} {half}")])
    return swap(case, segment, new, variant)


@fault("SP005")
def gap(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: segment.target.strip() and segment.source.strip())
    if segment is None:
        return None
    filling = random.choice([" ", "  ", "\n", "\t", "\u00a0", "&nbsp;", ".", ": ", "**", "<br>", " - ", "。"])
    offset = segment.target_end + 7
    return edited(case, [Edit(offset, offset, filling)], (segment.start, segment.end), repr(filling))


@fault("SP006")
def nested(case: Case, random: Random) -> Mutant | None:
    if len(case.segments) < 2:
        return None
    index = random.randrange(len(case.segments) - 1)
    outer, inner = case.segments[index : index + 2]
    moved = case.text[inner.start : inner.end]
    target, source = outer.target, outer.source
    where = random.choice(["start of target", "middle of target", "end of target", "middle of source", "end of source"])
    side = target if "target" in where else source
    spaces = free_matches(r" ", side)
    if "`" in side or "span" in side or ("middle" in where and not spaces):
        return None
    cut = 0 if "start" in where else len(side) if "end" in where else random.choice(spaces).end()
    side = side[:cut] + moved + side[cut:]
    target, source = (side, source) if "target" in where else (target, side)
    edits = [Edit(outer.start, outer.end, pair(outer.id, target, source)), Edit(inner.start, inner.end, "")]
    return edited(case, edits, (outer.start, outer.end), where)


@fault("SP007")
def encoded(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(
        random, lambda segment: segment.target.strip() and "<span" not in segment.target + segment.source
    )
    if segment is None:
        return None
    good = case.text[segment.start : segment.end]
    opening, lookup = (
        f'<span data-ttu-id="{segment.id}">',
        f'<span class="sxs-lookup"><span data-stu-id="{segment.id}">',
    )
    closing, ends = "</span>", "</span></span>"

    def built(change: dict[str, str]) -> str:
        table = str.maketrans(change)
        return (
            opening.translate(table)
            + segment.target
            + closing.translate(table)
            + lookup.translate(table)
            + (segment.source + ends.translate(table))
        )

    variants = {
        "encoded twice": built({'"': "&amp;quot;"}),
        "backslashes before brackets": built({"<": "\\<"}),
        "closing quote of the first id": good.replace(f'{segment.id}">', f"{segment.id}&quot;>", 1),
        "opening quote of the first id": good.replace('ttu-id="', "ttu-id=&quot;", 1),
        "quotes of the class": good.replace('"sxs-lookup"', "&quot;sxs-lookup&quot;", 1),
        "closing quote of the second id": good.replace(f'stu-id="{segment.id}"', f'stu-id="{segment.id}&quot;', 1),
        "all quotes": built({'"': "&quot;"}),
        "all quotes, escaped": built({'"': '\\"'}),
        "all brackets": built({"<": "&lt;", ">": "&gt;"}),
        "opening brackets": built({"<": "&lt;"}),
        "all brackets, twice": built({"<": "&amp;lt;", ">": "&amp;gt;"}),
        "all tags, twice": built({"<": "&amp;lt;", ">": "&amp;gt;", '"': "&amp;quot;"}),
        "brackets as numbers": built({"<": "&#60;", ">": "&#62;"}),
        "brackets as in addresses": built({"<": "%3C", ">": "%3E"}),
        "one bracket": good.replace("<span data-ttu-id", "&lt;span data-ttu-id", 1),
        "tags of the source": good.replace("<span class", "&lt;span class", 1),
        "numeric": built({'"': "&#34;"}),
    }
    variant = random.choice(list(variants))
    return swap(case, segment, variants[variant], variant)


@fault("SP008")
def irregular(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(
        random, lambda segment: segment.target.strip() and "span" not in segment.target + segment.source
    )
    if segment is None:
        return None
    identifier = segment.id
    first, cls, second = (
        f'<span data-ttu-id="{identifier}">',
        '<span class="sxs-lookup">',
        f'<span data-stu-id="{identifier}">',
    )
    changes = [
        (first, f"<span data-ttu-id='{identifier}'>"),
        (first, f'<span class="notranslate" data-ttu-id="{identifier}">'),
        (first, f'<span data-ttu-id="{identifier}" lang="es">'),
        (first, f'<SPAN data-ttu-id="{identifier}">'),
        (first, f'<span DATA-TTU-ID="{identifier}">'),
        (first, f'<span  data-ttu-id="{identifier}">'),
        (first, f'<span data-ttu-id = "{identifier}">'),
        (first, f'<span data-ttu-id="{identifier}" >'),
        (first, f"<span data-ttu-id={identifier}>"),
        (cls, "<span class='sxs-lookup'>"),
        (cls, "<span class=sxs-lookup>"),
        (cls, '<span class="sxs-lookup" style="display:none">'),
        (cls, '<span id="x1" class="sxs-lookup">'),
        (cls, '<span class="Sxs-Lookup">'),
        (second, f"<span data-stu-id='{identifier}'>"),
        (second, f'<span data-stu-id="{identifier}" dir="ltr">'),
        (second, f'<Span data-stu-id="{identifier}">'),
        ("</span>" + cls, "</SPAN>" + cls),
        ("</span>" + cls, "</span >" + cls),
    ]
    good = case.text[segment.start : segment.end]
    old, new = random.choice(changes)
    variants = [(good.replace(old, new, 1), new.replace(identifier, "ID")), *_unreadable(segment)]
    return swap(case, segment, *random.choice([variants[0], random.choice(variants)]))


def _unreadable(segment: Segment) -> Iterator[tuple[str, str]]:
    """Tags as machine translation leaves them; none of them is read."""

    def built(*changes: tuple[str, str]) -> str:
        tags = pair(segment.id, "\0", "\0")
        for old, new in changes:
            tags = tags.replace(old, new)
        target, middle, ending = tags.split("\0")
        return f"{target}{segment.target}{middle}{segment.source}{ending}"

    names = [("data-ttu-id", "data - ttu - id"), ("data-stu-id", "data - stu - id")]
    blanks = [("<span", "< span"), ("</span", "</ span")]
    yield built(*blanks), "blanks in brackets"
    yield built(*blanks[:1]), "blanks in opening brackets"
    yield built(*names), "blanks in names"
    yield built(*names, *blanks, ("sxs-lookup", "sxs - lookup"), ("=", " = ")), "blanks everywhere"
    yield built(names[0]), "blanks in the first name"
    yield built(names[1]), "blanks in the second name"
    yield built(("-", "\u2013"), (segment.id.replace("-", "\u2013"), segment.id)), "dashes"
    yield built(("<", "\uff1c"), (">", "\uff1e")), "full-width brackets"
    yield built(("span", "lapso")), "translated"
    yield built(("<span data-ttu", "span data-ttu")), "a bracket lost"
    yield built(("<", ""), (">", "")), "all brackets lost"


@fault("SP009")
def in_code(case: Case, random: Random) -> Mutant | None:
    fences = [
        (start, end) for start, end in case.fences if case.text[start] in "`~" and case.text.count("\n", start, end) > 1
    ]
    if fences and random.random() < 0.4:
        return _moved_into_fence(case, random, fences)
    segment = case.choose(
        random,
        lambda segment: (
            not case.before(segment).strip(" ")
            and len(case.before(segment)) == 0
            and "`" not in segment.target + segment.source
            and "\n" not in segment.target + segment.source
        ),
    )
    if segment is None:
        return None
    start, end = case.line(segment.start)
    alone = (start == 0 or case.text[:start].endswith("\n\n")) and case.text[end : end + 2] in ("\n\n", "\n", "")
    if not alone or "`" in case.text[start:end] or random.random() < 0.3:
        ticks = random.choice(["`", "``"])
        if "`" in case.text[start:end]:
            return None
        return swap(case, segment, ticks + case.text[segment.start : segment.end] + ticks, f"in {ticks}")
    mark, info = random.choice(["```", "~~~", "````"]), random.choice(["", "console", "json"])
    edits = [Edit(start, start, f"{mark}{info}\n"), Edit(end, end, f"\n{mark}")]
    return edited(case, edits, (segment.start, segment.end), f"in {mark}")


def _moved_into_fence(case: Case, random: Random, fences: list[tuple[int, int]]) -> Mutant | None:
    fence = random.choice(fences)
    segment = case.choose(random, lambda segment: not fence[0] <= segment.start < fence[1])
    if segment is None or "```" in segment.target + segment.source or "\n" in segment.target + segment.source:
        return None
    offset = case.text.index("\n", fence[0]) + 1
    moved = case.text[segment.start : segment.end]
    edits = [Edit(segment.start, segment.end, ""), Edit(offset, offset, random.choice(["", "# ", "  "]) + moved + "\n")]
    return edited(case, edits, (offset, offset), "moved into a fence")


@fault("SP010")
def across_blocks(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(
        random,
        lambda segment: (
            len(free_matches(r"(?<=\w) (?=\w)", segment.target)) > 2
            and re.fullmatch(r" *(?:[-*+] +|\d+\. +)?", case.before(segment))
            and "|" not in case.text[slice(*case.line(segment.start))]
            and not re.search(r"[`*_\[<]", segment.target + segment.source)
        ),
    )
    if segment is None or "\n" in segment.target:
        return None
    space = random.choice(free_matches(r"(?<=\w) (?=\w)", segment.target))
    breaks = ["\n\n", "\n\n", "\n \n", "\n- ", "\n* ", "\n## ", "\n1. ", "\n> ", "\n```\n"]
    if case.before(segment):
        # What is indented too little or too much there goes on with the paragraph.
        breaks = ["\n\n", "\n- ", "\n## ", "\n1. "]
    broken = random.choice(breaks)
    if "\r\n" in case.text[segment.start - 200 : segment.end + 200]:
        broken = broken.replace("\n", "\r\n")
    target = segment.target[: space.start()] + broken + segment.target[space.end() :]
    return swap(case, segment, pair(segment.id, target, segment.source), repr(broken))


@fault("SP011", required=0.95)
def untracked(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(
        random, lambda segment: len(free_matches(r"[a-zA-Z]{3,}", segment.source)) >= 4 and len(segment.target) > 8
    )
    if segment is None:
        return None
    variant = random.choice(["target", "source", "added"])
    if variant == "added":
        sentence = random.choice(
            ["Open the settings page and choose a region.", "The service restarts after the update."]
        )
        return swap(case, segment, case.text[segment.start : segment.end] + " " + sentence, variant)
    return swap(case, segment, segment.target if variant == "target" else segment.source, variant)


@fault("SP012")
def conflict(case: Case, random: Random) -> Mutant | None:
    header = case.document.front_matter.end
    lines = [
        found.end()
        for found in re.finditer(r"\n(?=\n)", case.text[header:])
        if not any(start <= header + found.end() + 1 <= end for start, end in case.fences)
    ]
    if not lines:
        return None
    offset = header + random.choice(lines) + 1
    start, end = case.line(offset)
    ours = case.text[start:end]
    if not ours.strip() or re.match(r" {4}|\t", ours):
        return None
    branch = random.choice(["main", "0f3ab21", "origin/live", "refs/heads/loc-batch"])
    name, new = random.choice(
        [
            ("whole", f"<<<<<<< HEAD\n{ours}\n=======\nAnother text of this line.\n>>>>>>> {branch}"),
            ("whole, diff3", f"<<<<<<< HEAD\n{ours}\n||||||| base\n=======\n>>>>>>> {branch}"),
            ("first marker", f"<<<<<<< HEAD\n{ours}"),
            ("first marker with a branch", f"<<<<<<< {branch}\n{ours}"),
            ("last marker", f"{ours}\n>>>>>>> {branch}"),
        ]
    )
    return edited(case, [Edit(start, end, new)], (start, end), name)


@fault("SP013")
def broken_mark(case: Case, random: Random) -> Mutant | None:
    """The blank behind the mark of a heading or of a list item is lost or another one, or the mark is."""
    marks = [
        found
        for found in re.finditer(
            r"^(?P<lead>[ \t]{0,3})(?P<mark>#{1,6}|[-+*]|\d{1,2}\.)(?P<blank>[ \t]+)(?=<span data-ttu-id|<a name=)",
            case.text[case.document.front_matter.end :],
            re.MULTILINE,
        )
        if not any(start <= case.document.front_matter.end + found.start() < end for start, end in case.fences)
    ]
    tables = list(re.finditer(r"^\|?[ ]?:?-+:?(?P<more>[ ]?\|[ ]?:?-+:?)+[ ]?\|?[ ]*$", case.text, re.MULTILINE))
    variants = [name for name, places in (("mark", marks), ("table", tables)) if places]
    if not variants:
        return None
    if random.choice(variants) == "table":
        found = random.choice(tables)
        above = case.text[: found.start()].rstrip("\n").rpartition("\n")[2]
        if "data-ttu-id" not in above or "|" not in above:
            return None
        return edited(case, [Edit(*found.span("more"), "")], found.span(), "cell of dashes lost")
    found = random.choice(marks)
    header = case.document.front_matter.end
    start, end = header + found.start("mark"), header + found.end()
    mark = found["mark"]
    line = case.text[start : case.text.find("\n", start)]
    if found["mark"] == "*" and line.count("*") > 1:
        return None
    odd = {"#": "＃", "-": "•", "*": "•", "+": "•"}.get(mark, "")
    new, variant = random.choice(
        [(mark, "blank lost"), (f"{mark}\u00a0", "no-break space"), *([(f"{odd} ", "odd mark")] if odd else [])]
    )
    if mark[0] == "#" and case.text.startswith("<a", end) and variant == "odd mark" and len(mark) > 1:
        return None
    return edited(case, [Edit(start, end, new)], (start, end), variant)
