"""The documentation says what is so: links lead somewhere, examples run, and options are those there are."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import locdocs
from locdocs.cli import commands
from locdocs.exchange.registry import FORMATS
from locdocs.views import VIEWS

REPOSITORY = Path(__file__).parents[2]
DOCS = REPOSITORY / "docs"
PAGES = [REPOSITORY / "README.md", REPOSITORY / "samples" / "README.md", *sorted(DOCS.rglob("*.md"))]
COMMAND_LINE = DOCS / "reference" / "command-line.md"

# A longer fence may hold a shorter one.
FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>\w+)\n(?P<content>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\((?P<destination>[^()\s]+)\)")
CODE_SPAN = re.compile(r"`[^`\n]*`")
CITATION = re.compile(r'docs/([\w/-]+\.md)(?:,\s+(?:#\s+)?"([^"]+)")?')
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")

# Lines that run in a shell, with what they print where a page says it.
RUNNABLE = "console"
SHELL = ("sh", RUNNABLE)


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def blocks(path: Path, *languages: str) -> list[str]:
    return [found["content"] for found in FENCE.finditer(text_of(path)) if found["language"] in languages]


def headings(path: Path) -> list[str]:
    return [heading.replace("`", "") for heading in HEADING.findall(FENCE.sub("", text_of(path)))]


def slugs(path: Path) -> set[str]:
    """The anchors that a page has when it is shown on the usual hosts."""
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings(path)}


def section(path: Path, title: str) -> str:
    """The text below a heading, up to the next one of its level or above."""
    found = re.search(rf"^(#+) +`?{re.escape(title)}`?$", text_of(path), re.MULTILINE)
    assert found, f"{name_of(path)} has no section {title}"
    rest = text_of(path)[found.end() :]
    ending = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: ending.start()] if ending else rest


def citations() -> Iterator[tuple[str, str, str]]:
    """Who cites a page of the documentation, which page, and which section (or none)."""
    for folder in ("locdocs", "tests"):
        for path in sorted((REPOSITORY / folder).rglob("*.py")):
            if path != Path(__file__):
                for page, title in CITATION.findall(text_of(path)):
                    # A citation may be wrapped, in a comment as well.
                    yield name_of(path), page, re.sub(r"\s+(?:# )?", " ", title)


def test_every_page_and_section_that_the_code_cites_is_there() -> None:
    missing = []
    for who, page, title in citations():
        path = DOCS / page
        # An example may name a file of its own in a folder called docs.
        if not title and (page == "page.md" or who.startswith("tests/")):
            continue
        if not path.is_file() or (title and title not in headings(path)):
            missing.append(f"{who} cites docs/{page}, {title!r}")
    assert missing == []


def test_the_format_is_cited() -> None:
    assert {title for _, page, title in citations() if page == "format.md"} >= {"The pair", "Damage", "Front matter"}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    wrong = []
    for found in LINK.finditer(CODE_SPAN.sub("code", FENCE.sub("", text_of(path)))):
        destination = found["destination"]
        if re.match(r"https?:", destination):
            continue
        file, _, anchor = destination.partition("#")
        target = (path.parent / file).resolve() if file else path
        if not target.exists() or (anchor and anchor not in slugs(target)):
            wrong.append(destination)
    assert wrong == []


def test_every_page_is_in_the_index() -> None:
    indices = [DOCS / "README.md", DOCS / "rules" / "README.md"]
    linked = {
        (page.parent / found["destination"]).resolve() for page in indices for found in LINK.finditer(text_of(page))
    }
    assert {path for path in sorted(DOCS.rglob("*.md")) if path != indices[0]} <= linked


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, "python")], ids=name_of)
def test_python_examples_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(REPOSITORY / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner()
    for example in blocks(path, "python"):
        if example.startswith(">>>"):
            test = doctest.DocTestParser().get_doctest(example, names, name_of(path), None, None)
            told: list[str] = []
            assert not runner.run(test, out=told.append, clear_globs=False).failed, "".join(told)
            names.update(test.globs)
        else:
            exec(compile(example, name_of(path), "exec"), names)


def test_the_pairs_of_the_format_page_are_read_as_it_says() -> None:
    """Healthy examples are read without damage; those of the section on damage are read, and reported."""
    page = DOCS / "format.md"
    damaged = [
        locdocs.parse(block[1]) for block in re.finditer(r"```markdown\n(.*?)```", section(page, "Damage"), re.DOTALL)
    ]
    assert [[damage.kind for damage in document.damage] for document in damaged] == [
        ["encoded-span-markup", "encoded-span-markup"],
        ["spans-in-front-matter", "encoded-span-markup"],
        ["front-matter-as-body"],
    ]
    assert [len(document) for document in damaged] == [2, 1, 1]
    texts = {document.text for document in damaged}
    healthy = [locdocs.parse(block) for block in blocks(page, "markdown") if block not in texts]
    assert len(healthy) > 5
    assert all(len(document) == 1 and not document.damage for document in healthy)


def examples(path: Path) -> Iterator[tuple[str, str]]:
    """The command lines of a page, and what it says they print."""
    for block in blocks(path, *SHELL):
        if block.startswith("$ "):
            for example in block.removeprefix("$ ").split("\n$ "):
                line, _, printed = example.partition("\n")
                yield line, printed
        else:
            yield from ((line, "") for line in block.splitlines())


def command_named(name: str) -> click.Command:
    context = click.Context(commands)
    command = commands.get_command(context, name)
    assert command, f"there is no command {name}"
    return command


def options_of(name: str) -> set[str]:
    parameters = command_named(name).params
    return {option for found in parameters if isinstance(found, click.Option) for option in found.opts}


def calls(line: str) -> Iterator[list[str]]:
    """The words of each call of locdocs in a line of shell."""
    for part in re.split(r"&&|\|", line):
        words = shlex.split(part.partition("<")[0], comments=False)
        if words and words[0].rpartition("/")[2] == "locdocs":
            yield words[1:]


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, *SHELL)], ids=name_of)
def test_command_examples_use_commands_and_options_that_there_are(path: Path) -> None:
    found = [call for line, _ in examples(path) for call in calls(line)]
    assert found
    for name, *words in found:
        used = {word for word in words if OPTION.fullmatch(word)}
        assert used <= options_of(name), f"locdocs {name} {' '.join(words)}"


@pytest.mark.parametrize(("line", "printed"), list(examples(COMMAND_LINE)))
def test_command_examples_run_and_print_what_the_page_says(line: str, printed: str, tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "samples", tmp_path / "samples")
    [words] = calls(line)
    _, _, given = line.partition("<")
    ran = subprocess.run(
        [sys.executable, "-m", "locdocs", *words],
        cwd=tmp_path,
        input=(tmp_path / given.strip()).read_bytes() if given else b"",
        capture_output=True,
        check=False,
    )
    told = (ran.stdout + ran.stderr).decode()
    assert ran.returncode == 0, told
    if printed:
        assert told.rstrip("\n") == printed.rstrip("\n")


def test_the_readme_shows_a_sample_and_its_unit_as_they_are(tmp_path: Path) -> None:
    readme = REPOSITORY / "README.md"
    [pair], [unit] = blocks(readme, "markdown"), blocks(readme, "xml")
    assert pair in text_of(REPOSITORY / "samples/bilingual/es-es/articles/get-started.md")
    memory = tmp_path / "memory.tmx"
    locdocs.write(memory, locdocs.read_tree(REPOSITORY / "samples"))
    assert unit in text_of(memory)


def test_the_units_on_the_formats_page_are_as_written(tmp_path: Path) -> None:
    tmx, xliff, xliff2 = blocks(DOCS / "reference" / "formats.md", "xml")
    memory = tmp_path / "memory.tmx"
    locdocs.write(memory, locdocs.read_tree(REPOSITORY / "samples"), inline="codes", block_kind=True)
    assert tmx in text_of(memory)
    document = locdocs.read(REPOSITORY / "samples/bilingual/es-es/articles/get-started.md", name="get-started.md")
    for name, unit in (("xliff", xliff), ("xliff2", xliff2)):
        locdocs.write(tmp_path / name, document, format=name)
        assert unit in text_of(tmp_path / name)


@pytest.mark.parametrize("name", commands.list_commands(click.Context(commands)))
def test_the_command_line_page_lists_the_options_of_each_command(name: str) -> None:
    listed = section(COMMAND_LINE, f"locdocs {name}")
    if "(#options-of-reading)" in listed:
        listed += section(COMMAND_LINE, "Options of reading")
    rows = "\n".join(line for line in listed.splitlines() if line.startswith("| `-"))
    first_cells = [row.split("|")[1] for row in rows.splitlines()]
    assert {option for cell in first_cells for option in OPTION.findall(cell)} == options_of(name)


def test_the_references_name_everything_public() -> None:
    assert set(locdocs.__all__) <= set(headings(DOCS / "reference" / "python.md"))
    named = re.findall(
        r"^\| [^|]+ \| `(\w+)` \| (?:`\.|none)", text_of(DOCS / "reference" / "formats.md"), re.MULTILINE
    )
    assert named
    assert set(named) <= set(FORMATS)
    python = section(DOCS / "reference" / "python.md", "render")
    assert [view for view in VIEWS if f"`{view}`" not in python] == []


def test_errors_that_are_named_are_there() -> None:
    for name in re.findall(r"^\| `(\w+Error)` \|", section(DOCS / "reference" / "python.md", "Errors"), re.MULTILINE):
        assert issubclass(getattr(locdocs.errors, name), locdocs.LocdocsError)
