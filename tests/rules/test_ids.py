"""One wrong id is told once."""

from __future__ import annotations

import pytest

from locdocs import Config, validate
from tests.validation.documents import document


def found(*ids: tuple[int, int]) -> list[tuple[str, str | None]]:
    """What the rules about ids find in pairs of these numbers, of the target half and of the source half."""
    pairs = [
        f'<span data-ttu-id="0c05b-{target}">Abra.</span>'
        f'<span class="sxs-lookup"><span data-stu-id="0c05b-{source}">Open.</span></span>'
        for target, source in ids
    ]
    diagnostics = validate(document(*pairs), config=Config(select=("ID",)))
    return [(diagnostic.code, diagnostic.segment_number) for diagnostic in diagnostics]


@pytest.mark.parametrize("wrong", [(190, 102), (102, 190), (100, 102), (102, 100), (105, 102)])
def test_a_half_with_another_id_is_told_by_one_rule(wrong: tuple[int, int]) -> None:
    assert [code for code, _ in found((101, 101), wrong, (103, 103), (104, 104))] == ["ID001"]


def test_what_is_wrong_with_the_other_ids_is_told_all_the_same() -> None:
    assert found((101, 101), (102, 190), (103, 103), (106, 106)) == [("ID001", "102"), ("ID006", "106")]
    assert [code for code, _ in found((103, 103), (190, 104), (102, 102), (103, 103))] == ["ID001", "ID004", "ID002"]
