"""Faults of links, code, emphasis, tags and placeholders inside a segment: family IC."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from locdocs.model import Segment
from tests.faults.case import Case, Mutant, fault, free_matches, pair, retarget, swap
from tests.faults.skeletons import broken_image_token, broken_outside

CODE = re.compile(r"(?<![`\\])`(?P<inside>[^`\n]+)`(?!`)")
LINK = re.compile(r"(?<![!\\\]])\[(?P<text>[^\[\]`]+)\]\((?P<to>[^()\s]+)\)")
IMAGE = re.compile(r"!\[(?P<text>[^\[\]`]*)\]\((?P<to>[^()\s]+)\)")
BOLD = re.compile(r"(?<![*\\])\*\*(?P<inside>[^*\s`](?:[^*`]*[^*\s`])?)\*\*(?!\*)")
ITALIC = re.compile(r"(?<![*\\\w])\*(?P<inside>[^*\s`](?:[^*`]*[^*\s`])?)\*(?![*\w])")
TAG = re.compile(
    r"<(?P<name>b|i|u|em|strong|code|kbd|sup|sub|br|a|p|img|span|li|ul)(?P<rest>\s[^<>]*|/|\s/)?>", re.IGNORECASE
)


def _segment_with(case: Case, random: Random, pattern: re.Pattern[str]) -> Segment | None:
    """A segment that holds something on both sides, the same number of times."""

    def holds(segment: Segment) -> bool:
        number = len(pattern.findall(segment.target))
        return number > 0 and number == len(pattern.findall(segment.source))

    return case.choose(random, holds)


def _replaced(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


def _one(text: str, pattern: re.Pattern[str], random: Random) -> re.Match[str]:
    return random.choice(list(pattern.finditer(text)))


def _word(random: Random, text: str, pattern: str = r"\b[^\W\d_]{4,}\b") -> re.Match[str] | None:
    return random.choice(free_matches(pattern, text) or [None])


def _changed_word(case: Case, random: Random, change: Callable[[str], str], variant: str) -> Mutant | None:
    segment = case.choose(random, lambda segment: _word(random, segment.target) and "`" not in segment.target)
    word = segment and _word(random, segment.target)
    if segment is None or word is None:
        return None
    return retarget(case, segment, _replaced(segment.target, word, change(word[0])), variant)


@fault("IC001")
def link_count(case: Case, random: Random) -> Mutant | None:
    pattern = random.choice([LINK, LINK, IMAGE])
    segment = _segment_with(case, random, pattern)
    if segment is None:
        return None
    found = _one(segment.target, pattern, random)
    if "`" in segment.target[: found.start()] and segment.target[: found.start()].count("`") % 2:
        return None
    variants = {
        "text without link": found["text"],
        "lost with its text": "",
        "twice": f"{found[0]} {found[0]}",
        "another added": f"{found[0]} [x]({found['to']})",
    }
    if not re.match(r"https?:", found["to"]):
        # An address that stands by itself is a link to those who publish these documents.
        variants |= {
            "address without link": f"{found['text']} {found['to']}",
            "brackets lost": f"{found['text']}({found['to']})",
        }
    if pattern is LINK:
        variants["words for a destination"] = (
            f"[{found['text']}] ({random.choice(['ver abajo', 'siehe unten', '既定値'])})"
        )
    variant = random.choice(list(variants))
    new = variants[variant]
    return retarget(case, segment, _replaced(segment.target, found, new), variant)


@fault("IC002")
def destination(case: Case, random: Random) -> Mutant | None:
    pattern = random.choice([LINK, LINK, LINK, IMAGE])
    segment = _segment_with(case, random, pattern)
    if segment is None:
        return None
    found = _one(segment.target, pattern, random)
    to = found["to"]
    letters = [place.start() for place in re.finditer(r"(?<=[a-z]{2})[a-z](?=[a-z])", to)]
    variants = {
        "anchor lost": to.partition("#")[0],
        "extension lost": to.replace(".md", "", 1),
        "folder lost": re.sub(r"^[^/:#]*/(?=.)", "", to, count=1),
        "one folder up": f"../{to}",
        "last part lost": to.rpartition("/")[0],
        "query added": f"{to}{'&' if '?' in to else '?'}x=1" if "#" not in to else to,
        "anchor added": f"{to}#inicio" if "#" not in to else f"{to}-2",
        "other host": re.sub(r"^(https?://)[^/]+", r"\1example.com", to),
        "full-width": to.replace("/", "／", 1),
    }
    if letters:
        place = random.choice(letters)
        variants["letter changed"] = to[:place] + ("x" if to[place] != "x" else "y") + to[place + 1 :]
        variants["letter lost"] = to[:place] + to[place + 1 :]
    if re.search(r"/[a-z]{2}-[a-z]{2}/", to, re.IGNORECASE):
        return None
    variant = random.choice([name for name, new in variants.items() if new != to and new])
    start, end = found.span("to")
    return retarget(case, segment, segment.target[:start] + variants[variant] + segment.target[end:], variant)


@fault("IC003", also=("IC001",))
def broken_link(case: Case, random: Random) -> Mutant | None:
    if random.random() < 0.5:
        mutant = broken_outside(case, random)
        if mutant is not None:
            return mutant
    pattern = random.choice([LINK, LINK, IMAGE])
    segment = _segment_with(case, random, pattern)
    if segment is None:
        return None
    found = _one(segment.target, pattern, random)
    mark = "!" if pattern is IMAGE else ""
    text, to = found["text"], found["to"]
    if "`" in segment.target:
        return None
    if random.random() < 0.25:
        return _torn_title(case, random, segment, found)
    variant, new = random.choice(
        [
            ("backslashes", f"{mark}[{text}](\\{to.strip('/')}\\)"),
            ("] (", f"{mark}[{text}] ({to})"),
            ("]  (", f"{mark}[{text}]  ({to})"),
            ("NBSP", f"{mark}[{text}]\u00a0({to})"),
            ("unclosed (", f"{mark}[{text}]({to}"),
            ("( lost", f"{mark}[{text}]{to})"),
            ("full-width", f"{mark}[{text}]（{to}）"),
            ("blank in destination", f"{mark}[{text}]({to[: len(to) // 2]} {to[len(to) // 2 :]})"),
            ("] lost", f"{mark}[{text}({to})"),
        ]
    )
    return retarget(case, segment, _replaced(segment.target, found, new), variant)


def _torn_title(case: Case, random: Random, segment: Segment, found: re.Match[str]) -> Mutant | None:
    """Titles are rare: a good one is put into the source, and a spoiled one into the target."""
    there = segment.source.find(f"]({found['to']})")
    if there < 0 or '"' in segment.target or "\n" in segment.target:
        return None
    end = there + len(f"]({found['to']}")
    source = f'{segment.source[:end]} "The main view"{segment.source[end:]}'
    variant, title = random.choice(
        [
            ("quotes in the title", ' "La "vista" de hoy")'),
            ("title not closed", ' "La vista)'),
            ("title behind", ') "La vista"'),
            ("other quotes", " «La vista»)"),
        ]
    )
    target = segment.target[: found.end() - 1] + title + segment.target[found.end() :]
    return swap(case, segment, pair(segment.id, target, source), variant)


@fault("IC004")
def code_span(case: Case, random: Random) -> Mutant | None:
    if random.random() < 0.15:
        return _changed_word(case, random, lambda word: f"`{word}`", "added")
    segment = _segment_with(case, random, CODE)
    if segment is None:
        return None
    found = _one(segment.target, CODE, random)
    inside = found["inside"]
    letters = [place.start() for place in re.finditer(r"[A-Za-z]", inside)]
    variants = {"backticks lost": inside, "lost": ""}
    if letters and len(inside) > 2:
        place = random.choice(letters)
        variants |= {
            "letter changed": inside[:place] + ("x" if inside[place] not in "xX" else "q") + inside[place + 1 :],
            "letter lost": inside[:place] + inside[place + 1 :],
            "blank inside": inside[:1] + " " + inside[1:] if inside[1] != " " and inside[0] != " " else inside,
            "translated": "nombre",
            "capitals": inside.swapcase(),
        }
    variant = random.choice([name for name, new in variants.items() if new != inside])
    new = variants[variant]
    if variant not in ("backticks lost", "lost"):
        new = f"`{new}`"
    return retarget(case, segment, _replaced(segment.target, found, new), variant)


@fault("IC005")
def backticks(case: Case, random: Random) -> Mutant | None:
    if random.random() < 0.3:
        return _changed_word(case, random, lambda word: random.choice([f"`{word}", f"{word}`"]), "one added")
    segment = _segment_with(case, random, CODE)
    if segment is None or segment.target.count("`") % 2:
        return None
    found = _one(segment.target, CODE, random)
    variant, new = random.choice(
        [
            ("opening lost", found["inside"] + "`"),
            ("closing lost", "`" + found["inside"]),
            ("closing became a quote", f"`{found['inside']}'"),
            ("closing became an accent", f"`{found['inside']}´"),
        ]
    )
    return retarget(case, segment, _replaced(segment.target, found, new), variant)


@fault("IC006")
def emphasis(case: Case, random: Random) -> Mutant | None:
    pattern = random.choice([BOLD, BOLD, BOLD, ITALIC])
    if random.random() < 0.25:
        mark = random.choice(["**", "*"])
        return _changed_word(case, random, lambda word: mark + word + mark, f"{mark} added")
    segment = _segment_with(case, random, pattern)
    if segment is None:
        return None
    found = _one(segment.target, pattern, random)
    mark = "**" if pattern is BOLD else "*"
    variant, new = random.choice(
        [
            (f"{mark} lost", found["inside"]),
            (f"closing {mark} lost", mark + found["inside"]),
            (f"opening {mark} lost", found["inside"] + mark),
            ("lost with its text", ""),
        ]
    )
    return retarget(case, segment, _replaced(segment.target, found, new), variant)


@fault("IC007")
def dead_emphasis(case: Case, random: Random) -> Mutant | None:
    pattern = random.choice([BOLD, BOLD, BOLD, ITALIC])
    segment = _segment_with(case, random, pattern)
    if segment is None:
        return None
    found = _one(segment.target, pattern, random)
    mark, inside = "**" if pattern is BOLD else "*", found["inside"]
    if segment.target.count(mark) != 2 and pattern is ITALIC:
        return None
    forms = [(f"{mark} text{mark}", f"{mark} {inside}{mark}"), (f"{mark}text {mark}", f"{mark}{inside} {mark}")]
    forms.append((f"{mark} text {mark}", f"{mark} {inside} {mark}"))
    if pattern is BOLD:
        forms += [
            ("* *text**", f"* *{inside}**"),
            ("**text* *", f"**{inside}* *"),
            ("* *text* *", f"* *{inside}* *"),
        ]
    if not segment.target[: found.start()].strip():
        # At the start of a line "* text" is a list.
        forms = [forms[1]]
    variant, new = random.choice(forms)
    return retarget(case, segment, _replaced(segment.target, found, new), variant)


@fault("IC008")
def html_tag(case: Case, random: Random) -> Mutant | None:
    segment = _segment_with(case, random, TAG) if random.random() < 0.6 else None
    if segment is None or segment.target.count("`"):
        tag = random.choice(["b", "br", "sup", "strong", "kbd", "u"])
        return _changed_word(
            case, random, lambda word: f"{word}<br>" if tag == "br" else f"<{tag}>{word}</{tag}>", f"<{tag}> added"
        )
    found = _one(segment.target, TAG, random)
    name = found["name"]
    other = {"b": "strong", "strong": "b", "i": "em", "em": "i", "br": "hr"}.get(name.lower(), "b")
    target = segment.target
    variants = {
        "lost": _replaced(target, found, ""),
        "another name": _replaced(target, found, f"<{other}{found['rest'] or ''}>"),
        "translated": _replaced(target, found, f"<{name}o{found['rest'] or ''}>"),
        "blank before the name": _replaced(target, found, f"< {name}{found['rest'] or ''}>"),
        "twice": _replaced(target, found, found[0] * 2),
    }
    closing = re.search(f"</{name}>", target, re.IGNORECASE)
    if closing:
        variants["closing lost"] = _replaced(target, closing, "")
        variants["closing became opening"] = _replaced(target, closing, f"<{name}>")
    variant = random.choice(list(variants))
    return retarget(case, segment, variants[variant], variant)


PLACEHOLDERS = {
    "{name}": ["{nombre}", "{}", "{name", "{ name }", ""],
    "{serialNumber},,,": ["{,,,}"],
    "{0}": ["{1}", "(0)", "{ 0 }", ""],
    "{{count}}": ["{{cuenta}}", "{{ }}", "{count}", ""],
    "{{ size }}": ["{ size }", "{{ tamaño }}", ""],
    "%s": ["% s", "%S", "%d", ""],
    "%d": ["% d", "%s", ""],
    "$(VAR)": ["$ (VAR)", "(VAR)", "$(VARIABLE)", ""],
    "$(Build.BuildId)": ["$(Compilación.BuildId)", "$(build.buildId)", ""],
    "<PLACEHOLDER>": ["<MARCADOR>", "PLACEHOLDER", ""],
    # A name in small letters is rightly translated.
    "<your-name>": ["your-name", ""],
    "<RESOURCE_GROUP>": ["<RESOURCE GROUP>", "<GRUPO_DE_RECURSOS>", ""],
}


@fault("IC009")
def placeholder(case: Case, random: Random) -> Mutant | None:
    """They are rare in prose: a good one is put into the source, and a spoiled one into the target."""
    segment = case.choose(
        random,
        lambda segment: (
            len(free_matches(r"(?<=\w) (?=\w)", segment.source)) > 3 and not re.search(r"[{}%$<`]", segment.target)
        ),
    )
    if segment is None:
        return None
    good = random.choice(list(PLACEHOLDERS))
    bad = random.choice(PLACEHOLDERS[good])
    spaces = free_matches(r"(?<=\w) (?=\w)", segment.target) or free_matches(
        r"(?<=\w)(?=[。、はをに ])", segment.target
    )
    if not spaces:
        return None
    space, other = random.choice(spaces), random.choice(free_matches(r"(?<=\w) (?=\w)", segment.source))
    target = segment.target[: space.start()] + (f" {bad} " if bad else " ") + segment.target[space.end() :]
    source = segment.source[: other.start()] + f" {good} " + segment.source[other.end() :]
    return swap(case, segment, pair(segment.id, target, source), f"{good} → {bad or 'nothing'}")


XREF = re.compile(r"<xref:[^<>\s]+>|\[!(?:INCLUDE|include)\s?\[[^\]]*\]\([^)]*\)\]|\]\(xref:[^)\s]+\)")


@fault("IC010")
def docfx_token(case: Case, random: Random) -> Mutant | None:
    segment = _segment_with(case, random, XREF) if random.random() < 0.5 else None
    if segment is not None:
        found = _one(segment.target, XREF, random)
        token = found[0]
        variants = {"lost": "](#)" if token.startswith("](") else ""}
        if "xref" in token:
            variants["unknown scheme"] = token.replace("xref:", random.choice(["xerf:", "xref ", "ref:"]), 1)
            variants["name changed"] = re.sub(r"xref:(\w)", r"xref:x\1", token)
        else:
            variants["translated"] = re.sub("INCLUDE", "INCLUIR", token, flags=re.IGNORECASE)
            variants["blank"] = token.replace("[!", "[! ", 1)
        variant = random.choice(list(variants))
        return retarget(case, segment, _replaced(segment.target, found, variants[variant]), variant)
    for spoiled in (_spoiled_colons, broken_image_token):
        mutant = spoiled(case, random) if random.random() < 0.3 else None
        if mutant is not None:
            return mutant
    if random.random() < 0.5:
        markers = [
            found
            for found in re.finditer(
                r"(?<=> )\[!(?P<name>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?=\s*$)", case.text, re.MULTILINE
            )
            if not any(start <= found.start() < end for start, end in case.fences)
        ]
        if markers:
            return _spoiled_marker(case, random, random.choice(markers))
    segment = case.choose(random, lambda segment: len(segment.target) > 10 and "[!" not in segment.target)
    if segment is None:
        return None
    token = random.choice(
        [
            "[!NOTA]",
            "[!IMPORTANTE]",
            "[!HINWEIS]",
            "[!ADVERTENCIA]",
            "[!NOTE]",
            "[!WICHTIG]",
            "[!SUGERENCIA]",
            "[!PROPINA]",
            "[!注]",
            "[!重要]",
            "[!备注]",
            "[!ВАЖНО]",
            "[!ملاحظة]",
        ]
    )
    return retarget(case, segment, f"{token} {segment.target}", f"{token} added")


def _spoiled_marker(case: Case, random: Random, found: re.Match[str]) -> Mutant:
    new = random.choice(
        [
            "[!NOTA]",
            "[!IMPORTANTE]",
            "[!HINWEIS]",
            "[!Sugerencia]",
            "[! NOTE]",
            "[!注意]",
            "[!ADVERTENCIA]",
            f"\\[!{found['name']}\\]",
            f"［!{found['name']}］",
            f"[！{found['name']}]",
            f"[¡{found['name']}]",
        ]
    )
    text = _replaced(case.text, found, new)
    return Mutant(text, found.start(), found.start() + len(new), f"{new} in a marker")


COLONS = re.compile(
    r"^[ \t]*(?P<colons>:::)(?=(?P<name>image|row|column|zone|moniker)(?P<end>-end)?[ :])|^\[!div (?P<class>class)=",
    re.MULTILINE,
)


def _spoiled_colons(case: Case, random: Random) -> Mutant | None:
    """A token of three colons, or the attribute of a ``[!div``, outside of segments."""
    places = [
        found
        for found in COLONS.finditer(case.text)
        if not any(start <= found.start() < end for start, end in case.fences)
        and not any(segment.start <= found.start() < segment.end for segment in case.segments)
    ]
    if not places:
        return None
    found = random.choice(places)
    if found["class"]:
        new, place, variant = random.choice(["clase", "klasse", "クラス"]), found.span("class"), "[!div translated"
    elif found["end"] and random.random() < 0.5:
        # What is left open shows where it begins, or where something around it ends.
        text = case.text[: found.start()] + case.text[case.line(found.start())[1] :]
        return Mutant(text, 0, len(text), "the end of a container lost")
    else:
        new, place, variant = random.choice(["::", ": ::", ":: :", "：：："]), found.span("colons"), "colons"
    text = case.text[: place[0]] + new + case.text[place[1] :]
    return Mutant(text, place[0], place[0] + len(new), variant)


ENTITY = re.compile(r"&(?:#\d+|[a-z]+);")


# A name of code: two words written as one, with an underscore or a dot between them, or with call parentheses.
NAMES = re.compile(
    r"(?<![\w.-])(?:[A-Z][a-z]+[A-Z][a-z]+[A-Za-z]*|[a-z]{2,}[A-Z][a-z]+[A-Za-z]*|[A-Z]{2,}\\?_[A-Z]{2,}"
    r"|[A-Z][A-Za-z]{2,}\.[a-z]{1,6}|[a-z]{3,}\.(?:exe|json|config|txt|dll)|--[a-z]{4,})(?![\w.-])",
    re.ASCII,
)


@fault("IC013")
def identifier(case: Case, random: Random) -> Mutant | None:
    def shared(segment: Segment) -> list[re.Match[str]]:
        ours = {found[0] for found in free_matches(NAMES, segment.source)}
        names = [found for found in free_matches(NAMES, segment.target) if found[0] in ours]
        # NuGet and the like, of five letters, are written in many ways; who has a name left over has not lost it.
        return [
            found
            for found in names
            if len(found[0]) > 5 and segment.source.count(found[0]) == segment.target.count(found[0])
        ]

    segment = case.choose(random, shared)
    if segment is None:
        return None
    found = random.choice(shared(segment))
    name = found[0]
    place = random.choice([at for at in range(2, len(name)) if name[at - 1 : at + 1].isalnum()])
    blank = name[:place] + " " + name[place:]
    variants = {
        "blank inside": blank,
        "letter lost": name[:place] + name[place + 1 :],
        "letters swapped": name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :],
        "letter twice": name[:place] + name[place - 1 :],
    }
    if place == len(name) - 1 and name.endswith("s"):  # one of many is no other name
        del variants["letter lost"]
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)
    if "." in name:
        variants["blank behind the dot"] = name.replace(".", ". ")
    if "_" in name:  # of other names the case is free
        variants["small letters"] = name.lower()
        variants["blank behind the underscore"] = name.replace("_", "_ ")
    if len(words) > 1 and "." not in name:
        variants["another verb"] = name.replace(words[0], {"Close": "Open"}.get(words[0], "Close"), 1)
        variants["translated half"] = name.replace(words[0], "Crear", 1)
    if name.startswith("--"):
        variants["long dash"] = name.replace("--", "–", 1)
        variants["blank behind the dashes"] = name.replace("--", "-- ", 1)
    variant = random.choice([variant for variant, new in variants.items() if new != name])
    if "`" in segment.target[: found.start()] and segment.target[: found.start()].count("`") % 2:
        return None
    return retarget(case, segment, _replaced(segment.target, found, variants[variant]), variant)


@fault("IC011")
def entity(case: Case, random: Random) -> Mutant | None:
    segment = _segment_with(case, random, ENTITY)
    if segment is None or random.random() < 0.2:
        entity = random.choice(["&nbsp;", "&amp;", "&#39;", "&lt;", "&quot;", "&gt;"])
        return _changed_word(case, random, lambda word: f"{word}{entity}", f"{entity} added")
    found = _one(segment.target, ENTITY, random)
    plain = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&nbsp;": " ", "&quot;": '"'}.get(found[0], "'")
    variant, new = random.choice(
        [("lost", ""), ("decoded", plain), ("encoded twice", "&amp;" + found[0][1:]), ("no semicolon", found[0][:-1])]
    )
    return retarget(case, segment, _replaced(segment.target, found, new), variant)


@fault("IC012")
def source_locale(case: Case, random: Random) -> Mutant | None:
    own = (case.document.target_language or "es-ES").lower()
    localized = re.compile(rf"(?<=/){own}(?=/)", re.IGNORECASE)
    segment = case.choose(random, lambda segment: localized.search(segment.target))
    if segment is not None and random.random() < 0.7:
        found = _one(segment.target, localized, random)
        return retarget(
            case, segment, _replaced(segment.target, found, random.choice(["en-us", "en-US"])), "not localized"
        )
    address = re.compile(r"(?<=\]\()(?:https?://[a-z][a-z.]+/|/(?=[a-z]+/))(?![a-z]{2}-[a-z]{2}/|[a-z]{2}/)(?=\w)")
    segment = case.choose(
        random,
        lambda segment: len(address.findall(segment.target)) == 1 == len(address.findall(segment.source)),
    )
    if segment is None or "`" in segment.target:
        return None
    target = address.sub(lambda found: f"{found[0]}en-us/", segment.target)
    source = address.sub(lambda found: f"{found[0]}en-us/", segment.source)
    return swap(case, segment, pair(segment.id, target, source), "in both")
