"""Hindi. Little is known of it but its frequent words: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="hi",
    script="DEVANAGARI",
    function_words=frozenset("और का की के है में से को पर यह कि नहीं या एक हैं लिए अगर तो इस भी कर अपने जब हो".split()),
    doubles_freely=True,
    rules=frozenset({"TX002", "TX007", "AL008"}),
)
