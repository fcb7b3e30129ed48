#!/usr/bin/python3
"""Do the unit tests of assess notice a fault in it? Makes mutants of src/assess one at a time and runs the tests.

    run.py --build build/single [--sample N] [--seed S] [--jobs J] [FILE...]

Wants junheng_test_assess built in the folder named. A mutant that compiles is killed if a test fails, crashes or does
not end; it survives otherwise. Survivors that change nothing a test could see stand with their reason in survivors.txt;
any other one is a missing test, and ends this with 1.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import time
import zlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

from mutations import NEGATED, Mutant, mutants_of

ROOT = Path(__file__).resolve().parents[2]
SURVIVORS = Path(__file__).with_name("survivors.txt")
TEST = "junheng_test_assess"
MUTATED = "src/assess"
COMPILED = (MUTATED, "tests/unit/assess")
SLOW_TEST_MS = 1000  # such tests are run only on what the others leave alive
PATIENCE = 20  # times what the tests take otherwise


def output(*command: str, **options) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, **options).stdout


class Program:
    """The test program: what it is made of, and which of its tests are slow."""

    def __init__(self, build: Path):
        self.build = build
        self.work = ROOT / "build/mutants"
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        linking = output("ninja", "-C", str(build), "-t", "commands", f"bin/{TEST}").splitlines()[-1]
        self.link = [*shlex.split(linking.split(" && ")[1]), "-fuse-ld=gold"]
        self.commands: dict[Path, list[str]] = {}
        self.objects: dict[Path, str] = {}
        for entry in json.loads((build / "compile_commands.json").read_text()):
            source = Path(entry["file"])
            if source.is_relative_to(ROOT) and str(source.relative_to(ROOT)).startswith(COMPILED):
                command = [a for a in shlex.split(entry["command"]) if not a.startswith("-W") and Path(a).name != "ccache"]
                at = command.index("-o")
                self.objects[source] = command[at + 1]
                unoptimised = [re.sub("^-O.$", "-O0", a) for a in command[1:at]]
                # An index past the end is to end the program, not to read what happens to be there.
                self.commands[source] = ["clang++-19", *unoptimised, "-D_GLIBCXX_ASSERTIONS"]
        self.sources_of = self.read_dependencies()
        self.preambles = Lock()
        self.measure()

    def read_dependencies(self) -> dict[Path, list[Path]]:
        """Header -> the sources that include it."""
        sources: dict[Path, list[Path]] = {}
        for source, target in self.objects.items():
            for line in output("ninja", "-C", str(self.build), "-t", "deps", target).splitlines()[1:]:
                sources.setdefault((self.build / line.strip()).resolve(), []).append(source)
        return sources

    def measure(self) -> None:
        report = subprocess.run([self.build / "bin" / TEST], capture_output=True, text=True)
        if report.returncode != 0:
            sys.exit(f"the tests fail without any mutant:\n{report.stdout[-2000:]}")
        times = {name: int(ms) for name, ms in re.findall(r"\[       OK \] (\S+) \((\d+) ms\)", report.stdout)}
        slow = [name for name, ms in times.items() if ms > SLOW_TEST_MS]
        self.slow_filter = ":".join(slow)
        self.slow_seconds = sum(times[name] for name in slow) / 1000
        self.quick_seconds = sum(times.values()) / 1000 - self.slow_seconds

    def preamble(self, source: Path, headers_change: bool) -> Path:
        """What the source includes, compiled once, because most of the time goes there otherwise. Where a header of our
        own is the one that changes: what it and all others include of other libraries."""
        flags = self.commands[source]
        name = f"system_{zlib.crc32(' '.join(flags).encode())}" if headers_change else str(source.relative_to(ROOT))
        header = self.work / "preamble" / (name.replace("/", "_") + ".h")
        with self.preambles:
            if header.exists():
                return header
            header.parent.mkdir(exist_ok=True)
            own = [path for path in self.sources_of if path.is_relative_to(ROOT / "src")]
            start = "#include <" if headers_change else "#include"
            includes = {line for path in (own if headers_change else [source])
                        for line in path.read_text().splitlines() if line.startswith(start)}
            header.write_text("\n".join(sorted(includes)) + "\n" + NEGATED)
            command = [*flags, "-fpch-instantiate-templates", "-x", "c++-header", "-o", f"{header}.pch"]
            subprocess.run([*command, "-c", str(header)], cwd=self.build, check=True)
        return header

    def compile(self, mutant: Mutant, text: bytes, folder: Path) -> dict[str, str] | None:
        """The objects that differ, by what they stand for; None if the mutant does not compile."""
        path = ROOT / mutant.file
        overlay = folder / "src"
        shutil.rmtree(overlay, ignore_errors=True)
        mutated = overlay / path.relative_to(ROOT / "src")
        mutated.parent.mkdir(parents=True)
        mutated.write_bytes(text)
        is_header = path not in self.commands
        objects = {}
        for unit in self.sources_of[path] if is_header else [path]:
            made = str(folder / f"{len(objects)}.o")
            # Includes are written from src, so a folder named earlier hides the original of a header.
            command = [self.commands[unit][0], f"-I{overlay}", "-include", str(self.preamble(unit, is_header)),
                       *self.commands[unit][1:], "-o", made, "-c", str(unit if is_header else mutated)]
            if subprocess.run(command, cwd=self.build, capture_output=True).returncode != 0:
                return None
            objects[self.objects[unit]] = made
        return objects

    def make(self, mutant: Mutant, text: bytes, folder: Path) -> Path | None:
        objects = self.compile(mutant, text, folder)
        if objects is None:
            return None
        program = folder / TEST
        link = [objects.get(word, word) for word in self.link]
        link[link.index("-o") + 1] = str(program)
        # An object before the library that holds its original takes the original's place.
        link[1:1] = [made for original, made in objects.items() if original not in self.link]
        return program if subprocess.run(link, cwd=self.build, capture_output=True).returncode == 0 else None

    def survives(self, program: Path, slow: bool) -> bool:
        tests = self.slow_filter if slow else f"-{self.slow_filter}"
        seconds = PATIENCE * (self.slow_seconds if slow else self.quick_seconds) + 5
        try:
            run = subprocess.run([program, "--gtest_fail_fast", "--gtest_brief=1", f"--gtest_filter={tests}"],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=seconds)
        except subprocess.TimeoutExpired:
            return False
        return run.returncode == 0


def explained() -> set[tuple[str, str, str]]:
    """survivors.txt: a file's name, then for each of its survivors a line with -, one with + and the reason."""
    keys, file, before = set(), "", ""
    for line in SURVIVORS.read_text().splitlines():
        if line.startswith("src/"):
            file = line.strip()
        elif line.startswith("- "):
            before = line[2:]
        elif line.startswith("+ "):
            keys.add((file, before, line[2:]))
    return keys


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mutants of src/assess against its unit tests.")
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--sample", type=int, help="only so many mutants, drawn from all")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("files", nargs="*", help=f"only the mutants of these files of {MUTATED}")
    return parser.parse_args()


