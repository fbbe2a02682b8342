"""Faults of links, images, definitions and tabs outside of the pairs, where their brackets and addresses stand."""

from __future__ import annotations

import re
from random import Random

from locdocs.text import TextEdit
from tests.faults.case import Case, Mutant, edited

__all__ = ["broken_image_token", "broken_outside"]

PAIR = (
    r'<span data-ttu-id="[^"]*">[^<\n]*</span><span class="sxs-lookup"><span data-stu-id="[^"]*">[^<\n]*</span></span>'
)
LINK = re.compile(rf"(?P<open>\[)(?P<text>{PAIR})(?P<tail>\]\((?P<to>[^()\s\"<>]+)\))")
IMAGE = re.compile(r"(?P<open>!\[)(?P<text>[^\[\]<>\n]*)(?P<tail>\]\((?P<to>[^()\s\"<>]+)\))")
DEFINITION = re.compile(r"^\[(?P<label>[^\[\]\n]+)\](?P<colon>:[ \t]+)(?P<to>\S+)[ \t]*$", re.MULTILINE)
TAB = re.compile(r"^#+ (?:<a name=[^>]*></a>)?\[[^\]\n]*\]\((?P<address>#tab/(?P<id>[\w-]+))\)[ \t]*$", re.MULTILINE)
TOKEN = re.compile(r'^[ \t]*:::image [^\n]*alt-text=(?P<text>"[^"\n]+")', re.MULTILINE)


def broken_outside(case: Case, random: Random) -> Mutant | None:
    """One of them, where the document has a place for it."""
    kinds = [_link, _link, _image, _image, _title, _definition, _label, _tab]
    for kind in random.sample(kinds, len(kinds)):
        mutant = kind(case, random)
        if mutant is not None:
            return mutant
    return None


