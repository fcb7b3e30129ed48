#!/usr/bin/python3
"""What happens to files that are there when an output is written, and what is said when one cannot be.

    outputs.py CLI FOLDER

The sample county, with names of characters that fonts lack, or that stand beyond the first plane of Unicode.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import headless

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "samples" / "demo-county.xlsx"
DATE = ("--date", "2025-11-03")
SCHOOL = "9901001001"
# U+31350 is of an extension that no font here has; U+E863 is where GBK had 䶮 before it was in Unicode.
UNSEEN = "\U00031350\ue863小学"
FAR = "𠮷林𬱖小学"
# What each verb writes, by the ending of the file; a folder has none.
KINDS = {"template.xlsx": (), "xlsx": ("--xlsx",), "docx": ("--docx",), "pdf": ("--pdf",), "zip": ("--package",),
         "dossiers.pdf": ("--school", SCHOOL, "--dossiers"), "dossiers": ("--school", SCHOOL, "--dossiers")}


def renamed(book: Path, names: dict[str, str]) -> Path:
    """The sample with other names of schools, by cell of the sheet 学校."""
    with zipfile.ZipFile(SAMPLE) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for cell, name in names.items():
        text = f'<c r="{cell}" t="inlineStr"><is><t>{name}</t></is></c>'
        sheet, count = re.subn(f'<c r="{cell}"[^>]*>.*?</c>', text, sheet, count=1)
        assert count == 1, cell
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return book


class Writer:
    """Writes any kind of output to any place."""

    def __init__(self, program: headless.Program, county: Path) -> None:
        self.program = program
        self.county = county

    def words(self, kind: str, target: Path) -> list[object]:
        if kind == "template.xlsx":
            return ["template", target]
        return ["report", self.county, "--year", headless.YEAR, *DATE, *KINDS[kind], target]

    def write(self, kind: str, target: Path, *options: str, **environment: str) -> headless.Answer:
        words = [self.program.executable, *map(str, self.words(kind, target)), *options]
        done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=120,
                              env={**os.environ, **environment})
        return headless.Answer(done.returncode, done.stdout, done.stderr)


def written_file(target: Path) -> Path:
    """Where the bytes of an output are: of a folder of dossiers, the one dossier in it."""
    return next(target.iterdir()) if target.is_dir() else target


def expect_refused(answer: headless.Answer, code: int, target: Path, where: str, report: headless.Report) -> None:
    """One line with one sentence, in Chinese, about the file that was asked for."""
    report.equal(answer.code, code, where)
    report.expect(str(target) in answer.err, f"{where}: {answer.err} does not name {target}")
    said = re.sub(r"[-\w/.]*/[-\w/. ]*", "", answer.err).replace("--force", "")
    report.expect(said.count("\n") == 1 and said.count("。") == 1, f"{where}: not one sentence: {answer.err}")
    report.equal(re.findall("[A-Za-z]{2,}", said), [], f"{where}: words of a library in {answer.err}")
    report.equal(answer.out, "", f"{where}: what was written")


def check_existing(writer: Writer, folder: Path, report: headless.Report) -> None:
    """Refused without --force; with it, links and rights stay."""
    for kind in KINDS:
        target = folder / f"there.{kind}"
        report.equal(writer.write(kind, target).code, headless.DONE, f"{kind} made anew")
        file = written_file(target)
        file.write_bytes(b"mine")
        expect_refused(writer.write(kind, target), headless.BAD_INPUT, file, f"{kind} that is there", report)
        report.equal(file.read_bytes(), b"mine", f"{kind} that was refused")
        file.chmod(0o640)
        twin = folder / f"twin.{kind}"
        os.link(file, twin)
        real = folder / f"real.{kind}"
        shutil.move(file, real)
        file.symlink_to(real)
        report.equal(writer.write(kind, target, "--force").code, headless.DONE, f"{kind} replaced")
        report.expect(file.is_symlink() and real.read_bytes() != b"mine", f"{kind} behind a link")
        report.equal(stat.S_IMODE(real.stat().st_mode), 0o640, f"rights of {kind}")
        report.expect(real.samefile(twin), f"the two names of {kind}")
        real.chmod(0o444)
        before = headless.sha256(real)
        expect_refused(writer.write(kind, target, "--force"), headless.COUNTY_FILE, file, f"{kind} protected", report)
        report.equal(headless.sha256(real), before, f"{kind} that is protected")


def check_one_of_many(writer: Writer, folder: Path, report: headless.Report) -> None:
    """Where one of several cannot be written, none is, and the county file keeps no record."""
    folder = folder / "many"
    folder.mkdir()
    dossier = folder / f"{SCHOOL} {FAR}.pdf"
    dossier.write_bytes(b"signed")
    before = headless.sha256(writer.county)
    words = ["report", writer.county, "--year", headless.YEAR, "--docx", folder / "a.docx", "--package", folder / "a.zip",
             "--pdf", folder / "a.pdf", "--school", SCHOOL, "--dossiers", folder]
    expect_refused(writer.program.run(*words), headless.BAD_INPUT, dossier, "one of many", report)
    report.equal([path.name for path in folder.iterdir()], [dossier.name], "files after it")
    report.equal(headless.sha256(writer.county), before, "the county file after it")
    expect_refused(writer.program.run(*words, "--xlsx", dossier, "--force"), headless.USAGE, dossier,
                   "a workbook in the place of a dossier", report)
    report.equal(writer.program.run(*words, "--force").code, headless.DONE, "all of them, told")


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[bool]:
    """A file system of that size at `place`; False where this user may not mount one."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", place]
    mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", place], check=True)


