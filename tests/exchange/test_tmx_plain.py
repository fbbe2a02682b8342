"""Reading by pattern gives what reading by elements gives: the same units, faults and errors, at the same lines."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from locdocs.errors import ExchangeError
from locdocs.exchange import Faults, Header
from locdocs.exchange.tmx_reading import read
from locdocs.units import Unit


class Stream(BytesIO):
    """A file that cannot be read twice, which is therefore read by elements."""

    def seekable(self) -> bool:
        return False


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


def test_a_stretch_that_is_not_plain_is_read_once() -> None:
    """Whatever comes before a comment is not read a second time by elements."""
    good = '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><seg>{}</seg></tuv></tu>\n'
    bad = "<tu/>"
    body = "".join(good.format(n) for n in range(30_000)) + bad + "<!-- c -->" + good.format("last") + bad
    data = f'<tmx><header srclang="en"/><body>{body}</body></tmx>'.encode()
    units, faults, error, _ = outcome(BytesIO(data))
    assert [unit.target for unit in units] == [*map(str, range(30_000)), "last"]
    assert (len(faults), error) == (2, None)
