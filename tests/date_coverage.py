"""How many expressions of other date libraries' test suites come out right.

Usage: python tests/date_coverage.py FOLDER [--errors N]

FOLDER holds ``cases_recognizers_en.jsonl``, ``cases_duckling_en.jsonl`` and ``cases_timenorm_en.jsonl``: short inputs
of assistants ("book it for 4-23"), not of news, so that the share to aim at is not 100 %. A case is right when a
mention overlaps the expression and says the same days: one of the resolutions that the suite allows.
"""

import argparse
import json
import re
from datetime import date, timedelta
from pathlib import Path

from cleaner.stages.dates import mentions


def rows(path):
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def anchor(text):
    return date.fromisoformat(text[:10]) if text else date(2016, 11, 7)


def recognizers(case):
    """(kind, text, values): values are days, or (first, last) of ranges; TIMEX for the rest."""
    for result in case["results"]:
        kind = (result.get("TypeName") or result.get("Type", "")).removeprefix("datetimeV2.")
        values = set()
        value = result.get("Value") or result.get("Resolution") or {}
        for one in value.get("values", ()):
            if "value" in one:
                values.add(one["value"][:10] if kind == "date" else one.get("timex"))
            elif kind == "daterange" and "start" in one and "end" in one:
                values.add((one["start"], str(date.fromisoformat(one["end"]) - timedelta(1))))
        for key in ("FutureResolution", "PastResolution"):
            one = value.get(key) or {}
            if kind == "date" and one.get("date"):
                values.add(one["date"])
            elif kind == "daterange" and one.get("startDate") and one.get("endDate"):
                values.add((one["startDate"], str(date.fromisoformat(one["endDate"]) - timedelta(1))))
        if kind in ("duration", "set") and value.get("Timex"):
            values.add(value["Timex"])
        if values:
            yield kind, result["Text"], values


def says(mention, kind, values):
    if kind == "date":
        return str(mention.lower) in values and mention.lower == mention.upper
    if kind == "daterange":
        return (str(mention.lower), str(mention.upper)) in values
    return mention.timex in values


def score_recognizers(path, errors):
    seen, right, shown = {}, {}, 0
    for case in rows(path):
        found = None
        for kind, text, values in recognizers(case):
            if kind not in ("date", "daterange", "duration", "set"):
                continue
            found = found if found is not None else list(mentions(case["input"], anchor(case["ref"])))
            at = case["input"].lower().find(text.lower())
            ok = any(m.start < at + len(text) and m.end > at and says(m, kind, values) for m in found)
            seen[kind] = seen.get(kind, 0) + 1
            right[kind] = right.get(kind, 0) + ok
            if not ok and kind == "date" and shown < errors:
                shown += 1
                print("  ", case["input"], "|", text, sorted(map(str, values)), [(m.text, m.timex) for m in found])
    for kind in sorted(seen):
        print(f"recognizers {kind}: {right[kind]} of {seen[kind]} = {right[kind] / seen[kind]:.3f}")


def score_duckling(path, errors):
    seen = right = shown = 0
    for case in rows(path):
        m = re.match(r"datetime \((\d+), (\d+), (\d+), \d+, \d+, \d+(?:\.\d+)?\) (Day|Month|Year)", case["value_expr"])
        if not m:
            continue
        y, mo, d = int(m[1]), int(m[2]), int(m[3])
        want = {"Day": f"{y}-{mo:02d}-{d:02d}", "Month": f"{y}-{mo:02d}", "Year": str(y)}[m[4]]
        found = [x.timex for x in mentions(case["input"], anchor(case["ref"]))]
        seen, ok = seen + 1, want in found
        right += ok
        if not ok and shown < errors:
            shown += 1
            print("  ", case["input"], "|", want, found)
    print(f"duckling days, months, years: {right} of {seen} = {right / max(1, seen):.3f}")


def score_timenorm(path, errors):
    seen, right, shown = 0, 0, 0
    for case in rows(path):
        found = [x.timex for x in mentions(case["input"], anchor(case["ref"]))]
        ok = case["value"] in found
        seen, right = seen + 1, right + ok
        if not ok and shown < errors:
            shown += 1
            print("  ", case["input"], "|", case["value"], found, case["ref"])
    print(f"timenorm: {right} of {seen} = {right / max(1, seen):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    score_recognizers(args.folder / "cases_recognizers_en.jsonl", args.errors)
    score_duckling(args.folder / "cases_duckling_en.jsonl", args.errors)
    score_timenorm(args.folder / "cases_timenorm_en.jsonl", args.errors)


if __name__ == "__main__":
    main()
