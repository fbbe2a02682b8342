"""Units of any text, for the property tests of the formats."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from locdocs.units import Origin, Unit

IDS = st.from_regex(r"\A[0-9a-f]{5}-p?[1-9][0-9]{2,3}\Z")
TEXTS = st.text(min_size=1) | st.text(
    # What formats trip over: quotes, separators, escapes, beginnings of formulas, ends of lines, control characters.
    st.sampled_from("\"',;\t\n\r\\=+-@_x0000 {}<>&#|~\x00\x1b\x7f\x85\u2028\u2029\ufeff\ufffe\ufffd\ud800\udc80aé漢😀"),
    min_size=1,
)
PATHS = st.none() | st.from_regex(r"\A[a-z]{1,3}/[a-z ]{1,3}\.md\Z") | st.text(min_size=1)


def origins(
    *, sources: tuple[str, ...] = ("en-US",), targets: tuple[str | None, ...] = ("es-ES", "ja-JP")
) -> st.SearchStrategy[Origin]:
    return st.builds(
        Origin,
        PATHS,
        st.sampled_from(sources),
        st.sampled_from(targets),
        st.sampled_from([None, "MT", "HT"]),
        st.none() | st.just("c" * 40),
        st.none() | st.just("d" * 40),
        st.none() | st.dates(min_value=date(1970, 1, 1)),
    )


def units(origin: st.SearchStrategy[Origin] | None = None, *, lines: bool = False) -> st.SearchStrategy[list[Unit]]:
    """Some units; those of one document have one origin."""
    line = st.none() | st.integers(min_value=1, max_value=10_000) if lines else st.none()
    built = st.builds(Unit, IDS, TEXTS, TEXTS, origins() if origin is None else origin, line)
    return st.lists(built, min_size=1, max_size=6)
