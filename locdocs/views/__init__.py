"""Renderings of a document, one module each: ``bilingual``, ``target``, ``source``, ``html``."""

from __future__ import annotations

from locdocs.errors import UnknownFormatError
from locdocs.model import Document, expect_document

__all__ = ["VIEWS", "render"]

VIEWS = ("bilingual", "target", "source", "html")


def render(
    document: Document, view: str = "target", *, original: str | bytes | None = None, verbatim: bool = False
) -> str:
    r"""A document as one text.

    :param view: ``bilingual``: the file itself, put together from its parts. ``target``: what the publisher puts out in
        the target language. ``source``: the English original, as far as the file holds it. ``html``: a page that shows
        source and target side by side.
    :param original: the English file, text or bytes. It settles what the format leaves open: which ``\*`` the author
        had escaped. The source view also takes the header from it, whose title and description the file holds in the
        target language only. Nothing else of it is used, and nothing at all by ``bilingual`` and ``html``.
    :param verbatim: every segment as the file writes it: nothing unescaped, nothing repaired. So ``bilingual`` and
        ``html`` always do.
    :raises UnknownFormatError: there is no view of that name.
    :raises TypeError: ``document`` is no document, or ``original`` neither text nor bytes.
    """
    expect_document(document)
    if not isinstance(original, (str, bytes, type(None))):
        raise TypeError(f"the original is text or bytes, not {type(original).__name__}")
    # Imported one by one: the page needs a Markdown renderer, the others do not.
    match view:
        case "bilingual":
            from locdocs.views.bilingual import bilingual  # noqa: PLC0415

            return bilingual(document)
        case "target":
            from locdocs.views.target import target  # noqa: PLC0415

            return target(document, original=original, verbatim=verbatim)
        case "source":
            from locdocs.views.source import source  # noqa: PLC0415

            return source(document, original=original, verbatim=verbatim)
        case "html":
            from locdocs.views.html import page  # noqa: PLC0415

            return page(document)
    raise UnknownFormatError(f"there is no view {view!r}; the views are {', '.join(VIEWS)}")
