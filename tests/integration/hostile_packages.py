#!/usr/bin/python3
"""Packages that are made to fill memory, disk or time, or to look like what was handed in.

    hostile_packages.py CLI FOLDER
"""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
import sys
import time
import zipfile
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next ones known
import golden_county
import submission
import template_book

# As multiples of what a sound package takes; and in time, of what unpacking and summing the largest part read takes.
MOST_TIME, MOST_MEMORY = 5, 2
MIB = 1 << 20
LARGEST = 150 * MIB


def with_zeros(package: Path, parts: submission.Parts, zeros: dict[str, int]) -> Path:
    """Parts of so many zeros beside, or in place of, the others; written in pieces."""
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name not in zeros:
                archive.writestr(name, data)
        for name, size in zeros.items():
            with archive.open(name, "w", force_zip64=True) as part:
                piece = bytes(16 * MIB)
                for begin in range(0, size, len(piece)):
                    part.write(piece[:size - begin])
    return package


def with_parts(package: Path, parts: submission.Parts) -> Path:
    submission.write(package, parts)
    return package


def with_manifest(package: Path, parts: submission.Parts, manifest: bytes) -> Path:
    return with_parts(package, {**parts, submission.MANIFEST: manifest})


def twice(package: Path, parts: submission.Parts) -> Path:
    submission.write(package, parts)
    with zipfile.ZipFile(package, "a") as archive:
        info = zipfile.ZipInfo(submission.WORKBOOK)
        archive.NameToInfo.pop(submission.WORKBOOK, None)
        archive.writestr(info, b"another")
    return package


