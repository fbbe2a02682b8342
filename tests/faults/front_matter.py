"""Faults of the YAML header: family FM."""

from __future__ import annotations

import re
from random import Random

from tests.faults.case import Case, Mutant, fault, pair

HEADER = re.compile(r"\A---[ \t]*\r?\n(?P<body>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def _header(case: Case) -> re.Match[str] | None:
    return HEADER.match(case.text)


def _with_body(case: Case, found: re.Match[str], body: str, variant: str, **more: object) -> Mutant | None:
    text = case.text[: found.start("body")] + body + case.text[found.end("body") :]
    if text == case.text:
        return None
    return Mutant(text, 0, found.end() + len(text) - len(case.text), variant, **more)  # type: ignore[arg-type]


def _value(case: Case, key: str, new: str, variant: str, **more: object) -> Mutant | None:
    found = _header(case)
    line = found and re.search(rf"^{re.escape(key)}:[ ]*(?P<value>\S[^\r\n]*)", found["body"], re.MULTILINE)
    if found is None or not line or line["value"].strip() == new:
        return None
    start, end = line.span("value")
    return _with_body(case, found, found["body"][:start] + new + found["body"][end:], variant, **more)


def _old(case: Case, key: str) -> str | None:
    found = _header(case)
    line = found and re.search(rf"^{re.escape(key)}:[ ]*(?P<value>\S[^\r\n]*)", found["body"], re.MULTILINE)
    return line["value"].strip() if line else None


@fault("FM001")
def missing(case: Case, random: Random) -> Mutant | None:
    found, path = _header(case), case.document.path
    exempt = path is None or re.search(r"include|toc|readme|/index", str(path), re.IGNORECASE)
    if found is None or exempt or "---" in found["body"] or not re.search(r"^title:", found["body"], re.MULTILINE):
        return None
    rest = case.text[found.end() :]
    if not re.match(r"\s*# ", rest):
        return None
    variant, text = random.choice([("deleted", rest), ("deleted, blank line left", "\n" + rest)])
    return Mutant(text, 0, max(1, text.find("\n", 2)), variant)


@fault("FM002")
def invalid(case: Case, random: Random) -> Mutant | None:
    found = _header(case)
    if found is None or not found["body"].strip():
        return None
    if random.random() < 0.25:
        text = case.text[: found.end("body")] + case.text[found.end() :]
        ended = re.search(r"^(?:---|\.\.\.)[ \t]*\r?$", text[found.end("body") :], re.MULTILINE)
        return None if ended else Mutant(text, 0, found.end("body"), "not closed")
    lines = found["body"].splitlines(keepends=True)
    # A value that goes on in the next lines can take up a good deal that a plain one cannot.
    tops = [
        index
        for index, line in enumerate(lines)
        if re.match(r"[a-z.]+: [^'\"\s>|\[{]", line, re.IGNORECASE)
        and not "".join(lines[index + 1 :]).startswith((" ", "-"))
    ]
    if not tops:
        return None
    index = random.choice(tops)
    variant, lines[index] = _no_yaml(lines[index], random)
    body = "".join(lines)
    return None if _is_yaml(body) else _with_body(case, found, body, variant)


def _no_yaml(line: str, random: Random) -> tuple[str, str]:
    """A line of a header that is no YAML, or makes the header none."""
    key, _, value = line.partition(": ")
    value, ending = value.rstrip("\r\n"), line[len(line.rstrip("\r\n")) :]
    variants = {
        "colon in a value": f"{key}: Guide: {value}{ending}",
        "quote not closed": f'{key}: "{value}{ending}',
        "tab": f"{key}:\n\t- {value}{ending}",
        "at sign": f"{key}: @{value}{ending}",
        "list not closed": f"{key}: [{value}{ending}",
        "text after a quoted value": f'{key}: "{value}" x{ending}',
        "no colon": f"{key} {value}{ending}",
        "indented": f"  {line}",
        "percent sign": f"{key}: %{value}{ending}",
        "backtick": f"{key}: `{value}{ending}",
    }
    return random.choice(list(variants.items()))


def _is_yaml(text: str) -> bool:
    import yaml

    try:
        return isinstance(yaml.safe_load(text), dict)
    except (yaml.YAMLError, ValueError):
        return False


@fault("FM003")
def missing_key(case: Case, random: Random) -> Mutant | None:
    key = random.choice(["openlocfilehash", "sourcegitcommit", "translationtype", "contentlocale", "lasthandoff"])
    found = _header(case)
    if found is None:
        return None
    variant = random.choice(["lost", "misspelled"])
    line = re.compile(rf"^ms\.{key}:[^\n]*\n", re.MULTILINE)
    new = {"lost": "", "misspelled": f"ms.{key[:-1]}: x\n"}[variant]
    return _with_body(case, found, line.sub(new, found["body"]), f"{key} {variant}")


@fault("FM004")
def locale(case: Case, random: Random) -> Mutant | None:
    old = _old(case, "ms.contentlocale")
    if old is None:
        return None
    new = random.choice(
        [other for other in ("fr-FR", "de-DE", "es-ES", "ja-JP", "pt-BR", "zh-TW", "en-US", "it-IT") if other != old]
    )
    if random.random() < 0.5:
        return _value(case, "ms.contentlocale", new, "against --locale", config={"locale": old})
    path = f"learn-docs.{old.lower()}/{case.document.path}"
    return _value(case, "ms.contentlocale", new, "against the repository's suffix", path=path)


@fault("FM005")
def invalid_value(case: Case, random: Random) -> Mutant | None:
    commit, file_hash = _old(case, "ms.sourcegitcommit") or "0" * 40, _old(case, "ms.openlocfilehash") or "0" * 40
    changes = {
        "ms.translationtype": ["XX", "Human", "ht", "HT,MT", "machine", "0"],
        "ms.sourcegitcommit": [commit[:-1], commit + "a", commit[:7], "g" + commit[1:], "main", "refs/heads/live"],
        "ms.openlocfilehash": [file_hash[:-1], file_hash + "0", "z" + file_hash[1:], "none"],
        "ms.lasthandoff": ["13/45/2020", "2021-01-26", "02/30/2021", "26.01.2021", "yesterday", "00/00/0000", "1/2"],
        "ms.contentlocale": ["es_ES", "Spanish", "español", "xx-YYYY-zz1", "es-"],
        "ms.locfileid": ['"98a74"', '"file"', "-1", '"0x17"'],
    }
    key = random.choice(list(changes))
    new = random.choice([*changes[key], ""])
    return _value(case, key, new, f"{key}: {re.sub('[0-9a-z]{38,}', 'hexadecimal', new)}")


def _free_id(case: Case, number: int) -> str:
    prefix = case.segments[0].id.partition("-")[0] if case.segments else "0a1b2"
    return f"{prefix}-{number}"


@fault("FM006")
def span_in_value(case: Case, random: Random) -> Mutant | None:
    key = random.choice(["title", "description", "author", "ms.topic"])
    old = _old(case, key)
    if old is None or old[0] in "'\"|>[{" or old in ("", "null"):
        return None
    numbers = [int(segment.number) for segment in case.segments if segment.number.isdigit()]
    if numbers and min(numbers) <= 101:
        return None
    spans = pair(_free_id(case, 101), old, "English words")
    variant, new = random.choice(
        [
            ("escaped quotes", '"' + spans.replace('"', '\\"') + '"'),
            ("plain", spans),
            ("single quotes", "'" + spans.replace("'", "''") + "'"),
        ]
    )
    return _value(case, key, new, variant)


@fault("FM009")
def translated_header(case: Case, random: Random) -> Mutant | None:
    found = _header(case)
    if found is None or re.search(r"<span|^ |^-", found["body"], re.MULTILINE):
        return None
    lines = found["body"].splitlines()
    keys = [line for line in lines if not line.startswith("ms.")]
    rest = [line for line in lines if line.startswith("ms.")]
    words = {"title": "título", "description": "descripción", "author": "autor", "keywords": "palabras clave"}
    if not keys or not case.segments:
        return None
    number = random.randint(101, 104)

    def translated(line: str) -> str:
        key, colon, value = line.partition(":")
        return words.get(key, key) + colon + value

    variant = random.choice(["a pair a line", "one pair for all", "one pair, localization keys too"])
    if variant == "a pair a line":
        body = "\n".join(
            [*(pair(_free_id(case, number + index), translated(line), line) for index, line in enumerate(keys)), *rest]
        )
    else:
        taken, left = (keys, rest) if variant == "one pair for all" else (lines, [])
        spans = pair(_free_id(case, number), " ".join(translated(line) for line in taken), " ".join(taken))
        body = "\n".join([spans, *left])
    return _with_body(case, found, body + "\n", variant)


@fault("FM007")
def untranslated_metadata(case: Case, random: Random) -> Mutant | None:
    english = _english_text(case)
    header = HEADER.match(english) if english else None
    if header is None:
        return None
    key = random.choice(["title", "description"])
    line = re.search(rf"^{key}:[ ]*(?P<value>\S[^\r\n]*)", header["body"], re.MULTILINE)
    if not line or line["value"][0] in ">|":
        return None
    plain = line["value"].strip().strip("\"'")
    translated = any(segment.source == plain != segment.target for segment in case.segments)
    if len(plain.split()) < 4 and not translated:
        return None
    return _value(case, key, line["value"].strip(), key, config={"source_repo": case.english})


def _english_text(case: Case) -> str | None:
    path = case.english and case.document.path and case.english / case.document.path
    return path.read_bytes().decode("utf-8", "surrogateescape") if path and path.is_file() else None


@fault("FM008")
def source_hash(case: Case, random: Random) -> Mutant | None:
    header, old = _header(case), _old(case, "ms.openlocfilehash")
    if header is None or old is None:
        return None
    provable = not re.search(r"^(?!ms\.(?:open|source|trans|content|last|locfile))\S", header["body"], re.MULTILINE)
    place = random.randrange(40)
    other = old[:place] + ("0" if old[place : place + 1] != "0" else "1") + old[place + 1 :]
    if _english_text(case) is not None and random.random() < 0.5:
        return _value(
            case, "ms.openlocfilehash", other, "hash, with the English side", config={"source_repo": case.english}
        )
    if not provable:
        return None
    if random.random() < 0.5:
        return _value(case, "ms.openlocfilehash", other, "hash")
    segment = case.choose(random, lambda segment: re.search(r"[a-z]{4}", segment.source))
    if segment is None:
        return None
    word = random.choice(list(re.finditer(r"[a-z]{4,}", segment.source)))
    source = segment.source[: word.start()] + word[0][:-1] + segment.source[word.end() :]
    text = case.text[: segment.start] + pair(segment.id, segment.target, source) + case.text[segment.end :]
    return Mutant(text, 0, len(text), "source changed")
