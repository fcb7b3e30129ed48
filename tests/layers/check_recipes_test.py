#!/usr/bin/python3
"""Planted faults in recipes, each of which check_recipes.py must find."""

import tempfile
import unittest
from pathlib import Path

from check_recipes import complaints


class RecipesTest(unittest.TestCase):
    def complaints(self, readme: str) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in {"src/cli/README.md": readme, "src/cli/verbs.h": "void rollVerb();",
                               "src/cli/roll.cpp": "cli::rollVerb();", "src/cli/other.cpp": "rollVerbs(); // no such",
                               "ui/main.cpp": "cli::rollVerb();"}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return complaints(root)

    def test_a_true_recipe(self) -> None:
        self.assertEqual(self.complaints("To add a verb (as `rollVerb` is one),\ntouch `cli/roll.cpp`, `cli/verbs.h`\n"
                                         "and `ui/main.cpp`."), [])

    def test_a_file_that_is_forgotten(self) -> None:
        self.assertEqual(self.complaints("To add a verb (as `rollVerb` is one), touch `cli/verbs.h` and `ui/main.cpp`."),
                         ["src/cli/README.md: to add a verb needs cli/roll.cpp too"])

    def test_a_file_that_is_not_needed(self) -> None:
        self.assertEqual(self.complaints("To add a verb (as `rollVerb` is one), touch `cli/roll.cpp`, `cli/verbs.h`,\n"
                                         "`ui/main.cpp` and `cli/other.cpp`."),
                         ["src/cli/README.md: to add a verb does not need cli/other.cpp"])

    def test_no_recipe_at_all(self) -> None:
        self.assertEqual(self.complaints("Nothing."), ["no README has a recipe"])


if __name__ == "__main__":
    unittest.main()