def _place(case: Case, random: Random, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """A match that readers see: outside of code, comments and blocks of HTML. Its middle stands outside of pairs."""
    comments = [found.span() for found in re.finditer(r"<!--.*?-->", case.text, re.DOTALL)]
    hidden = [*case.fences, *comments]
    found = [
        match
        for match in pattern.finditer(case.text, case.document.front_matter.end)
        if not any(start <= match.start() < end for start, end in hidden)
        and not any(segment.start < match.start() < segment.end for segment in case.document.segments)
        and not _is_code_or_html(case, match)
    ]
    return random.choice(found) if found else None


def _is_code_or_html(case: Case, match: re.Match[str]) -> bool:
    start, end = case.line(match.start())
    before = case.text[start : match.start()]
    block = case.text[case.text.rfind("\n\n", 0, start) + 2 : end].lstrip()
    return before.count("`") % 2 == 1 or bool(re.match(r" {4,}(?![-*\d])|\t", before)) or block.startswith("<")


def _mutant(case: Case, found: re.Match[str], span: tuple[int, int], new: str, variant: str) -> Mutant | None:
    return edited(case, [TextEdit(*span, new)], found.span(), variant)


def _link(case: Case, random: Random) -> Mutant | None:
    found = _place(case, random, LINK)
    return _broken(case, random, found, "link") if found else None


def _image(case: Case, random: Random) -> Mutant | None:
    found = _place(case, random, IMAGE)
    return _broken(case, random, found, "image") if found else None


def _broken(case: Case, random: Random, found: re.Match[str], what: str) -> Mutant | None:
    to, tail, opening = found["to"], found.span("tail"), found.span("open")
    middle = max(len(to) // 2, 1)
    variants = [
        (tail, f"] ({to})", "] ("),
        (tail, f"]\u00a0({to})", "NBSP"),
        (tail, f"]（{to}）", "full-width"),
        (tail, f"]({to}）", "full-width at its end"),
        (tail, f"］({to})", "full-width ]"),
        (tail, f"]\\({to})", "backslash"),
        (tail, f"]({to[:middle]} {to[middle:]})", "blank in destination"),
        (tail, f"]{to})", "( lost"),
        (tail, f"({to})", "] lost"),
        (opening, opening_of(found["open"], "［"), "full-width ["),
        (opening, opening_of(found["open"], ""), "[ lost"),
    ]
    if not case.text[found.end() : case.line(found.end())[1]].strip():
        variants.append((tail, f"]({to}", ") lost"))
    if what == "image":
        variants += [
            (opening, "! [", "! ["),
            (opening, "！[", "！["),
            (opening, "!\u00a0[", "! NBSP ["),
            (tail, f"] ({to})", "] ("),
        ]
        if not found["text"].strip():
            variants = [each for each in variants if "lost" not in each[2]]
    # What names no file, host or place on the page is no address to those who see it beside a text.
    if not re.search(r"\.[a-z]{2,5}(?:[?#]|$)|^[a-z]+:|^[#/.~]", to, re.IGNORECASE):
        variants = [each for each in variants if each[0] == tail and each[1].startswith("](")]
    span, new, variant = random.choice(variants)
    return _mutant(case, found, span, new, f"{what}: {variant}")


def opening_of(written: str, bracket: str) -> str:
    return written.replace("[", bracket)


def _title(case: Case, random: Random) -> Mutant | None:
    found = _place(case, random, IMAGE)
    if found is None:
        return None
    to = found["to"]
    variant, new = random.choice(
        [
            ("quotes in it", f'({to} "El "panel" de hoy")'),
            ("quotes at its end", f'({to} "El nuevo "panel"")'),
            ("not closed", f'({to} "El panel)'),
            ("guillemets", f"({to} «El panel»)"),
            ("German quotes", f"({to} „Der Bereich“)"),
            ("curly quotes", f"({to} “El panel”)"),
            ("brackets", f"({to} 「パネル」)"),
            ("not opened", f'({to} el panel")'),
        ]
    )
    span = found.start("tail") + 1, found.end("tail")
    return _mutant(case, found, span, new, f"image title: {variant}")


def _definition(case: Case, random: Random) -> Mutant | None:
    found = _place(case, random, DEFINITION)
    if found is None or not re.search(rf"\]\[{re.escape(found['label'])}\]", case.text):
        return None
    before = case.text[: found.start()].rstrip("\n").rpartition("\n")[2]
    after = case.text[found.end() :].lstrip("\r").removeprefix("\n").partition("\n")[0]
    if before.strip() and not DEFINITION.match(before):
        return None
    label, to = found["label"], found["to"]
    variants = [
        ("] :", f"[{label}] : {to}"),
        ("full-width colon", f"[{label}]： {to}"),
        ("full-width brackets", f"［{label}］: {to}"),
        ("blank in destination", f"[{label}]: {to[: len(to) // 2]} {to[len(to) // 2 :]}"),
    ]
    if not after.strip():
        variants.append(("no destination", f"[{label}]:"))
    variant, new = random.choice(variants)
    return _mutant(case, found, found.span(), new, f"definition: {variant}")


def _label(case: Case, random: Random) -> Mutant | None:
    """Its label translated, where all other labels have references and all references have labels."""
    definitions = [found["label"].lower() for found in DEFINITION.finditer(case.text)]
    references = {label.lower() for label in re.findall(r"\]\[([^\[\]\n]+)\]", case.text)}
    found = _place(case, random, DEFINITION)
    if found is None or len(set(definitions)) != len(definitions) or not references <= set(definitions):
        return None
    if found["label"].lower() not in references or not set(definitions) <= references:
        return None
    if len(re.findall(rf"\[{re.escape(found['label'])}\]", case.text, re.IGNORECASE)) < 2:
        return None
    return _mutant(case, found, found.span("label"), "etiqueta traducida", "definition: label translated")


def _tab(case: Case, random: Random) -> Mutant | None:
    found = _place(case, random, TAB)
    if found is None or len(TAB.findall(case.text)) < 2:
        return None
    name = found["id"]
    variant, new = random.choice(
        [
            ("translated", f"#pestaña/{name}"),
            ("translated", f"#registerkarte/{name}"),
            ("blank", f"# tab/{name}"),
            ("blanks", f"#tab / {name}"),
            ("capital", f"#Tab/{name}"),
            ("full-width", f"＃tab/{name}"),
            ("id translated", "#tab/ウィンドウズ"),
        ]
    )
    return _mutant(case, found, found.span("address"), new, f"tab: {variant}")


def broken_image_token(case: Case, random: Random) -> Mutant | None:
    """The alternative text of a ``:::image``, its quotation marks torn."""
    found = _place(case, random, TOKEN)
    if found is None:
        return None
    variant, new = random.choice(
        [
            ("quotes in it", '"El "panel" de hoy"'),
            ("quotes at its end", '"El nuevo "panel""'),
            ("not closed", '"El panel'),
            ("guillemets", "«El panel»"),
            ("curly quotes", "“El panel”"),
            ("one too many", '"El "panel"'),
        ]
    )
    return _mutant(case, found, found.span("text"), new, f"alt-text: {variant}")
