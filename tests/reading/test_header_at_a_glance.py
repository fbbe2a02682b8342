"""Most headers are known to be YAML at a glance; that must never be said of one that is not."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs.errors import FrontMatterError
from locdocs.front_matter import check_values, find_header

LINES = st.one_of(
    st.sampled_from(
        [
            "title: Inicio",
            "title: Inicio: rápido",
            "title: 'Inicio: rápido'",
            'title: "Inicio \\"rápido\\""',
            "ms.custom:",
            "- uno",
            "  - dos",
            "no-loc: [Azure, .NET]",
            "key:value",
            "\tkey: value",
            "key: value # comment",
            "key: 'open",
            "key: @at",
            "  continued",
            "? complex",
            "key: >-",
            "",
            "# comment",
            "key: *alias",
            "key: - item",
            "key: value:",
        ]
    ),
    st.text(st.characters(exclude_characters="\r\n"), max_size=20),
    st.builds("{}: {}".format, st.sampled_from(["a", "b.c", "d-e"]), st.text(max_size=12)),
)


@given(st.lists(LINES, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_a_header_that_passes_is_yaml(lines: list[str], line_break: str) -> None:
    header = find_header(locdocs.parse(line_break.join(["---", *lines, "---", "Texto"])).text)
    try:
        check_values(header)
    except FrontMatterError:
        return
    if header.body.strip():
        values = yaml.safe_load(header.body)
        assert values is None or isinstance(values, dict)


@pytest.mark.parametrize(
    "body",
    ["title: a: b\n", "title: a\n- b\n", "k:\n  - a\n - b\n", "k: 'a\n", "k: [a\n", "- a\n", "k: \ta: b\n", "k: @a\n"],
)
def test_a_header_that_is_not_yaml_does_not_pass(body: str) -> None:
    header = find_header(f"---\n{body}---\n")
    with pytest.raises(FrontMatterError) as caught:
        check_values(header)
    assert caught.value.line is not None