def check_full_disk(writer: Writer, folder: Path, report: headless.Report) -> None:
    for kind in KINDS:
        with small_disk(folder / f"full {kind}", 8) as mounted:
            if not mounted:
                print("no small disk can be mounted: what happens on a full one is not checked")
                return
            disk = folder / f"full {kind}"
            target = disk / f"new.{kind}"
            expect_refused(writer.write(kind, target), headless.COUNTY_FILE, target, f"{kind} on a full disk", report)
            left = [path for path in disk.rglob("*") if path.is_file()]
            report.equal(left, [], f"what {kind} left on a full disk")
            if kind != "dossiers":
                target.write_bytes(b"mine")
                answer = writer.write(kind, target, "--force")
                expect_refused(answer, headless.COUNTY_FILE, target, f"{kind} over a file on a full disk", report)
                report.equal(target.read_bytes(), b"mine", f"{kind} on a full disk, as it was")
                os.link(target, disk / "twin")
                answer = writer.write(kind, target, "--force")
                expect_refused(answer, headless.COUNTY_FILE, target, f"{kind} of two names on a full disk", report)
                report.equal(target.read_bytes(), b"mine", f"{kind} of two names, as it was")


def check_county_on_full_disk(writer: Writer, folder: Path, report: headless.Report) -> None:
    """The county file lies on the same disk, and the package would be kept in it."""
    size = -(-writer.county.stat().st_size // 1024)
    with small_disk(folder / "full", size + 64) as mounted:
        if not mounted:
            return
        county = shutil.copy(writer.county, folder / "full")
        target = folder / "full" / "o.zip"
        answer = Writer(writer.program, county).write("zip", target)
        expect_refused(answer, headless.COUNTY_FILE, target, "a package beside its county file", report)
        report.equal(os.listdir(folder / "full"), [writer.county.name], "files beside it")


def check_temporary_folder(writer: Writer, folder: Path, report: headless.Report) -> None:
    """One that is not there, and one that is full: the output is whole, or it is said in one sentence."""
    for kind in KINDS:
        target = folder / f"no temporary folder.{kind}"
        answer = writer.write(kind, target, TMPDIR=str(folder / "none"))
        report.equal((answer.code, answer.err), (headless.DONE, ""), f"{kind} without a temporary folder")
        with small_disk(folder / f"temporary {kind}", 4) as mounted:
            if not mounted:
                continue
            target = folder / f"full temporary folder.{kind}"
            answer = writer.write(kind, target, TMPDIR=str(folder / f"temporary {kind}"))
            if answer.code == headless.DONE:
                report.equal(answer.err, "", f"{kind} with a full temporary folder")
            else:
                expect_refused(answer, headless.COUNTY_FILE, target, f"{kind} with a full temporary folder", report)
                report.expect(not target.exists(), f"{kind} is half written")


def check_closed_folder(writer: Writer, folder: Path, report: headless.Report) -> None:
    """A folder without rights, one that is not there, and places that are no files."""
    closed = folder / "closed"
    closed.mkdir(mode=0o555)
    for kind in KINDS:
        places = [closed / f"new.{kind}"]
        if kind != "dossiers":
            places += [folder / "nowhere" / f"new.{kind}", Path("/dev/full"), closed]
        for target in places:
            expect_refused(writer.write(kind, target, "--force"), headless.COUNTY_FILE, target, f"{kind} to {target}",
                           report)
    report.equal(list(closed.iterdir()), [], "the closed folder")
    closed.chmod(0o755)


def check_plain_terminal(writer: Writer, folder: Path, report: headless.Report) -> None:
    """Qt has something to say about the locale C, in English."""
    for kind in KINDS:
        answer = writer.write(kind, folder / f"plain.{kind}", LC_ALL="C")
        report.equal((answer.code, answer.err), (headless.DONE, ""), f"{kind} under LC_ALL=C")


def check_characters(program: headless.Program, writer: Writer, folder: Path, report: headless.Report) -> None:
    book = renamed(folder / "unseen book.xlsx", {"B2": UNSEEN, "B3": "\uf8ff小学"})
    county = program.sample_county("unseen.junheng", book)
    unseen = Writer(program, county)
    for kind, named in (("pdf", 3), ("zip", 3), ("dossiers.pdf", 2), ("dossiers", 2), ("xlsx", 0), ("docx", 0)):
        answer = unseen.write(kind, folder / f"unseen.{kind}")
        report.equal(answer.code, headless.DONE, f"{kind} with unseen characters")
        codes = re.findall(r"U\+[0-9A-F]+", answer.err)
        report.equal(codes, ["U+31350", "U+E863", "U+F8FF"][:named], f"{kind}: characters named")
        report.equal(answer.err.count("\n"), min(named, 1), f"{kind}: lines of the notice")
        if named:
            report.expect(UNSEEN in answer.err, f"{kind}: where they stand is not said: {answer.err}")
    with zipfile.ZipFile(folder / "unseen.docx") as archive:
        report.expect(UNSEEN in archive.read("word/document.xml").decode(), "the Word document keeps them")
    with zipfile.ZipFile(folder / "unseen.xlsx") as archive:
        words = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
        report.expect(UNSEEN in words, "the workbook keeps them")

    for kind in ("pdf", "dossiers.pdf"):
        target = folder / f"far.{kind}"
        answer = writer.write(kind, target)
        report.equal((answer.code, answer.err), (headless.DONE, ""), f"{kind} beyond the first plane")
        text = subprocess.run(["pdftotext", target, "-"], capture_output=True, encoding="utf-8", check=True).stdout
        report.expect(FAR in text, f"{FAR} cannot be found in {target.name}")
        again = folder / f"again.{kind}"
        writer.write(kind, again)
        report.equal(headless.sha256(again), headless.sha256(target), f"{kind} made twice")


def main() -> int:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        os.environ.pop(name, None)
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    county = program.sample_county("far.junheng", renamed(program.folder / "far book.xlsx", {"B2": FAR}))
    writer = Writer(program, county)
    for check in (check_existing, check_one_of_many, check_full_disk, check_county_on_full_disk, check_temporary_folder,
                  check_closed_folder, check_plain_terminal):
        folder = program.folder / check.__name__
        folder.mkdir()
        check(writer, folder, report)
    folder = program.folder / "characters"
    folder.mkdir()
    check_characters(program, writer, folder, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
