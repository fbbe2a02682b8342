"""What stands twice in a row in languages that set no spaces between words.

Letters that correct text never has twice, such as the particles of Japanese; words in katakana, and runs of Chinese
characters, where no other word may begin in them: ``配置配置文件`` is right ("configure the configuration file"), and
so is ``サブネット ネットワーク`` ("subnet network").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from locdocs.languages import Profile
from locdocs.rules import GroupFacts

__all__ = ["doubled_letters", "with_doubled_letters"]

_KATAKANA = "\u30a1-\u30fa\u30fc"
_HAN = "\u3400-\u9fff々"
# A space says that another word may begin: "ハイパーリンク リンク", "ユーザー ユーザー名".
_DOUBLED_RUN = re.compile(
    rf"(?<![{_KATAKANA}])(?P<spaced>[{_KATAKANA}]{{3,30}}?) (?P=spaced)(?![{_KATAKANA}{_HAN}])"
    rf"|(?P<word>(?<![{_KATAKANA}])[{_KATAKANA}]{{3,4}}?|[{_KATAKANA}]{{5,30}}?)(?P=word)(?![{_KATAKANA}])"
    rf"|(?P<run>[{_HAN}]{{2,30}}?)(?P=run)(?![{_HAN}])"
)
# Words of three letters that imitate sounds.
_SOUND = re.compile(r"..ン|.*[ァィゥェォャュョッ].*")
# "One by one" and "each time" are said so.
_ONE_BY_ONE = "一各每毎何"
# What may hold a doubled run: in Japanese, where most runs are names of things, of three letters at least.
_RUNS = re.compile(rf"[{_KATAKANA}{_HAN}][{_KATAKANA}{_HAN} ]{{5,}}")
_TWICE = re.compile(rf"(?P<run>[{_HAN}]{{2,4}}?)(?P=run)")
# Words that begin alike, and so may their translations: next to each other, or with one or two between them.
_SAME_AGAIN = re.compile(r"\b(?P<stem>[^\W\d_]{4})\w*\W+(?P=stem)", re.IGNORECASE)
_SAME_NEAR = re.compile(r"\b(?P<stem>[^\W\d_]{4})\w*\W+(?:\w+\W+){0,2}(?P=stem)", re.IGNORECASE)


def with_doubled_letters(group: GroupFacts) -> set[int]:
    """The places of the segments that may have some."""
    profile, targets = group.profile, group.targets
    if not profile.never_doubled:
        return set()
    places = set(targets.matching(_compiled(profile.never_doubled)))
    if profile.language == "zh":
        return places.union(targets.matching(_TWICE))
    # The same words come again and again: each is looked at once.
    return places.union(*(targets.holding(run) for run in {*_RUNS.findall(targets.text)} if _may_be_doubled(run)))


def doubled_letters(prose: str, source: str, profile: Profile) -> Iterator[tuple[int, int]]:
    """Where they stand again in a text."""
    if not profile.never_doubled:
        return
    for found in _compiled(profile.never_doubled).finditer(prose):
        yield found.start() + 1, found.start() + 2
    for found in _DOUBLED_RUN.finditer(prose):
        word = found["spaced"] or found["word"] or found["run"]
        alike = _SAME_NEAR if found["run"] else _SAME_AGAIN
        if not _is_correct(word, profile) and not alike.search(source):
            yield found.end() - len(word), found.end()


def _is_correct(word: str, profile: Profile) -> bool:
    if word in profile.doubled_words or word[0] in _ONE_BY_ONE or len({*word}) == 1:
        return True
    return len(word) == 3 and _SOUND.fullmatch(word) is not None


@lru_cache(maxsize=20_000)
def _may_be_doubled(run: str) -> bool:
    return _DOUBLED_RUN.search(run) is not None


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