def encrypted(package: Path, parts: submission.Parts) -> Path:
    """Every part bears the flag of encryption, in its own header and in the directory."""
    submission.write(package, parts)
    data = bytearray(package.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    package.write_bytes(data)
    return package


def with_size(package: Path, parts: submission.Parts, name: str, size: int) -> Path:
    """The directory and the header say another size than the part has."""
    submission.write(package, parts)
    data = bytearray(package.read_bytes())
    encoded = name.encode()
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        if data[at + 46:at + 46 + len(encoded)] == encoded:
            struct.pack_into("<I", data, at + 24, size)
            (header,) = struct.unpack_from("<I", data, at + 42)
            struct.pack_into("<I", data, header + 22, size)
        at = data.find(b"PK\x01\x02", at + 4)
    package.write_bytes(data)
    return package


def crafted(folder: Path, sound: Path, parts: submission.Parts) -> dict[str, tuple[Path, str]]:
    """What is wrong, and a word of what is said of it."""
    manifest = parts[submission.MANIFEST]
    known = json.loads(manifest)
    long_list = json.dumps({**known, "files": known["files"] + [{"name": f"{i}"} for i in range(20000)]}).encode()
    cut = folder / "cut.zip"
    cut.write_bytes(sound.read_bytes()[:-1000])
    half = folder / "half.zip"
    half.write_bytes(sound.read_bytes()[:sound.stat().st_size // 2])
    return {
        "a manifest of 150 MB": (with_manifest(folder / "m1.zip", parts, manifest[:-3] + b" " * 150_000_000 + b"}"),
                                 "过大"),
        "a manifest of 150 MB of lists": (with_manifest(folder / "m2.zip", parts, b"[" * 75_000_000 + b"]" * 75_000_000),
                                          "过大"),
        "a manifest of half a million brackets": (with_manifest(folder / "m3.zip", parts, b"[" * 500_000), "清单.json"),
        "a manifest of 20,000 files": (with_manifest(folder / "m4.zip", parts, long_list), "清单.json"),
        "checksums of 150 MB": (with_zeros(folder / "s1.zip", parts, {submission.SUMS: LARGEST}), "校验值不符"),
        "a standard of 150 MB": (with_zeros(folder / "s2.zip", parts, {submission.STANDARD: LARGEST}), "已被改动"),
        "1.9 GiB of zeros": (with_zeros(folder / "z1.zip", parts, {"材料.bin": 1900 * MIB}), "过大"),
        "a county file of 1.9 GiB": (with_zeros(folder / "z2.zip", parts, {submission.COUNTY: 1900 * MIB}), "过大"),
        "three times 1 GiB": (with_zeros(folder / "z3.zip", parts, {f"{i}.bin": 1024 * MIB for i in range(3)}), "过大"),
        "a part larger than it says": (with_size(folder / "l1.zip", parts, submission.WORKBOOK, 10), "损坏"),
        "a part smaller than it says": (with_size(folder / "l2.zip", parts, submission.WORKBOOK, 200 * MIB), "损坏"),
        "a manifest larger than it says": (with_size(folder / "l3.zip", parts, submission.MANIFEST, 10), "损坏"),
        "5,000 parts": (with_parts(folder / "p1.zip", {**parts, **{f"{i}": b"" for i in range(5000)}}), "损坏"),
        "a part twice": (twice(folder / "n1.zip", parts), "重复"),
        "a way out": (with_parts(folder / "n2.zip", {**parts, "../../x.sh": b"x"}), "文件名"),
        "an absolute name": (with_parts(folder / "n3.zip", {**parts, "/etc/x": b"x"}), "文件名"),
        "a name of Windows": (with_parts(folder / "n4.zip", {**parts, "..\\x.bat": b"x"}), "文件名"),
        "a password": (encrypted(folder / "e1.zip", parts), "密码"),
        "its end cut off": (cut, "损坏"),
        "its half": (half, "损坏"),
    }


def seconds_to_sum(package: Path, name: str) -> float:
    begun, digest = time.monotonic(), hashlib.sha256()
    with zipfile.ZipFile(package) as archive, archive.open(name) as part:
        while piece := part.read(MIB):
            digest.update(piece)
    return time.monotonic() - begun


def check_bounds(program: headless.Program, sound: Path, parts: submission.Parts, report: headless.Report) -> None:
    usual = program.measured("verify", sound)
    report.equal(usual.code, 0, f"the sound package: {usual.err}")
    large = with_zeros(program.folder / "large.zip", parts, {submission.STANDARD: LARGEST})
    allowed = MOST_TIME * (usual.seconds + seconds_to_sum(large, submission.STANDARD))
    for name, (package, word) in crafted(program.folder, sound, parts).items():
        cost = program.measured("verify", package)
        report.equal(cost.code, headless.COUNTY_FILE, f"{name}: {cost.err}")
        report.expect(word in cost.err, f"{name}: {cost.err}")
        report.expect(cost.seconds < allowed, f"{name}: {cost.seconds:.1f} s, more than {allowed:.1f} s")
        report.expect(cost.mebibytes < MOST_MEMORY * usual.mebibytes,
                      f"{name}: {cost.mebibytes:.0f} MiB, a sound one {usual.mebibytes:.0f} MiB")
        package.unlink()


def check_forgeries(program: headless.Program, county: Path, sound: Path, parts: submission.Parts,
                    report: headless.Report) -> None:
    alone = program.must("verify", sound).out
    report.expect("上报包自身完好（各部分与其清单一致）" in alone and "--against" in alone, alone)
    compared = program.must("verify", sound, "--against", county).out
    report.expect("2025-10-18 的上报记录一致：与上报时相同" in compared, compared)
    report.equal(program.must("verify", sound, "--against", county, "--json").json()["against"]["same"], True, "JSON")
    pdf, later = submission.DOCUMENTS[2], json.loads(parts[submission.MANIFEST])
    later["date"] = "2025-10-19"
    forged = {
        "another document": ({**parts, pdf: parts[pdf] + b" "}, f"“{pdf}”与 2025-10-18 上报时留存的不同"),
        "another date": ({**parts, submission.MANIFEST: json.dumps(later).encode()}, "不是当时的那一个"),
        "another standard": ({**parts, submission.STANDARD: parts[submission.STANDARD] + b"\n"}, "不是当时的那一个"),
        "packed again": (parts, "不是当时的那一个"),
    }
    for name, (changed, sentence) in forged.items():
        package = with_parts(program.folder / "forged.zip", submission.signed(changed) if name != "packed again" else changed)
        itself = program.run("verify", package)
        report.equal(itself.code, 0, f"{name}, consistent in itself: {itself.err}")
        report.expect("与上报时相同。" not in itself.out, f"{name} is called what was handed in: {itself.out}")
        answer = program.run("verify", package, "--against", county)
        report.equal(answer.code, headless.COUNTY_FILE, f"{name}, against the record")
        report.expect(sentence in answer.err and "完好" not in answer.out, f"{name}: {answer.err}{answer.out}")
    other = program.county("other.junheng")
    answer = program.run("verify", sound, "--against", other)
    report.equal(answer.code, headless.COUNTY_FILE, "against a file without a record")
    report.expect("没有 2025 学年的上报记录" in answer.err, answer.err)
    report.equal(program.run("verify", county, "--against", other).code, headless.USAGE, "--against of a county file")


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    book = program.folder / "n10.xlsx"
    template_book.write_book(book, golden_county.BOOKS["n10"]())
    county = program.county("n10.junheng", book)
    sound = program.folder / "sound.zip"
    program.must("report", county, "--year", headless.YEAR, "--date", "2025-10-18", "--package", sound)
    parts = submission.parts_of(sound)
    check_bounds(program, sound, parts, report)
    check_forgeries(program, county, sound, parts, report)
    shutil.rmtree(program.folder)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
