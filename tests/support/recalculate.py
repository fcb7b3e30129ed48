"""Makes LibreOffice open workbooks, calculate every formula anew and write them again.

Its default trusts the values stored in a file; a profile of its own says otherwise.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

ALWAYS = "\n".join(
    f'<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="{name}" oor:op="fuse">'
    "<value>0</value></prop></item>"
    for name in ("ODFRecalcMode", "OOXMLRecalcMode")
)
PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{ALWAYS}
</oor:items>
"""
FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "pdf": "pdf"}
BATCH = 20  # workbooks to one start of the program
PATIENCE = 120  # seconds a workbook, most of which a busy machine takes


def recalculate(books: Iterable[Path], folder: Path, kind: str = "xlsx") -> list[Path]:
    """The recalculated books (or their PDF), under the same names in another folder."""
    books = [Path(book) for book in books]
    folder.mkdir(parents=True, exist_ok=True)
    results = [folder / f"{book.stem}.{kind}" for book in books]
    for result in results:
        result.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        user = Path(profile) / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        for start in range(0, len(books), BATCH):
            subprocess.run(
                [
                    "soffice",
                    "--headless",
                    f"-env:UserInstallation=file://{profile}",
                    "--convert-to",
                    FILTERS[kind],
                    "--outdir",
                    str(folder),
                    *map(str, books[start : start + BATCH]),
                ],
                check=True,
                capture_output=True,
                timeout=PATIENCE * BATCH,
            )
    for result in results:
        if not result.is_file():
            raise RuntimeError(f"LibreOffice wrote no {result.name}")
    return results
