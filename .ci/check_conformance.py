"""Read what ``conformance`` prints from standard input, print it again, and fail where it falls under a floor.

Each floor is a share of what could be reached in the whole run, so that trees may come and go.
"""

from __future__ import annotations

import json
import sys

TOTAL = "TOTAL "

# What was counted, what it is counted against, and the least share. The shares are those of the published trees.
FLOORS = (
    ("round trip exact", "files", 1.0),
    ("pairs equal", "plain files", 1.0),
    ("targets replaced, nothing else", "plain files", 1.0),
    ("target exact", "target files", 1570 / 1600),
    ("target exact with original", "target files with original", 853 / 859),
    ("source but for white space and alt texts", "source files", 858 / 873),
)
# What must not happen at all.
NEVER = ("raised", "leaks of the original")
# Where the pattern finds this many pairs, reading finds at least as many segments.
PAIRS = ("segments", "pairs by pattern")


def faults(count: dict[str, float]) -> list[str]:
    """What is wrong about the totals of a run, one sentence each."""
    found = [f"{name}: {count[name]:g}, must be none" for name in NEVER if count.get(name)]
    for reached, possible, share in FLOORS:
        least = share * count.get(possible, 0)
        # Shares come from counts: allow for how they are rounded.
        if count.get(reached, 0) < least - 1e-6:
            found.append(f"{reached}: {count.get(reached, 0):g} of {count[possible]:g}, at least {least:.1f} wanted")
    segments, pairs = (count.get(name, 0) for name in PAIRS)
    if segments < pairs:
        found.append(f"segments: {segments:g}, but a pattern finds {pairs:g} pairs")
    if not count.get("files"):
        found.append("no file was read")
    return found


def main() -> int:
    """0 when all floors are held, else 1."""
    total: dict[str, float] | None = None
    for line in sys.stdin:
        sys.stdout.write(line)
        if line.startswith(TOTAL):
            total = json.loads(line.removeprefix(TOTAL))
    if total is None:
        sys.stderr.write("the conformance run printed no total\n")
        return 1
    found = faults(total)
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
