"""``locdocs validate``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Unpack, cast

import click

from locdocs.cli.fixing import apply_fixes, show_fixes
from locdocs.cli.git_changes import changed_documents
from locdocs.cli.known import Look, told_of_others, write_known
from locdocs.cli.messages import counted, examples, note, warn
from locdocs.cli.progress import watched
from locdocs.cli.reading import (
    STANDARD_STREAM,
    Reading,
    documents,
    language_tag,
    reading_options,
    refuse_input_as_output,
)
from locdocs.cli.reporting import is_for_terminal, write_report
from locdocs.cli.selecting import names, severities
from locdocs.cli.unreadable import Unreadable
from locdocs.config import Config, find_config, read_config
from locdocs.corpus import Tree
from locdocs.errors import InputError
from locdocs.model import Document
from locdocs.places import Places, common_folder, covers, name_of, name_root, places_for
from locdocs.reporters import REPORTERS
from locdocs.rules import SEVERITIES, Severity
from locdocs.validation import Report, Validation, read_baseline, validate
from locdocs.validation.selection import severities_of

__all__ = ["command"]


class _Options(Reading):
    """The values of the options."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: dict[str, Severity]
    fail_on: Severity | None
    exit_zero: bool
    baseline: str | None
    write_baseline: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    changed: bool
    since: str | None
    source_repo: str | None
    memory: tuple[str, ...]
    glossary: str | None
    locale: str | None
    config: str | None
    format_name: str
    output: str
    quiet: bool


@click.command(
    "validate",
    epilog=examples(
        "locdocs validate docs.es-es",
        "locdocs validate docs.es-es --select SP,ID --format concise",
        "locdocs validate docs.es-es --write-baseline known.json",
        "locdocs validate docs.es-es --baseline known.json --fail-on warning",
        "locdocs validate docs.es-es --since origin/main",
        "locdocs validate docs.es-es --fix",
    ),
)
@reading_options
@click.option(
    "--select",
    multiple=True,
    callback=names,
    metavar="RULES",
    help="Run these rules only. Sets aside what the configuration selects and ignores.",
)
@click.option("--extend-select", multiple=True, callback=names, metavar="RULES", help="Run these rules besides.")
@click.option("--ignore", multiple=True, callback=names, metavar="RULES", help="Do not run these rules.")
@click.option(
    "--severity",
    multiple=True,
    callback=severities,
    metavar="RULES=LEVEL",
    help="How findings count: error, warning or info.",
)
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit 1 from this severity on.  [default: error]")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--baseline", metavar="FILE", help="Leave out what this file knows.")
@click.option("--write-baseline", metavar="FILE", help="Write what is found to FILE, so that it is known from now on.")
@click.option("--fix", is_flag=True, help="Apply safe fixes, then report what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply fixes, too, that may change the meaning. Implies --fix.")
@click.option("--diff", is_flag=True, help="Show what fixes would change; write nothing. Exit 1 if there is something.")
@click.option("--changed", is_flag=True, help="Only documents with changes that are not committed.")
@click.option("--since", metavar="REF", help="Only documents that changed since the branch left REF.")
@click.option("--source-repo", metavar="DIR", help="The English side: a git checkout, or a folder.")
@click.option(
    "--memory",
    multiple=True,
    metavar="FILE",
    help="A translation memory to compare with (TMX, XLIFF, ..): turns CO004 on. Can be given again.",
)
@click.option("--glossary", metavar="FILE", help="The terms that targets should have, as a CSV file: turns TX012 on.")
@click.option(
    "--locale", metavar="TAG", callback=language_tag, help="The locale that documents should say they are in."
)
@click.option(
    "--config", metavar="FILE", help="Read this configuration, not the nearest .locdocs.toml or pyproject.toml."
)
@click.option("--format", "format_name", type=click.Choice(REPORTERS), default=REPORTERS[0], show_default=True)
@click.option(
    "-o", "--output", metavar="FILE", default=STANDARD_STREAM, help='The file for the report; "-" is standard output.'
)
@click.option("-q", "--quiet", is_flag=True, help="No messages and no progress.")
def command(**options: Unpack[_Options]) -> int:
    """Check documents by rules, and report what they find.

    RULES are codes (IC003), prefixes of codes (IC), slugs (broken-link-syntax) or ALL, with commas between; "locdocs
    rule" lists them. Exit codes: 0 nothing at or above --fail-on, 1 something, 2 could not run, or not read every file:
    then the others are checked all the same.
    """
    _refuse_contradictions(options)
    config = _configured(options)
    _refuse_outputs(options, config)
    unread = Unreadable()
    content = _content(options, config, unread)
    if content is None:
        note("no document has changed")
        if options["write_baseline"] is None and not options["diff"]:
            _report([], config, options, unread)  # who reads the report waits for one
        return 0
    if options["write_baseline"] is not None:
        _write_known(options["write_baseline"], content, config, options, unread)
        return 0
    unsafe = options["unsafe_fixes"]
    if options["diff"]:
        places = _places("diff", options, config)
        shown = show_fixes(content, config, unsafe=unsafe, places=places)
        if not options["quiet"]:
            told = f"{counted(shown.diagnostics, 'finding')} in {counted(shown.documents, 'document')}"
            note(f"would fix {told}; --diff writes nothing" if shown.documents else "nothing to fix")
        return unread.code or int(bool(shown.documents) and not options["exit_zero"])
    if options["fix"] or unsafe:
        fixed = apply_fixes(content, config, unsafe=unsafe)
        if not options["quiet"]:
            note(f"{counted(fixed.diagnostics, 'finding')} fixed in {counted(fixed.documents, 'document')}")
    counts = _report(content, config, options, unread)
    return unread.code or int(counts.fails(config.fail_on) and not options["exit_zero"])


