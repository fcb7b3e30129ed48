#!/usr/bin/python3
"""Two builds of junheng-cli must write the same, byte for byte: run it before and after a change that moves things.

    compare_builds.py OLD_CLI NEW_CLI FOLDER COUNT

The JSON of COUNT random counties; of the sample by every standard, its checks, workbook, report as PDF and Word
document, and dossiers; the template, blank and filled in. (A county file says when it was written.)
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import random_whole

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data/samples/demo-county.xlsx"
YEAR = "2025"
DATE = "2026-01-15"


def run(cli: str, *words: object) -> bytes:
    done = subprocess.run([cli, *map(str, words)], capture_output=True, check=False)
    return b"%d\n" % done.returncode + done.stdout


def write_all(cli: str, books: Path, out: Path) -> None:
    out.mkdir(parents=True)
    for book in sorted(books.glob("county_????.xlsx")):
        (out / f"{book.stem}.json").write_bytes(run(cli, "assess", book, "--year", YEAR, "--json"))
    for standard in sorted((ROOT / "data/standards").glob("*.json")):
        text = run(cli, "assess", SAMPLE, "--year", YEAR, "--standard", standard.stem, "--json")
        (out / f"sample_{standard.stem}.json").write_bytes(text)
    county = out / "sample.junheng"
    run(cli, "init", county, "--county", "示例县", "--code", "990101")
    told = run(cli, "import", county, "--year", YEAR, SAMPLE)
    (out / "import.txt").write_bytes(told.replace(bytes(out), b""))
    (out / "check.json").write_bytes(run(cli, "check", county, "--year", YEAR, "--json"))
    (out / "assess.txt").write_bytes(run(cli, "assess", county, "--year", YEAR))
    told = run(cli, "report", county, "--year", YEAR, "--date", DATE, "--xlsx", out / "report.xlsx", "--pdf", out / "report.pdf",
               "--docx", out / "report.docx", "--dossiers", out / "dossiers")
    (out / "report.txt").write_bytes(told.replace(bytes(out), b""))
    run(cli, "template", out / "blank.xlsx")
    run(cli, "template", out / "filled.xlsx", "--from", county, "--year", YEAR)
    county.unlink()


def main() -> int:
    old, new, folder, count = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
    books = folder / "books"
    books.mkdir(parents=True)
    random_whole.write_many(count, books)
    write_all(old, books, folder / "old")
    write_all(new, books, folder / "new")
    names = {path.relative_to(folder / side) for side in ("old", "new") for path in (folder / side).rglob("*") if path.is_file()}
    others = 0
    for name in sorted(names):
        pair = [folder / side / name for side in ("old", "new")]
        if not all(path.exists() for path in pair) or pair[0].read_bytes() != pair[1].read_bytes():
            print(f"differs: {name}")
            others += 1
    print(f"{len(names)} files, {others} differ")
    return 1 if others or not names else 0


if __name__ == "__main__":
    sys.exit(main())
