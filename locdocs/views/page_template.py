"""The frame of the side-by-side page: its HTML, its style sheet, and the few lines that light up a segment."""

from __future__ import annotations

__all__ = ["PAGE", "SCRIPT", "STYLE"]

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<ul class="facts">{facts}</ul>
{damage}
</header>
<main>
<div class="row languages"><div>{source}</div><div>{target}</div></div>
{rows}
</main>
<script>{script}</script>
</body>
</html>
"""

STYLE = """
:root { color-scheme: light dark; --line: #d5d9e0; --soft: #f5f6f8; --mark: #fff0b8; --link: #0b5cad; --text: #1c2026; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3a404a; --soft: #23272e; --mark: #5a4a00; --link: #7db7f5; --text: #e6e8eb; }
  body { background: #17191d; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.55 system-ui, "Noto Sans", "Noto Sans CJK JP", sans-serif; color: var(--text); }
header { padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); background: var(--soft); }
header h1 { margin: 0 0 .25rem; font-size: 1.05rem; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; font-size: .85rem; }
.damage { margin-top: .5rem; font-size: .85rem; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border-bottom: 1px solid var(--line); }
.row > div { padding: .15rem 1.5rem; overflow-x: auto; }
.row > div + div { border-left: 1px solid var(--line); }
.alert { font-size: .8em; letter-spacing: .04em; }
.languages { position: sticky; top: 0; background: var(--soft); font-weight: 600; font-size: .85rem; }
.row h1 { font-size: 1.6rem; } .row h2 { font-size: 1.3rem; } .row h3 { font-size: 1.1rem; }
.row h1, .row h2, .row h3, .row h4 { line-height: 1.25; margin: .8rem 0; }
.segment { border-radius: 3px; }
.segment.lit { background: var(--mark); }
.image { border: 1px dashed var(--line); padding: 0 .35em; font-size: .9em; }
a { color: var(--link); }
pre { overflow-x: auto; background: var(--soft); padding: .6rem .8rem; direction: ltr; text-align: left; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
blockquote { margin: .6rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
table { border-collapse: collapse; margin: .6rem 0; }
th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: start; vertical-align: top; }
"""

SCRIPT = """
function light(event) {
  const segment = event.target.closest(".segment");
  for (const lit of document.querySelectorAll(".segment.lit")) lit.classList.remove("lit");
  if (segment)
    for (const same of document.querySelectorAll('.segment[data-s="' + segment.dataset.s + '"]'))
      same.classList.add("lit");
}
document.addEventListener("mouseover", light);
document.addEventListener("click", light);
"""