def _refuse_contradictions(options: _Options) -> None:
    """Refuse options of which one would do nothing beside the other."""
    fixes = options["fix"] or options["unsafe_fixes"] or options["diff"]
    if options["write_baseline"] is not None and fixes:
        raise click.UsageError("--write-baseline writes what is found; fix it in a run of its own")
    if options["diff"] and options["output"] != STANDARD_STREAM:
        raise click.UsageError("--diff goes to standard output; --output is for reports")


def _refuse_outputs(options: _Options, config: Config) -> None:
    """Refuse to write over what is read, or where the next run would read it as a document."""
    read = [*_files(options), *map(str, filter(None, (config.path, config.glossary, *config.memory)))]
    if options["output"] != STANDARD_STREAM:
        refuse_input_as_output(options["output"], [*read, *map(str, filter(None, (config.baseline,)))])
    if options["write_baseline"] is not None:
        refuse_input_as_output(options["write_baseline"], read)


def _configured(options: _Options) -> Config:
    """The configuration file, and what the options say otherwise.

    :raises ConfigError: either holds what nothing understands.
    """
    path = options["config"] or find_config(common_folder(_files(options)))
    config = read_config(path) if path else Config()
    if options["select"]:
        config = replace(config, select=options["select"], extend_select=(), ignore=())
    source = options["source_repo"]
    if source is not None and not Path(source).is_dir():
        raise InputError("no such folder", path=source)
    baseline = Path(options["baseline"]) if options["baseline"] else config.baseline
    return replace(
        config,
        # What is found in these files themselves is reported at their place, not at a name.
        path=config.path and config.path.absolute(),
        baseline=baseline and baseline.absolute(),
        extend_select=(*config.extend_select, *options["extend_select"], *_turned_on(options)),
        ignore=(*config.ignore, *options["ignore"]),
        severity={**severities_of(config.severity), **options["severity"]},
        fail_on=options["fail_on"] or config.fail_on,
        source_repo=Path(source) if source else config.source_repo,
        memory=tuple(map(Path, options["memory"])) or config.memory,
        glossary=Path(options["glossary"]) if options["glossary"] else config.glossary,
        target_language=options["target_language"] or config.target_language,
        locale=options["locale"] or config.locale,
    )


def _files(options: _Options) -> list[str]:
    """The paths that are none of standard input."""
    return [path for path in options["paths"] if path != STANDARD_STREAM]


def _places(report: str, options: _Options, config: Config) -> Places | None:
    return places_for(report, _files(options), options["root"], config)


def _turned_on(options: _Options) -> list[str]:
    """The rules that options ask for, whatever the configuration selects; --select names all rules there are."""
    given = {"CO004": options["memory"], "TX012": options["glossary"]}
    return [code for code, files in given.items() if files and not options["select"]]


def _content(options: _Options, config: Config, unread: Unreadable) -> Tree | list[Document] | None:
    """The documents to look at.

    :return: ``None`` where only changed ones are wanted and none has changed.
    """
    paths = options["paths"]
    if options["changed"] or options["since"] is not None:
        if STANDARD_STREAM in paths:
            raise click.UsageError('"-" has no history; name files or folders')
        paths = tuple(changed_documents(paths, options["since"]))
        if not paths:
            return None
    root, stdin = name_root(_files(options), options["root"], config), options["stdin_filename"]
    return documents(
        unread,
        paths=paths,
        root=None if root is None else str(root),
        no_gitignore=options["no_gitignore"],
        source_language=options["source_language"],
        target_language=config.target_language,
        stdin_filename=stdin and str(name_of(stdin, root)),
    )


def _whole(options: _Options, config: Config) -> bool:
    """Whether the documents are all that the configuration is about."""
    return not (options["changed"] or options["since"]) and covers(_files(options), config.path)


def _write_known(
    file: str, content: Tree | list[Document], config: Config, options: _Options, unread: Unreadable
) -> None:
    run = validate(content, config=replace(config, baseline=None), whole=_whole(options, config))
    changed = options["changed"] or options["since"] is not None
    written = write_known(Path(file), run, Look(_top(options, config), options["paths"], changed, unread))
    _warn(run, options)
    if not options["quiet"]:
        kept = f"; {written.kept:,} of before kept, which this run does not look at" if written.kept else ""
        note(f"{counted(written.found, 'diagnostic')} written to {file}{kept}")


def _top(options: _Options, config: Config) -> Path:
    """The folder that names are relative to."""
    places = _places("text", options, config)
    return places.top if places else Path.cwd()


def _report(content: Tree | list[Document], config: Config, options: _Options, unread: Unreadable) -> Report:
    """Validate, and write the report as the run goes on."""
    output, name, quiet = options["output"], options["format_name"], options["quiet"]
    # A progress bar and a report on one terminal would write over each other.
    silent = quiet or is_for_terminal(output)
    content = cast("Tree | list[Document]", watched(content, "Validating", quiet=silent))
    baseline = read_baseline(config.baseline) if config.baseline else None
    run = validate(content, config=config, baseline=baseline, whole=_whole(options, config))
    counts = write_report(
        run,
        unread,
        format_name=name,
        output=output,
        places=_places(name, options, config),
        root=name_root(_files(options), options["root"], config),
        fail_on=config.fail_on,
        quiet=quiet,
    )
    _warn(run, options)
    if run.documents and not run.segments and not quiet:
        warn(f"no span pair in {counted(run.documents, 'document')}; are these the bilingual files?")
    if baseline and not quiet and (told := told_of_others(baseline, run, _top(options, config))):
        warn(told)
    return counts


def _warn(run: Validation, options: _Options) -> None:
    """Say what a run could not do although it was asked for."""
    if run.idle_memory and not options["quiet"]:
        warn(run.idle_memory)
