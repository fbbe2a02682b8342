"""For the test suites of people who own documents: an assertion that rules find nothing in them.

::

    from locdocs.testing import assert_valid

    def test_translations() -> None:
        assert_valid("docs.es-es")

It works in any test runner; nothing of one is imported.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from locdocs.config import Config, find_config, read_config
from locdocs.corpus import read_tree
from locdocs.errors import InputError
from locdocs.places import common_folder, covers, name_root, places_for
from locdocs.reporters import Run, find_reporter
from locdocs.rules import Severity
from locdocs.rules.base import at_least
from locdocs.validation import validate

__all__ = ["assert_valid"]


def assert_valid(
    path: PurePath | str,
    *,
    config: Config | PurePath | str | None = None,
    fail_on: Severity | None = None,
    root: PurePath | str | None = None,
) -> None:
    """Assert that rules find nothing in a document or a folder of documents, as ``locdocs validate`` would.

    :param path: a file or a folder.
    :param config: a configuration, or the file that holds one; else the nearest to ``path`` is read, as on the command
        line, and without one the defaults hold.
    :param fail_on: the mildest severity that counts; else that of the configuration, else ``error``.
    :param root: name documents relative to this folder; else to that of the configuration, else to the working folder.
    :raises AssertionError: something was found; its message is the text report of what counts, with paths that open
        from the working folder.
    :raises InputError: there is no such path, or no document in it.
    :raises ConfigError: the configuration cannot be read, or holds what nothing understands; ``fail_on`` is no
        severity.
    """
    __tracebackhide__ = True  # pytest then shows the line of the test
    settings = _configured(path, config)
    if fail_on is not None:
        settings = replace(settings, fail_on=fail_on)
    counting = at_least(settings.fail_on)
    try:
        tree = read_tree(path, root=name_root([path], root, settings), target_language=settings.target_language)
        run = validate(tree, config=settings, whole=covers([path], settings.path))
        found = [diagnostic for diagnostic in run if diagnostic.severity in counting]
    except InputError as error:
        raise error.with_traceback(None) from None  # a wrong path is seen in the line of the test, not in here
    if found:
        places = places_for("text", [path], root, settings)
        shown = Run(found if places is None else places.diagnostics(found), run.rules, run.paths)
        raise AssertionError("\n" + "".join(find_reporter("text")(shown)))


def _configured(path: PurePath | str, config: Config | PurePath | str | None) -> Config:
    if isinstance(config, Config):
        return config
    file = Path(config) if config is not None else find_config(common_folder([path]))
    return read_config(file.absolute()) if file else Config()