def main() -> int:
    arguments = parse_arguments()
    started = time.monotonic()
    files = arguments.files or sorted(
        (str(path.relative_to(ROOT)) for path in (ROOT / MUTATED).rglob("*") if path.suffix in (".cpp", ".h")),
        key=lambda file: (file.endswith(".h"), file))  # a header takes longest: it is compiled wherever it is included
    mutants = [mutant for file in files for mutant in mutants_of(ROOT, file)]
    known = explained()
    for file, _, after in sorted(known - {mutant.key for mutant in mutants}):
        if file in files:
            sys.exit(f"survivors.txt explains a mutant that is gone: {file}: {after}")
    if arguments.sample:
        chosen = random.Random(arguments.seed).sample(range(len(mutants)), min(arguments.sample, len(mutants)))
        mutants = [mutants[i] for i in sorted(chosen)]
    texts = {file: (ROOT / file).read_bytes() for file in files}
    program = Program(arguments.build.resolve())
    folders: SimpleQueue[Path] = SimpleQueue()
    for job in range(arguments.jobs):
        folders.put(program.work / str(job))

    def verdict(mutant: Mutant) -> str:
        folder = folders.get()
        try:
            made = program.make(mutant, mutant.apply(texts[mutant.file]), folder)
            if made is None:
                return "not compiled"
            if not program.survives(made, slow=False):
                return "killed"
            if mutant.key in known:
                return "explained"
            if program.slow_filter and not program.survives(made, slow=True):
                return "killed"
            print(f"{mutant.file}:{mutant.line}\n- {mutant.before}\n+ {mutant.after}", flush=True)
            return "survived"
        finally:
            folders.put(folder)

    total: Counter[str] = Counter()
    with ThreadPoolExecutor(arguments.jobs) as pool:
        for file in files:
            count = Counter(pool.map(verdict, [mutant for mutant in mutants if mutant.file == file]))
            print(f"{file}: {sentence(count)}", flush=True)
            total += count
    print(f"{sentence(total)}; {(time.monotonic() - started) / 60:.0f} min")
    return 1 if total["survived"] else 0


def sentence(count: Counter[str]) -> str:
    ran = count["killed"] + count["explained"] + count["survived"]
    share = f" = {100 * count['killed'] / ran:.1f} %" if ran else ""
    return (f"{ran} mutants, {count['killed']} killed{share}, {count['explained']} explained, "
            f"{count['survived']} survived")


if __name__ == "__main__":
    sys.exit(main())
