#!/usr/bin/python3
"""Plants a file, a class and a division that check_sizes.py must name."""

import tempfile
import unittest
from pathlib import Path

import check_sizes


def functions(count: int) -> str:
    return "".join(f"    [[nodiscard]] const QString& f{i}(int a, const QString& b = {{}}) const {{ return m_f; }}\n"
                   for i in range(count))


class SizesTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("src/model/item.h", "class Item;\n")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def violations(self) -> list[str]:
        return check_sizes.Sizes(self.root).check()

    def test_a_sound_tree_passes(self) -> None:
        self.write("src/model/item.cpp", "Item::Item() {}\nbool Item::isGood() const { return model::Unit::isGood(); }\n")
        self.assertEqual(self.violations(), [])

    def test_a_long_file_is_named(self) -> None:
        self.write("ui/shell/main_window.cpp", "\n" * 400)
        self.assertEqual(self.violations(), [])
        self.write("ui/shell/main_window.cpp", "\n" * 401)
        self.assertEqual(self.violations(), ["ui/shell/main_window.cpp: 401 lines, a file has at most 400"])

    def test_a_class_in_two_files_is_named(self) -> None:
        self.write("src/model/item.cpp", "Item::Item() {}\n")
        self.write("src/model/item_names.cpp", "base::Result<std::vector<int>>\nItem::names(int a,\n    int b) const {}\n")
        self.assertEqual(
            self.violations(),
            ["model::Item: its member functions stand in src/model/item.cpp, src/model/item_names.cpp"])

    def test_what_is_nested_in_a_class_belongs_to_it(self) -> None:
        self.write("src/model/item.cpp", "Item::Item() {}\n")
        self.write("src/model/item_part.cpp", "void Item::Part::close() {}\n")
        self.assertEqual(len(self.violations()), 1)

    def test_classes_of_two_rooms_may_share_a_name(self) -> None:
        self.write("src/model/item.cpp", "Item::Item() {}\n")
        self.write("src/sheet/item.cpp", "Item::Item() {}\n")
        self.assertEqual(self.violations(), [])

    def test_a_call_is_no_definition(self) -> None:
        self.write("src/model/item.cpp", "Item::Item() {}\n")
        self.write("src/model/unit.cpp", "// Item::find() says more.\nint unit() {\n    return Item::find();\n}\n"
                                         "const QString kItem = Item::find();\n")
        self.assertEqual(self.violations(), [])

    def test_a_class_of_many_functions_is_named(self) -> None:
        others = ("    Item();\n    ~Item();\n    Item& operator=(const Item&) = delete;\n    void f0();\n"
                  "private:\n    void hidden();\nprotected:\n    void seldom();\nprivate:\n    int m_f = sizeof(int);\n")
        head = "class Item final : public QObject {\n    Q_OBJECT\n\npublic:\n"
        self.write("src/model/item.h", f"{head}{functions(20)}{others}}};\n")
        self.assertEqual(self.violations(), [])
        self.write("src/model/item.h", f"{head}{functions(21)}{others}}};\n")
        self.assertEqual(self.violations(), ["src/model/item.h: model::Item has 21 public functions, at most 20"])

    def test_all_of_a_struct_is_public(self) -> None:
        self.write("ui/tasks/talk.h", f"struct Talk {{\n{functions(21)}}};\n")
        self.assertEqual(self.violations(), ["ui/tasks/talk.h: ui::Talk has 21 public functions, at most 20"])

    def test_signals_are_no_functions_to_call(self) -> None:
        self.write("ui/tasks/talk.h", f"class Talk {{\npublic:\n{functions(20)}Q_SIGNALS:\n    void told();\n}};\n")
        self.assertEqual(self.violations(), [])

    def test_a_large_class_only_shrinks(self) -> None:
        known = check_sizes.LARGE["workspace::Workspace"]
        for count, reason in ((known, None), (known + 1, f"at most {known}"), (known - 1, "say so in LARGE")):
            self.write("src/workspace/workspace.h", f"class Workspace {{\npublic:\n{functions(count)}}};\n")
            found = self.violations()
            self.assertEqual(len(found), 0 if reason is None else 1)
            self.assertTrue(reason is None or found[0].endswith(reason), found)


if __name__ == "__main__":
    unittest.main()
