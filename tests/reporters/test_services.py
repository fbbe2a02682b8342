"""Reports for services, read as these read them: schemas, and the rules of escaping they publish."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import locdocs
from locdocs.config import Config
from locdocs.reporters import Run, find_reporter
from locdocs.rules import Severity
from locdocs.validation import validate

HEADER = "---\ntitle: Panel\nms.contentlocale: es-ES\n---\n"


def pair(number: str, target: str, source: str) -> str:
    return (
        f'<span data-ttu-id="0a1b2-{number}">{target}</span>'
        f'<span class="sxs-lookup"><span data-stu-id="0a1b2-{number}">{source}</span></span>'
    )


DAMAGED = (
    HEADER
    + pair("102", "Hola  ", "Hello")
    + "\n\n"
    + pair("102", "[Guía] (a.md) 100 % «ñ»", "[Guide](a.md) 100 % «x»")
    + '\n\n<span data-ttu-id="0a1b2-9">mitad\n'
)


def report(name: str, text: str = DAMAGED, path: str = "a b/ñ.md") -> str:
    run = validate(locdocs.parse(text, path=path), config=Config(select=("SP", "ID", "TX005", "IC003", "FM")))
    return "".join(find_reporter(name)(Run(diagnostics=run, rules=run.rules, documents=run.paths)))


def found(text: str = DAMAGED) -> list[Any]:
    return list(validate(locdocs.parse(text, path="a.md"), config=Config(select=("SP", "ID", "TX005", "IC003", "FM"))))


def test_the_fixture_has_findings_of_several_kinds() -> None:
    assert len({diagnostic.code for diagnostic in found()}) >= 4


def test_sarif_is_valid_and_says_what_was_found() -> None:
    log = json.loads(report("sarif"))
    [run] = log["runs"]
    diagnostics = found()
    assert [result["ruleId"] for result in run["results"]] == [diagnostic.code for diagnostic in diagnostics]
    rules = run["tool"]["driver"]["rules"]
    for result, diagnostic in zip(run["results"], diagnostics, strict=True):
        assert rules[result["ruleIndex"]]["id"] == diagnostic.code
        location = result["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == "a%20b/%C3%B1.md"
        region = location["region"]
        assert region["startLine"] == diagnostic.line
        assert region["startColumn"] == diagnostic.column
        lines = DAMAGED.splitlines()
        if region["startLine"] == region["endLine"]:
            cut = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
            assert cut == diagnostic.text
    fingerprints = [result["partialFingerprints"]["locdocs/v1"] for result in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints)


@pytest.mark.parametrize("text", [DAMAGED, HEADER], ids=["damaged", "clean"])
def test_sarif_validates_against_its_schema(text: str, shared: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((shared / "schemas/sarif-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert not [error.message for error in validator.iter_errors(json.loads(report("sarif", text)))]


def test_sarif_fixes_give_what_the_fix_gives() -> None:
    results = json.loads(report("sarif"))["runs"][0]["results"]
    replacements = [
        (replacement["deletedRegion"]["charOffset"], replacement["deletedRegion"]["charLength"])
        for result in results
        for fix in result.get("fixes", ())
        for replacement in fix["artifactChanges"][0]["replacements"]
    ]
    edits = [
        (edit.start, edit.end - edit.start) for diagnostic in found() if diagnostic.fix for edit in diagnostic.fix.edits
    ]
    assert replacements == edits
    assert edits


@pytest.mark.parametrize("text", [DAMAGED, HEADER, DAMAGED + "\x00\x1b\udc80"], ids=["damaged", "clean", "odd"])
def test_junit_validates_and_counts(text: str, shared: Path) -> None:
    document = etree.fromstring(report("junit", text).encode())
    suite = document.find("testsuite")
    assert suite is not None
    assert int(suite.get("failures")) == len(suite.findall("testcase[failure]"))
    assert int(suite.get("tests")) == len(suite.findall("testcase")) == 1
    schema = etree.XMLSchema(etree.parse(shared / "schemas/junit-10.xsd"))
    assert schema.validate(document), schema.error_log


@pytest.mark.parametrize(("fail_on", "failing"), [("error", 1), ("warning", 2), ("info", 3)])
def test_junit_fails_where_the_run_does(fail_on: Severity, failing: int, shared: Path) -> None:
    severities: dict[str, Severity] = {"TX005": "warning", "IC003": "info", "ID002": "error"}
    config = Config(select=tuple(severities), severity=severities, fail_on=fail_on)
    run = validate(locdocs.parse(DAMAGED, path="a.md"), config=config)
    text = "".join(find_reporter("junit")(Run(run, run.rules, run.paths, fail_on=fail_on)))
    document = etree.fromstring(text.encode())
    assert etree.XMLSchema(etree.parse(shared / "schemas/junit-10.xsd")).validate(document)
    [suite] = document.findall("testsuite")
    told = [failure.get("message", "") for failure in suite.iter("failure")]
    milder = "".join(each.text or "" for each in suite.iter("system-out")).splitlines()
    counting = ("error", "warning", "info")[:failing]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    assert len(told) >= failing
    assert {message.split()[1] for message in told} == set(counting)
    assert {message.split()[1] for message in milder} == {"error", "warning", "info"} - set(counting)


def test_junit_counts_documents_not_findings() -> None:
    pages = [locdocs.parse(text, path=path) for path, text in (("a.md", DAMAGED), ("b.md", HEADER), ("c.md", DAMAGED))]
    run = validate(pages, config=Config(select=("SP", "ID", "IC003")))
    suite = etree.fromstring("".join(find_reporter("junit")(Run(run, run.rules, run.paths))).encode())[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "2", "0")
    assert [len(case.findall("failure")) > 1 for case in suite] == [True, False, True]


COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_github_annotations_are_one_line_each_and_unescape() -> None:
    lines = report("github", path="a,b:c%/ñ.md").splitlines()
    assert len(lines) == len(found())
    for line, diagnostic in zip(lines, found(), strict=True):
        matched = COMMAND.fullmatch(line)
        assert matched
        properties = dict(entry.split("=", 1) for entry in matched[2].split(","))
        assert properties["file"] == "a%2Cb%3Ac%25/ñ.md"
        assert int(properties["line"]) == diagnostic.line
        message = matched[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        assert message == diagnostic.message


def test_gitlab_issues_have_what_the_service_asks_for() -> None:
    issues = json.loads(report("gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(found())
    for issue in issues:
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"] == "a b/ñ.md"
        assert issue["location"]["lines"]["begin"] >= 1
        assert issue["description"]
        assert issue["check_name"]


def test_html_shows_every_finding_and_nothing_of_the_document_runs() -> None:
    text = HEADER + pair("102", "<script>alert(1)</script> ", "<script>alert(1)</script>")
    page = BeautifulSoup(report("html", text), "lxml")
    assert not page.select("script")
    assert len(page.select("article")) == len(found(text)) > 0
    assert "<script>alert(1)</script>" in page.get_text()


def html_of(text: str, language: str | None) -> BeautifulSoup:
    run = validate(locdocs.parse(text, path="a.md", target_language=language), config=Config(select=("TX003",)))
    return BeautifulSoup("".join(find_reporter("html")(Run(run, run.rules, run.paths))), "lxml")


def test_html_names_severities_in_words_and_counts_first() -> None:
    page = html_of(pair("102", "Abra 5.", "Open 6."), "es-ES")
    article = page.select_one("article.error")
    assert article is not None
    assert article.get_text().startswith("error TX003 the source says 6")
    text = page.get_text()
    assert text.index("1 error") < text.index("TX003number-changed1") < text.index("error TX003")


@pytest.mark.parametrize(
    ("language", "direction"), [("es-ES", "ltr"), ("ar-SA", "rtl"), ("he", "rtl"), ("az-Arab", "rtl"), (None, None)]
)
def test_html_says_what_language_a_text_is_in(language: str | None, direction: str | None) -> None:
    page = html_of(pair("102", "5", "6"), language)
    source, target = page.select(".texts dd")
    heads = [head.get_text() for head in page.select(".texts dt")]
    assert heads == ["source, en-US", f"target, {language}" if language else "target"]
    assert (source["lang"], source["dir"], source.decode_contents()) == ("en-US", "ltr", "<mark>6</mark>")
    assert (target.get("lang"), target["dir"]) == (language, direction or "auto")


def test_html_leads_from_the_counts_to_the_findings_and_back() -> None:
    text = HEADER + "\n\n".join(pair(number, " 5", "6") for number in ("102", "103", "104")) + pair("105", "1", "2")
    page = BeautifulSoup(report("html", text, path="a.md"), "lxml")
    ids = [each["id"] for each in page.select("[id]")]
    assert len(ids) == len({*ids})
    for row in page.select("table tr[id]"):
        code, _, count = (cell.get_text() for cell in row.select("td"))
        articles, link = [], row.select_one("a")
        while link is not None:
            [place] = page.select(link["href"])  # type: ignore[arg-type]
            if place.name == "tr":
                assert place is row
                break
            articles.append(place)
            link = place.select_one("a")
        assert len(articles) == int(count)
        assert all(code in article.select_one("strong") for article in articles)


def test_html_shows_the_line_of_what_stands_outside_of_pairs() -> None:
    text = HEADER + 'Aquí <b>&</b> <span data-ttu-id="0c05b-102">Abra.</span> y más.\n'
    page = BeautifulSoup(report("html", text), "lxml")
    [line] = [line for line in page.select("article .line") if "Aquí" in line.get_text()]
    assert line.get_text() == text.splitlines()[-1]
    assert [mark.get_text() for mark in line.select("mark")] == ['<span data-ttu-id="0c05b-102">']
    long = report("html", HEADER + "a " * 5000 + '<span data-ttu-id="0c05b-102">Abra.</span>' + " b" * 5000)
    assert len(BeautifulSoup(long, "lxml").select("article .line")[0].get_text()) < 300
    assert "…a a " in long


@given(st.text(), st.text())
@pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab", "html"])
def test_every_report_can_be_written_and_read(name: str, target: str, source: str) -> None:
    text = report(name, HEADER + pair("102", target, source) + '<span data-ttu-id="')
    data = text.encode()
    if name in {"sarif", "gitlab"}:
        json.loads(data)
    elif name == "junit":
        etree.fromstring(data)


def test_nothing_found_is_a_whole_report_too() -> None:
    clean = locdocs.read(Path(__file__).parents[2] / "samples/bilingual/es-es/articles/get-started.md", name="a.md")
    for name in ("sarif", "gitlab"):
        run = validate(clean, config=Config(select=("SP",)))
        json.loads("".join(find_reporter(name)(Run(diagnostics=run, rules=run.rules, documents=run.paths))))
