#!/usr/bin/python3
"""Are the children of WordprocessingML's property elements in the order that their schema gives?

    docx_order.py FILE.docx

The orders are those of ECMA-376 part 1, CT_PPrBase, EG_RPrBase, CT_TblPrBase, CT_TcPrBase and CT_SectPr; Word refuses a
document that breaks some of them. Prints each fault; ends with 1 when there is one.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
import zipfile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
}


def faults_of(part: str, root: ElementTree.Element) -> list[str]:
    faults = []
    for element in root.iter():
        order = ORDERS.get(element.tag.removeprefix(WORD), "").split()
        if not order:
            continue
        places = []
        for child in element:
            name = child.tag.removeprefix(WORD)
            if name not in order:
                faults.append(f"{part}: {element.tag.removeprefix(WORD)} has no child {name}")
            else:
                places.append(order.index(name))
        if places != sorted(places):
            names = [order[place] for place in places]
            faults.append(f"{part}: {element.tag.removeprefix(WORD)} has its children in the order {names}")
    return faults


def main() -> int:
    faults: list[str] = []
    checked = 0
    with zipfile.ZipFile(sys.argv[1]) as archive:
        for part in archive.namelist():
            if part.startswith("word/") and part.endswith(".xml"):
                root = ElementTree.fromstring(archive.read(part))
                checked += sum(element.tag.removeprefix(WORD) in ORDERS for element in root.iter())
                faults += faults_of(part, root)
    for fault in faults:
        print(fault)
    print(f"{checked} elements, {len(faults)} faults")
    return 1 if faults or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
