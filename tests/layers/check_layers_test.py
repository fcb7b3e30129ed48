#!/usr/bin/python3
"""Plants one violation at a time in a small tree and sees that check_layers.py names it."""

from __future__ import annotations

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import check_layers  # noqa: E402

ROOMS = ("base", "sheet", "model", "standard", "assess", "plan", "store", "exchange", "document", "report", "workings", "workspace", "cli")
DESK_ROOMS = ("widgets", "dialogs", "pages/entry", "pages/start", "tasks", "shell")
QT_HEADERS = ("QtCore/QString", "QtCore/QtCore", "QtCore/qglobal.h", "QtGui/QColor", "QtWidgets/QWidget", "QtSql/QSqlQuery",
              "QtCharts/QChart")
SOUND = {
    "src/base/decimal.h": "#pragma once\n#include <gmpxx.h>\n#include <QString>\n#include <vector>\n",
    "src/base/file.cpp": '#include "base/decimal.h"\n',
    "src/base/system/files.cpp": "#include <sys/stat.h>\n#include <unistd.h>\n#include <cerrno>\n",
    "src/sheet/workbook.h": "#include <expat.h>\n#include <zip.h>\n#include <xlsxwriter.h>\n",
    "src/model/item.h": '#include "base/decimal.h"\n',
    "src/standard/standard.h": '#include "model/item.h"\n#include <nlohmann/json.hpp>\n',
    "src/standard/json_reader.h": "",
    "src/assess/assessment.h": '#include "base/decimal.h"\n#include "standard/standard.h"\n#include <Eigen/Core>\n',
    "src/assess/exact.h": "",
    "src/store/county_file.h": '#include "model/item.h"\n#include <QSqlQuery>\n#include <sqlite3.h>\n',
    "src/exchange/reader.h": '#include "sheet/workbook.h"\n',
    "src/document/report.h": '#include "sheet/workbook.h"\n#include <QColor>\n#include <qpdf/QPDF.hh>\n',
    "src/document/paper/faces.h": '#include "document/report.h"\n',
    "src/report/official/tables.h": '#include "document/report.h"\n',
    "src/store/county_file.cpp": "const model::ItemDictionary& items = model::ItemDictionary::builtIn();\n",
    "src/model/county_year.h": "CountyYear(const ItemDictionary& items = ItemDictionary::builtIn());\n",
    "src/model/unit.h": '#include "model/item.h"\n',
    "src/plan/gap.h": '#include "assess/assessment.h"\n',
    "src/report/lists/lists.h": '#include "assess/assessment.h"\n#include "document/report.h"\n',
    "src/workings/cover.h": '#include "report/lists/lists.h"\n',
    "src/workspace/workspace.h": '#include "store/county_file.h"\n#include "report/lists/lists.h"\n',
    "src/workspace/workspace.cpp": '#include "workspace/workspace.h"\n#include "workspace.moc"\n',
    "src/cli/cli.h": '#include "workspace/workspace.h"\n',
    "ui/widgets/tone.h": "#include <QWidget>\n",
    "ui/dialogs/questions.h": '#include "workspace/workspace.h"\n',
    "ui/dialogs/code_dialog.h": '#include "ui/dialogs/questions.h"\n',
    "ui/pages/page.h": "#include <QWidget>\n",
    "ui/pages/entry/grid/entry_grid.h": "#include <QWidget>\n",
    "ui/pages/entry/entry_page.h": '#include "ui/widgets/tone.h"\n#include "ui/dialogs/questions.h"\n#include "ui/pages/page.h"\n#include "ui/pages/entry/grid/entry_grid.h"\n#include "ui_entry_page.h"\n',
    "ui/pages/start/start_page.h": '#include "workspace/workspace.h"\n#include "assess/assessment.h"\n',
    "ui/tasks/tasks.h": '#include "ui/dialogs/questions.h"\n',
    "ui/shell/main_window.cpp": '#include "ui/pages/entry/entry_page.h"\n#include "ui/tasks/tasks.h"\n',
    "ui/main.cpp": '#include "ui/shell/main_window.cpp"\n',
    "ui/cli_main.cpp": '#include "cli/cli.h"\n',
    "data/data.cpp": "",
    "data/items.csv": "code,label\nstaff,教职工数\npupils,在校学生数\n",
    "src/cli/json.cpp": 'json["pupils"] = pupils; // unit == "人"\n',
}
# A file, the line planted in it, and what must be said of it.
PLANTED = [
    ("src/base/file.cpp", '#include "model/item.h"', "base may not include model"),
    ("src/model/item.h", '#include "standard/standard.h"', "model may not include standard"),
    ("src/sheet/workbook.h", '#include "model/item.h"', "sheet may not include model"),
    ("src/assess/assessment.h", '#include "store/county_file.h"', "assess may not include store"),
    ("src/store/county_file.h", '#include "standard/standard.h"', "store may not include standard"),
    ("src/exchange/reader.h", '#include "standard/standard.h"', "exchange may not include standard"),
    ("src/document/report.h", '#include "assess/assessment.h"', "document may not include assess"),
    ("src/report/lists/lists.h", '#include "workspace/workspace.h"', "report may not include workspace"),
    ("src/report/lists/lists.h", '#include "workings/cover.h"', "report may not include workings"),
    ("src/workspace/workspace.h", '#include "cli/cli.h"', "workspace may not include cli"),
    ("src/cli/cli.h", '#include "ui/widgets/tone.h"', "nothing below ui"),
    ("data/data.cpp", '#include "base/decimal.h"', "data may not include base"),
    ("src/assess/assessment.h", "#include <gmpxx.h>", "only in base"),
    ("src/base/decimal.h", "#include <Eigen/Dense>", "only in assess, plan"),
    ("src/workspace/workspace.h", "#include <QSqlQuery>", "QtSql only in store"),
    ("src/workspace/workspace.h", "#include <QtSql/QSqlQuery>", "QtSql only in store"),
    ("src/workspace/workspace.h", "#include <sqlite3.h>", "only in store"),
    ("src/report/lists/lists.h", "#include <xlsxwriter.h>", "only in sheet"),
    ("src/exchange/reader.h", "  #  include <zip.h>", "only in sheet"),
    ("src/exchange/reader.h", "#include <expat.h>", "only in sheet"),
    ("src/model/item.h", "#include <nlohmann/json.hpp>", "only in cli, exchange, standard"),
    ("ui/widgets/tone.h", "#include <nlohmann/json.hpp>", "only in cli, exchange, standard"),
    ("src/report/lists/lists.h", "#include <QWidget>", "QtWidgets only in ui"),
    ("src/model/item.h", "#include <QColor>", "QtGui only in document, ui"),
    ("src/model/item.h", "#include <QtCore>", "not a whole module"),
    ("src/report/lists/lists.h", "#include <QChart>", "QtCharts has no page"),
    ("src/model/item.h", "#include <boost/rational.hpp>", "without a page in docs/decisions"),
    ("src/sheet/workbook.h", "#include <qpdf/QPDF.hh>", "only in document"),
    ("ui/shell/main_window.cpp", "#include <qcustomplot.h>", "only in ui/figures"),
    ("ui/pages/start/start_page.h", '#include "store/county_file.h"', "the desk does not see"),
    ("ui/pages/start/start_page.h", '#include "exchange/reader.h"', "the desk does not see"),
    ("ui/pages/start/start_page.h", '#include "sheet/workbook.h"', "the desk does not see"),
    ("ui/pages/start/start_page.h", '#include "assess/exact.h"', "the desk does not see"),
    ("ui/pages/start/start_page.h", '#include "ui/pages/entry/entry_page.h"', "no other page"),
    ("ui/pages/entry/grid/entry_grid.h", '#include "ui/pages/entry/entry_page.h"', "nothing of the page around it"),
    ("ui/pages/page.h", '#include "ui/pages/entry/entry_page.h"', "no other page"),
    ("ui/pages/start/start_page.h", '#include "ui/shell/main_window.cpp"', "ui/pages may not include ui/shell"),
    ("ui/widgets/tone.h", '#include "ui/pages/entry/entry_page.h"', "ui/widgets may not include ui/pages"),
    ("ui/dialogs/questions.h", '#include "ui/pages/entry/entry_page.h"', "ui/dialogs may not include ui/pages"),
    ("ui/tasks/tasks.h", '#include "ui/pages/entry/entry_page.h"', "ui/tasks may not include ui/pages"),
    ("ui/pages/entry/entry_page.h", '#include "ui/tasks/tasks.h"', "ui/pages may not include ui/tasks"),
    ("ui/pages/entry/entry_page.h", '#include "ui/dialogs/code_dialog.h"', "through ui/dialogs/questions.h only"),
    ("ui/shell/main_window.cpp", '#include "ui/dialogs/code_dialog.h"', "through ui/dialogs/questions.h only"),
    ("ui/cli_main.cpp", '#include "workspace/workspace.h"', "only opens the room cli"),
    ("src/base/file.cpp", '#include "decimal.h"', "with the room's name"),
    ("src/report/official/tables.h", '#include "report/lists/lists.h"', "report/official may not include from lists"),
    ("src/document/report.h", '#include "document/paper/faces.h"', "may not include from paper"),
    ("src/plan/gap.h", "mpz_class steps;", "GMP is named in base only"),
    ("src/plan/gap.h", "return number.get_num();", "GMP is named in base only"),
    ("src/plan/gap.h", "for (const Item& item : model::ItemDictionary::builtIn().all())", "ask the year or the county file"),
    ("ui/pages/start/start_page.h", "auto& items = ItemDictionary::builtIn();", "ask the year or the county file"),
    ("src/plan/gap.h", 'const Item& item = items.at(u"pupils");', "named by its constant"),
    ("ui/pages/start/start_page.h", 'if (item.code == "staff"_L1)', "named by its constant"),
    ("src/exchange/reader.h", 'if (item.unit == Unit::Yuan)', "the room model tells it"),
    ("src/cli/cli.h", "for (const QString& id : item.usedBy)", "the room model tells it"),
    ("src/base/file.cpp", "#include <unistd.h>", "in base/system only"),
    ("src/store/county_file.h", "#include <csignal>", "in base/system only"),
    ("src/base/system/files.cpp", '#include "base/decimal.h"', "base/system may not include from"),
    ("src/base/file.cpp", '#include "../model/item.h"', "no paths upward"),
    ("src/base/file.cpp", '#include "base/absent.h"', "no such header"),
    ("src/base/file.cpp", "#include HEADER", "not a macro"),
]


class LayersTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "tree"
        self.qt = Path(folder.name) / "qt6"
        for header in QT_HEADERS:
            self.write(self.qt / header, "")
        for name, text in SOUND.items():
            self.write(self.root / name, text)
        for room in ROOMS:
            self.write(self.root / "src" / room / "README.md", "")
        for room in DESK_ROOMS:
            self.write(self.root / "ui" / room / "README.md", "")

    @staticmethod
    def write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def violations(self) -> list[str]:
        return check_layers.Layers(self.root, self.qt).check()

    def test_a_sound_tree_passes(self) -> None:
        self.assertEqual(self.violations(), [])

    def test_each_planted_include_is_named(self) -> None:
        for name, line, reason in PLANTED:
            with self.subTest(file=name, line=line):
                path = self.root / name
                path.write_text(SOUND[name] + line + "\n", encoding="utf-8")
                # What includes upward may close a circle besides.
                found = [one for one in self.violations() if "in a circle" not in one]
                path.write_text(SOUND[name], encoding="utf-8")
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith(f"{name}:{len(SOUND[name].splitlines()) + 1}: "), found)
                self.assertIn(reason, found[0])

    def test_a_circle_is_named(self) -> None:
        self.write(self.root / "src/model/item.h", '#include "model/unit.h"\n')
        self.assertEqual(self.violations(), ["model/item, model/unit: include one another in a circle"])

    def test_a_circle_through_a_source_is_one(self) -> None:
        self.write(self.root / "src/model/item.cpp", '#include "model/item.h"\n#include "model/unit.h"\n')
        self.assertEqual(self.violations(), ["model/item, model/unit: include one another in a circle"])

    def test_a_commented_include_is_none(self) -> None:
        self.write(self.root / "src/base/file.cpp", '// #include "model/item.h"\n')
        self.assertEqual(self.violations(), [])

    def test_a_type_name_that_stands_twice_is_named(self) -> None:
        path = self.root / "src/base/decimal.h"
        path.write_text(SOUND["src/base/decimal.h"] + "struct Place {\n};\n", encoding="utf-8")
        for definition in ("struct Place {", "class Place final : public QObject {", "class Place", "struct Place {};",
                           "enum class Place : std::uint8_t { Here };", "enum Place { Here };", "union Place {",
                           "class [[nodiscard]] Place {", "template <class T> struct Place {",
                           "template <class T>\nclass Place {", "using Place = QString;",
                           "template <class T> using Place = std::vector<T>;"):
            for name in ("src/model/item.h", "ui/widgets/tone.h", "src/base/file.cpp"):
                with self.subTest(file=name, definition=definition):
                    text = SOUND[name] + "namespace {\n" + definition + "\n"
                    self.write(self.root / name, text)
                    found = self.violations()
                    self.write(self.root / name, SOUND[name])
                    line = len(text.splitlines())
                    self.assertEqual(found, [f"{name}:{line}: Place is a type already, in src/base/decimal.h:5"])

    def test_what_is_named_ahead_or_belongs_to_a_class_is_no_second_type(self) -> None:
        path = self.root / "src/base/decimal.h"
        path.write_text(SOUND["src/base/decimal.h"] + "struct Place {\n    struct Private;\n};\nclass Private {\n};\n",
                        encoding="utf-8")
        for line in ("struct Place;", "class Place;", "enum class Place : std::uint8_t;", "using base::Place;",
                     "struct Place::Private {", "class Other::Place {", "    class Place {", "    using Place = QString;",
                     "struct Place place();", "// struct Place {", "template <> struct std::hash<Place> {"):
            with self.subTest(line=line):
                self.write(self.root / "src/base/file.cpp", SOUND["src/base/file.cpp"] + line + "\n")
                self.assertEqual(self.violations(), [])

    def test_a_room_without_readme_is_named(self) -> None:
        for room in ("src/model", "ui/dialogs", "ui/pages/entry"):
            (self.root / room / "README.md").unlink()
            self.assertEqual(self.violations(), [f"{room}: README.md is missing"])
            self.write(self.root / room / "README.md", "")

    def test_a_room_outside_the_table_is_named(self) -> None:
        self.write(self.root / "src/helpers/README.md", "")
        self.write(self.root / "ui/helpers/README.md", "")
        self.assertEqual(self.violations(),
                         ["src/helpers: the house has no such room", "ui/helpers: the house has no such room"])

    def test_a_file_left_at_the_top_is_named(self) -> None:
        self.write(self.root / "report.txt", "")
        self.assertEqual(self.violations(), ["report.txt: the top of the project holds no such file or folder"])


if __name__ == "__main__":
    unittest.main()
