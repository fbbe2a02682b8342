"""CO004: targets against translation memories, whichever program wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs.config import Config, read_config
from locdocs.errors import ConfigError, LocdocsError
from locdocs.markup import write_pair
from locdocs.rules.memory import Memory, words_alone
from locdocs.units import Origin, Unit
from locdocs.validation import fix, validate

SOURCE = "Open the **Filters** tab, set `size` to 5 &lt; 6, and see [Limits](limits.md)."
TARGET = "Abra la pestaña **Filtros**, establezca `size` en 5 &lt; 6 y consulte [Límites](limites.md)."


def document(*targets: str, source: str = SOURCE, language: str | None = "es-ES") -> locdocs.Document:
    pairs = [write_pair(f"0c05b-{102 + number}", target, source) for number, target in enumerate(targets)]
    return locdocs.parse("\n\n".join(pairs) + "\n", target_language=language)


def messages(content: locdocs.Document, *memories: Path, **more: object) -> list[str]:
    config = Config(memory=memories, ignore=("CO001", "AL", "IC", "TX", "ID", "FM", "SP"), **more)  # type: ignore[arg-type]
    return [each.message for each in validate(content, config=config) if each.code == "CO004"]


@pytest.mark.parametrize("inline", ["markdown", "plain", "codes"])
@pytest.mark.parametrize("suffix", ["tmx", "xlf", "po", "csv", "jsonl", "xlsx"])
def test_a_document_agrees_with_its_own_memory_however_that_is_written(
    tmp_path: Path, suffix: str, inline: locdocs.units.InlineMode
) -> None:
    memory = tmp_path / f"memory.{suffix}"
    try:
        locdocs.write(memory, document(TARGET), inline=inline)
    except ValueError:
        pytest.skip("the format does not hold this inline markup")
    assert messages(document(TARGET, TARGET.replace(" ", "\n", 1)), memory) == []
    [message] = messages(document(TARGET.replace("Abra", "Abre")), memory)
    assert message.startswith('the memory has "Abra la pestaña')
    assert message.endswith('" for this source')


def test_each_target_of_a_memory_will_do_and_all_are_told(tmp_path: Path) -> None:
    first, second = tmp_path / "one.csv", tmp_path / "two.tmx"
    first.write_text("source,target\nOpen.,Abra.\nOpen.,Abrir.\n", "utf-8")
    locdocs.write(second, document("Abre.", source="Open."))
    assert messages(document("Abra.", "Abrir.", "Abre.", source="Open."), first, second) == []
    assert messages(document("Apertura.", source="Open."), first, second) == [
        'the memory has "Abra." or "Abrir." or "Abre." for this source'
    ]
    assert messages(document("Apertura.", source="Close."), first, second) == []


@pytest.mark.parametrize(
    ("memory", "asked", "counts"),
    [
        ("es-ES", "es-ES", True), ("es", "es-ES", True), ("ES_es", "es-ES", True), ("es-ES", "es", True),
        (None, "es-ES", True), ("es-MX", "es-ES", False), ("de-DE", "es-ES", False), ("es-ES", None, False),
    ],
)  # fmt: skip
def test_a_memory_counts_for_its_language(memory: str | None, asked: str | None, counts: bool) -> None:
    opened = Memory([Unit("", "Open.", "Abra.", Origin(None, "en-US", memory))])
    assert opened.others("Open.", "Abre.", asked) == (("Abra.",) if counts else ())
    opened.close()


def test_short_sources_can_be_left_alone(tmp_path: Path) -> None:
    memory = tmp_path / "memory.csv"
    memory.write_text("source,target\nOpen.,Abra.\n", "utf-8")
    content = document("Abre.", source="Open.")
    assert len(messages(content, memory)) == 1
    assert messages(content, memory, rules={"CO004": {"min-words": 2}}) == []


def test_a_memory_turns_the_rule_on_unless_it_is_ignored_or_others_are_selected(tmp_path: Path) -> None:
    memory = tmp_path / "memory.csv"
    memory.write_text("source,target\nOpen.,Abra.\n", "utf-8")
    (tmp_path / ".locdocs.toml").write_text('memory = "memory.csv"\n', "utf-8")
    content = document("Abre.", source="Open.")

    def codes(config: Config) -> set[str]:
        return {each.code for each in validate(content, config=config)} & {"CO004"}

    assert codes(read_config(tmp_path / ".locdocs.toml")) == {"CO004"}
    assert codes(Config()) == codes(Config(memory=(memory,), ignore=("CO",))) == set()
    assert codes(Config(memory=(memory,), select=("IC",))) == codes(Config(select=("CO",))) == set()
    with pytest.raises(ConfigError, match="needs a translation memory"):
        validate(content, config=Config(select=("CO004",)))
    assert fix(content, config=Config(memory=(memory,), select=("CO004",))).document is content


@pytest.mark.parametrize("content", [None, b"nothing", b"<tmx version='1.4'><body><tu>"])
def test_a_memory_that_cannot_be_read_is_an_error_of_the_run(tmp_path: Path, content: bytes | None) -> None:
    memory = tmp_path / "memory.tmx"
    if content is not None:
        memory.write_bytes(content)
    with pytest.raises(LocdocsError):
        list(validate(document(TARGET), config=Config(select=("CO004",), memory=(memory,))))


@given(st.text(), st.text())
def test_a_pair_agrees_with_itself(source: str, target: str) -> None:
    memory = Memory([Unit("", source, target, Origin(None, "en-US", "es-ES"))])
    assert memory.others(source, target, "es-ES") == ()
    if words_alone(source) and words_alone(target):
        assert memory.others(source, target + " y", "es-ES")
    memory.close()


@given(st.text())
def test_words_have_single_spaces_and_none_around_them(text: str) -> None:
    found = words_alone(text)
    assert found == " ".join(found.split())


@pytest.mark.parametrize(
    ("held", "language", "idle"),
    [
        ("es-MX", "es-ES", "nothing for the target language of the documents, es-ES: its target language is es-MX"),
        ("es-MX", None, "the documents, unknown: its target language is es-MX"),
        ("es-ES", "es-ES", None),
        ("es", "es-ES", None),
        (None, "es-ES", None),
    ],
)  # fmt: skip
def test_a_memory_for_other_languages_is_told(
    tmp_path: Path, held: str | None, language: str | None, idle: str | None
) -> None:
    memory = tmp_path / "memory.tmx"
    if held is None:
        memory = tmp_path / "memory.csv"
        memory.write_text("source,target\nOpen.,Abra.\n", "utf-8")
    else:
        locdocs.write(memory, document("Abra.", source="Open.", language=held))
    run = validate(
        [document("Abra.", source="Open.", language=language)] * 2, config=Config(select=("CO004",), memory=(memory,))
    )
    list(run)
    assert (run.idle_memory or "").endswith(idle) if idle else run.idle_memory is None


def test_a_memory_without_pairs_is_told(tmp_path: Path) -> None:
    memory = tmp_path / "memory.csv"
    memory.write_text("source,target\n", "utf-8")
    run = validate(document("Abra.", source="Open."), config=Config(select=("CO004",), memory=(memory,)))
    list(run)
    assert (run.idle_memory or "").endswith("the documents, es-ES: it holds no pairs")
