"""Reading by pattern gives what reading by elements gives: the same units, faults and errors, at the same lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locdocs.errors import ExchangeError
from locdocs.exchange import Faults, Header
from locdocs.exchange.tmx_plain import PlainReading
from locdocs.exchange.tmx_reading import TmxElements, read
from locdocs.units import Unit


class Stream(BytesIO):
    """A file that cannot be read twice, which is therefore read by elements."""

    def seekable(self) -> bool:
        return False


class Counting:
    """The reader of elements; it counts what it is asked to read."""

    def __init__(self, header: Header) -> None:
        self.calls = 0
        self._reading = TmxElements(header)

    def __call__(self, data: bytes, faults: Faults, *, first_line: int) -> Iterator[Sequence[Unit]]:
        self.calls += 1
        return self._reading.piece(data, faults, first_line=first_line)


def outcome(file: BytesIO) -> tuple[list[Unit], list[tuple[int | None, str]], tuple[int | None, str] | None, Header]:
    told: list[tuple[int | None, str]] = []
    header = Header()
    units: list[Unit] = []
    try:
        units.extend(read(file, header, Faults(on_error=lambda fault: told.append((fault.line, fault.message)))))
    except ExchangeError as error:
        return units, told, (error.line, error.message), header
    return units, told, None, header


ATTRIBUTES = st.sampled_from(
    [
        "",
        ' tuid="7"',
        ' tuid="a.md#0c05b-101"',
        ' tuid="a &amp; b"',
        " tuid='7'",
        ' srclang="es"',
        ' tuid="8" srclang="de"',
        ' changedate="20200729T000000Z"',
        '\n changedate="20200730T000000Z"',
        ' x="1" x="2"',
        ' tuid="\n9"',
    ]
)
PROPERTIES = st.lists(
    st.sampled_from(
        [
            '<prop type="x-file">a.md</prop>',
            '<prop type="x-file">b &amp; c.md</prop>',
            '<prop type="x-segment-id">0c05b-102</prop>',
            '<prop type="x-segment-id">0c05b-102</prop>',
            '<prop type="x-segment-id">&lt;</prop>',
            '<prop type="x-block">heading</prop>',
            "<prop type='x-translation-type'>MT</prop>",
            "<note>a note</note>",
            "<note>a <b>odd</b> note</note>",
            "<prop/>",
            "<note>&nbsp;</note>",
            "<prop>",
            "text",
        ]
    ),
    max_size=4,
).map("\n".join)
TEXT = st.sampled_from(
    [
        "One",
        "Uno\n",
        " a\r\nb ",
        "&lt;b&gt; &amp; &quot;c&quot; &apos;",
        "&#13;&#x41;",
        "&amp;lt;",
        "",
        "日本",
        "�",
        "a > b",
        "<ph>`x`</ph> y",
        "<hi>a</hi>",
        "<ph>a</it>",
        "<bpt>a",
        "<hi x=1>a</hi>",
        "<other>a</other>",
        "a<!-- c -->b",
        "<![CDATA[</tu>]]>",
        "&nbsp;",
        "<?pi?>",
        "]]",
        "\x85\u2028",
        "\x01",
        "\uffff",
    ]
)
LANGUAGE = st.sampled_from(
    [
        ' xml:lang="en-US"',
        ' xml:lang="es-ES"',
        ' xml:lang="EN"',
        ' lang="de"',
        " xml:lang='ja'",
        "",
        ' xml:lang="en-US" x="y"',
    ]
)
VARIANT = st.builds(
    "<tuv{}>{}<seg>{}</seg>\n</tuv>".format, LANGUAGE, st.sampled_from(["", "", "", "<note>n</note>"]), TEXT
)
UNIT = st.builds(
    "<tu{}>{}{}</tu>".format, ATTRIBUTES, PROPERTIES, st.lists(VARIANT, min_size=1, max_size=3).map("\n".join)
)
PLAIN = st.builds(
    '<tu tuid="{0}"><tuv xml:lang="en-US"><seg>{1}</seg></tuv>\n<tuv xml:lang="es-ES"><seg>{2}</seg></tuv></tu>'.format,
    st.integers(0, 9),
    st.sampled_from(["One", "Two &amp; three"]),
    st.sampled_from(["Uno", "Dos"]),
)
BETWEEN = st.sampled_from(
    ["\n", "\n", "\n", "", "\r\n", "<!-- <tu> -->", "<!-- </tu> -->", "<tu/>", "text", "<x/>", "<?pi?>", "</body>"]
)
BODY = st.lists(st.tuples(BETWEEN, st.one_of(PLAIN, PLAIN, UNIT)).map("".join), max_size=8).map("".join)
START = st.sampled_from(
    [
        '<tmx version="1.4">',
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">',
        '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">',
        '<!-- a <body> -->\n<tmx version="1.4">',
        '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>',
        '<tmx xmlns="http://www.lisa.org/tmx14">',
        "<tmx\n>",
        "<html>",
    ]
)
HEADER = st.sampled_from(
    [
        '<header creationtool="locdocs" srclang="en-US"><prop type="x-inline">plain</prop></header>',
        '<header creationtool="other" srclang="*all*"/>',
        "<!-- <body> --><header/>",
        "",
    ]
)
END = st.sampled_from(["\n</body>\n</tmx>\n"] * 3 + ["</body></tmx><!-- end -->", "</body>", "", "</body></tmx>x"])


@settings(max_examples=1500)
@given(START, HEADER, st.sampled_from(["<body>"] * 3 + ["<body >", "<body/>"]), BODY, END)
def test_both_ways_to_read_agree(start: str, header: str, body: str, content: str, end: str) -> None:
    data = f"{start}{header}{body}{content}{end}".encode()
    units, faults, error, said = outcome(BytesIO(data))
    expected, expected_faults, expected_error, expected_said = outcome(Stream(data))
    assert (error is None) == (expected_error is None)
    assert said == expected_said
    if error is None:
        assert units == expected
        assert faults == expected_faults
    else:
        # What comes before an error is read in larger or smaller pieces, so that it is told of sooner or later.
        assert expected[: len(units)] == units or units[: len(expected)] == expected
        assert expected_faults[: len(faults)] == faults or faults[: len(expected_faults)] == expected_faults


INLINE = [
    "<hi>a</hi>",
    'a <bpt i="1" x="1" type="link">[</bpt>b<ept i="1">](c&amp;d)</ept>',
    '<ph x="1"/>a<ph/><it pos="begin">&lt;b&gt;</it>',
    "<ph>a<sub>b</sub></ph>",
    "<hi><hi>a</hi></hi>",
    "<ph x='1'>a</ph >",
]

# Mostly well-formed, so that whole files are read by pattern.
TAME_UNIT = st.builds(
    "<tu{}>{}<tuv{}><seg>{}</seg></tuv>\n<tuv{}><seg>{}</seg></tuv></tu>".format,
    st.sampled_from(["", ' tuid="7"', ' tuid="a.md#0c05b-101"', ' tuid="a &amp; b"', ' tuid="8" srclang="es-ES"']),
    st.lists(
        st.sampled_from(
            [
                '<prop type="x-file">a.md</prop>',
                '<prop type="x-file">b &amp; c.md</prop>',
                '<prop type="x-segment-id">0c05b-102</prop>',
                '<prop type="x-segment-id">0c05b-103</prop>\n',
                '<prop type="x-segment-id">&lt;</prop>',
                '<prop type="x-block">heading</prop>',
                "<note>a note</note>",
            ]
        ),
        max_size=3,
    ).map("".join),
    st.sampled_from([' xml:lang="en-US"', ' xml:lang="es-ES"', ' xml:lang="EN"']),
    st.sampled_from(["One", "Uno\n", " a\r\nb ", "&lt;b&gt; &amp;amp; &quot;c&quot;", "&#13;", "日本", "<hi>a</hi>"]),
    st.sampled_from([' xml:lang="en-US"', ' xml:lang="es-ES"', ' lang="de" x="y"']),
    st.sampled_from(["Uno", "", "a > b", "\x85\u2028", "x]]"]),
)


@settings(max_examples=400)
@given(
    st.lists(st.tuples(st.sampled_from(["\n", "", "\r\n"]), TAME_UNIT).map("".join), min_size=1, max_size=8),
    st.sampled_from(["locdocs", "other"]),
    st.sampled_from(["en-US", "es", "*all*"]),
)
def test_both_ways_agree_on_what_is_well_formed(body: list[str], tool: str, language: str) -> None:
    header = f'<header creationtool="{tool}" srclang="{language}"/>'
    data = f"<tmx>{header}<body>{''.join(body)}\n</body></tmx>".encode()
    assert outcome(BytesIO(data)) == outcome(Stream(data))


SHAPES = [
    (
        '<tu tuid="{0}">\n<prop type="x-file">{1}.md</prop>\n<prop type="x-segment-id">0c05b-{0}</prop>\n'
        '<tuv xml:lang="en-US"><seg>{2}</seg></tuv>\n<tuv xml:lang="es-ES"><seg>{3}</seg></tuv>\n</tu>\n'
    ),
    (
        '<tu tuid="{0}" changedate="2020072{1}T000000Z">\n<note>{2}</note>\n'
        '<tuv xml:lang="en-US"><seg>{2}</seg></tuv>\n<tuv xml:lang="es-ES"><seg>{3}</seg></tuv>\n</tu>\n'
    ),
    (
        '    <tu>\n      <tuv xml:lang="EN" >\n        <seg>{2}</seg>\n      </tuv>\n'
        '      <tuv xml:lang="es" changeid="Ana {1}" changedate="{0}">\n        <seg>{3}</seg>\n      </tuv>\n'
        "    </tu>\n"
    ),
    (
        '<tu creationid="R&amp;D {0}" usagecount="{1}"><prop type="x-Origin">日 &lt; {0}</prop>'
        '<tuv xml:lang="de"><seg>{3}</seg></tuv>'
        '<tuv xml:lang="en-GB"><prop type="x-segment-id">0c05b-{0}</prop><seg>{2}</seg></tuv></tu>'
    ),
    (
        '<tu tuid="p#{0}"><prop type="x-file">p {1}</prop><tuv xml:lang="en-US"><seg>{2}</seg></tuv>'
        '<tuv xml:lang="es-ES" changedate="20200101"><prop type="x-segment-id">0c05b-1{0}</prop><seg>{3}</seg></tuv>'
        '<tuv xml:lang="ja-JP"><prop type="x-segment-id">0c05b-2{0}</prop><seg>{3}!</seg></tuv></tu>\r\n'
    ),
    "<tu tuid='{0}'><tuv xml:lang='en-US'><seg>{2}</seg></tuv><tuv xml:lang='es-ES'><seg>{3}</seg></tuv></tu>",
]
WORDS = st.sampled_from(
    ["One", "Dos &amp; tres", "&lt;b&gt;", "", "日本語", "&#13;&#x1F600;", "a\r\nb", *INLINE[:3], "a ]] b", "&amp;lt;"]
)
WHOLE_UNIT = st.builds(str.format, st.sampled_from(SHAPES), st.integers(1, 9), st.sampled_from("aab"), WORDS, WORDS)
ODD = [
    "<", ">", "&", '"', "]]>", "&lt", "&nbsp;", "<!-- </tu> -->", "<![CDATA[<]]>", "<tu>", "</tu>", "</seg>", "\x00",
    "\x0b", "\uffff", 'x="1" x="2"', ' tuid="2"', " xmlns='u'", "&#0;", "&#38;", "<?p?>", "</body>", "-->",
    "<ph x='1'/>", '<ph x="1" x="1"/>', "\r", "{ff}", "é",
]  # fmt: skip


@st.composite
def memories(draw: st.DrawFn, *, odd: int) -> bytes:
    """Memories as programs write them, in which something is put, replaced or left out at so many places at most."""
    tool, language = draw(st.sampled_from(["locdocs", "other"])), draw(st.sampled_from(["en-US", "de", "*all*"]))
    runs = draw(st.lists(st.lists(WHOLE_UNIT, min_size=1, max_size=4), min_size=1, max_size=4))
    body = "".join(unit for run in runs for unit in run * draw(st.integers(1, 3)))
    doctype = draw(st.sampled_from(["", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">']))
    for _ in range(draw(st.integers(0, odd))):
        start = draw(st.integers(0, len(body)))
        end = start + draw(st.sampled_from([0, 0, 1, 5]))
        body = body[:start] + draw(st.sampled_from(["", *ODD])) + body[end:]
    data = f'{doctype}<tmx><header creationtool="{tool}" srclang="{language}"/><body>{body}</body></tmx>'.encode()
    return data.replace(b"{ff}", b"\xff")


@settings(max_examples=400)
@given(memories(odd=0))
def test_both_ways_agree_on_what_programs_write(data: bytes) -> None:
    assert outcome(BytesIO(data)) == outcome(Stream(data))


@settings(max_examples=1500)
@given(memories(odd=2))
def test_both_ways_agree_on_what_is_damaged(data: bytes) -> None:
    units, faults, error, _ = outcome(BytesIO(data))
    expected, expected_faults, expected_error, _ = outcome(Stream(data))
    assert error == expected_error
    if error is None:
        assert (units, faults) == (expected, expected_faults)
    else:
        assert expected[: len(units)] == units or units[: len(expected)] == expected


@pytest.mark.parametrize("number", range(5))
def test_what_programs_write_is_not_read_element_by_element(number: int) -> None:
    units = "".join(
        SHAPES[number].format(n % 9 + 1, "ab"[n > 200], f"One &amp; {n}", "<hi>Uno</hi>") for n in range(400)
    )
    header = Header()
    elements = Counting(header)
    data = f'<tmx><header creationtool="x" srclang="en-US"/><body>{units}</body></tmx>'.encode()
    reading = PlainReading(BytesIO(data), header, Faults(), elements)
    assert [unit for portion in reading.units() for unit in portion] == outcome(Stream(data))[0]
    assert reading.finished
    # Header, end, what a unit means (once for each of two documents), and once more at the border of a stretch.
    assert elements.calls <= 6


def test_every_line_break_is_a_newline() -> None:
    data = b'<tmx><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a\r\nb\rc</seg></tuv>'
    data += b'<tuv xml:lang="es"><seg>\r</seg></tuv></tu></body></tmx>'
    assert [(unit.source, unit.target) for unit in outcome(BytesIO(data))[0]] == [("a\nb\nc", "\n")]
    assert outcome(BytesIO(data)) == outcome(Stream(data))


def test_the_line_of_a_fault_counts_from_the_beginning_of_the_file() -> None:
    good = '<tu><tuv xml:lang="en"><seg>a\nb</seg></tuv><tuv xml:lang="es"><seg>c</seg></tuv></tu>\n'
    bad = '<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>\n'
    # Longer than what is read at once.
    content = good * 20_000 + bad + good * 5 + bad
    data = f'<?xml version="1.0"?>\n<tmx><header srclang="en"/>\n<body>\n{content}</body></tmx>'.encode()
    units, faults, error, _ = outcome(BytesIO(data))
    assert (len(units), error) == (20_005, None)
    assert [line for line, _ in faults] == [40_004, 40_015]
    assert outcome(Stream(data))[:2] == (units, faults)


@pytest.mark.parametrize(
    "end",
    [
        "</body></tmx>",
        "\n</body>\n</tmx>\n",
        "\n\n<tu/>\n</body></tmx>",
        "\n<tu/>",
        "\n<!-- c -->\n</body></tmx>",
        "\n</tmx></body>",
        "\n</body>\n</tmx>\nx",
        "\n</body>]]></tmx>",
        "",
    ],
)
def test_the_end_of_a_file_is_read_as_elements_have_it(end: str) -> None:
    good = '<tu><tuv xml:lang="en"><seg>a\nb</seg></tuv><tuv xml:lang="es"><seg>c</seg></tuv></tu>\n'
    data = f'<tmx><header srclang="en"/>\n<body>\n{good * 5}{end}'.encode()
    assert outcome(BytesIO(data)) == outcome(Stream(data))


@pytest.mark.parametrize("kind", [BytesIO, Stream])
def test_all_units_of_a_document_share_an_origin_with_the_mode_of_the_file(kind: type[BytesIO]) -> None:
    unit = '<tu><prop type="x-file">{}.md</prop><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><seg>b</seg>'
    content = "".join(f"{unit.format(path)}</tuv></tu>" for path in "aaabbb")
    header = '<header srclang="en"><prop type="x-inline">plain</prop></header>'
    units = outcome(kind(f"<tmx>{header}<body>{content}</body></tmx>".encode()))[0]
    assert [found.origin.inline for found in units] == ["plain"] * 6
    assert len({id(found.origin) for found in units}) == 2


def test_a_stretch_that_is_not_plain_is_read_once() -> None:
    """Whatever comes before a comment is not read a second time by elements."""
    good = '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><seg>{}</seg></tuv></tu>\n'
    bad = "<tu/>"
    body = "".join(good.format(n) for n in range(30_000)) + bad + "<!-- c -->" + good.format("last") + bad
    data = f'<tmx><header srclang="en"/><body>{body}</body></tmx>'.encode()
    units, faults, error, _ = outcome(BytesIO(data))
    assert [unit.target for unit in units] == [*map(str, range(30_000)), "last"]
    assert (len(faults), error) == (2, None)
