"""Runs junheng-cli and looks at what it leaves behind."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[1] / "support"
sys.path.insert(0, str(SUPPORT))

DONE, USAGE, BAD_INPUT, COUNTY_FILE, STOPPED = 0, 2, 3, 4, 5
YEAR = 2025


@dataclass
class Answer:
    code: int
    out: str
    err: str

    def json(self) -> dict:
        """The one document on stdout; anything else there is an error."""
        return json.loads(self.out)


@dataclass
class Cost:
    code: int
    err: str
    seconds: float
    mebibytes: float  # the peak, as the system counts it


# Runs argv[2:] with stderr to argv[1] and prints exit code, seconds, and peak in KiB.
MEASURE = """
import json, os, sys, time
begun = time.monotonic()
actions = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
           (os.POSIX_SPAWN_OPEN, 2, sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
_, status, usage = os.wait4(os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ, file_actions=actions), 0)
print(json.dumps([os.waitstatus_to_exitcode(status), time.monotonic() - begun, usage.ru_maxrss]))
"""


class Program:
    """The built program, and a folder of its own to work in."""

    def __init__(self, executable: str, folder: str) -> None:
        self.executable = executable
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def run(self, *words: object) -> Answer:
        done = subprocess.run(
            [self.executable, *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def measured(self, *words: object) -> Cost:
        """As run(), with what it cost; what goes to stdout is lost. Run by a small process of its own: a process begins
        with the peak of the one that it was forked from."""
        err = self.folder / "measured.txt"
        answer = subprocess.run(
            [sys.executable, "-c", MEASURE, err, self.executable, *map(str, words)], stdout=subprocess.PIPE, check=True)
        code, seconds, peak = json.loads(answer.stdout)
        return Cost(code, err.read_text("utf-8"), seconds, peak / 1024)

    def must(self, *words: object) -> Answer:
        answer = self.run(*words)
        if answer.code != DONE:
            raise AssertionError(f"{words}: exit {answer.code}\n{answer.err}")
        return answer

    def assess(self, path: Path) -> dict:
        return self.must("assess", path, "--year", YEAR, "--json").json()

    def county(self, name: str, *books: Path) -> Path:
        """A new county file of the golden county, with these books imported."""
        return self._county(name, "算例县", "990110", books)

    def sample_county(self, name: str, *books: Path) -> Path:
        """The same of the sample county."""
        return self._county(name, "示例县", "990101", books)

    def _county(self, name: str, county: str, code: str, books: tuple[Path, ...]) -> Path:
        path = self.folder / name
        self.must("init", path, "--county", county, "--code", code)
        if books:
            self.must("import", path, "--year", YEAR, *books)
        return path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Report:
    """Collects differences, so that one run names them all."""

    def __init__(self) -> None:
        self.differences: list[str] = []
        self.checks = 0

    def expect(self, holds: bool, what: str) -> None:
        self.checks += 1
        if not holds:
            self.differences.append(what)

    def equal(self, found: object, wanted: object, where: str) -> None:
        self.expect(found == wanted, f"{where}: {found!r}, expected {wanted!r}")

    def finish(self) -> int:
        for difference in self.differences[:100]:
            print(difference)
        if len(self.differences) > 100:
            print(f"... and {len(self.differences) - 100} more")
        print(f"{self.checks} checks, {len(self.differences)} differences")
        return 1 if self.differences or self.checks == 0 else 0
