"""The mutants of a C++ source: every small change of it that a test should notice.

The source is cut into tokens by clang, so strings, comments and directives are never touched. It is formatted by
clang-format, which sets spaces around a binary operator and none inside the angle brackets of a template or before a
pointer's star: that tells them apart. What is told apart wrongly does not compile and is not counted.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

SWAPS = {
    "<": ["<=", ">="], ">": [">=", "<="], "<=": ["<", ">"], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "&&": ["||"], "||": ["&&"],
    "+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="],
}
STEPS = {"++": "--", "--": "++"}  # written without spaces
ALREADY_DEFAULT = {"{}", "false", "0", "nullptr", "std::nullopt"}
# Called where a returned bool is negated; compiles for nothing but a bool.
NEGATED = "#include <concepts>\ntemplate <std::same_as<bool> B> constexpr bool mutantNegated(B b) { return !b; }\n"

TOKEN = re.compile(r"(\w+) '(.*?)'\t[^\t]*\tLoc=<.*?:(\d+):(\d+)>\n", re.DOTALL)
BLANK = {"unknown", "comment"}


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int  # in bytes
    line: int

    @property
    def end(self) -> int:
        return self.start + len(self.text.encode())


@dataclass(frozen=True)
class Mutant:
    """`file` with the bytes from start to end replaced."""

    file: str
    line: int
    before: str  # the lines it touches, blanks folded
    after: str
    start: int
    end: int
    replacement: str

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.file, self.before, self.after)

    def apply(self, source: bytes) -> bytes:
        return source[:self.start] + self.replacement.encode() + source[self.end:]


def tokens_of(path: Path) -> list[Token]:
    """Without the directives of the preprocessor."""
    dump = subprocess.run(["clang-19", "-cc1", "-dump-raw-tokens", str(path)], capture_output=True, text=True, check=True)
    line_starts = [0]
    for line in path.read_bytes().split(b"\n"):
        line_starts.append(line_starts[-1] + len(line) + 1)
    tokens, directive = [], 0
    for match in TOKEN.finditer(dump.stderr):
        kind, text, line = match[1], match[2], int(match[3])
        if kind == "hash":
            directive = line
        if line != directive:
            tokens.append(Token(kind, text, line_starts[line - 1] + int(match[4]) - 1, line))
    return tokens


def replacements(tokens: list[Token]) -> list[tuple[int, int, int, str]]:
    """(line, start, end, new text)."""
    found = []

    def replace(first: Token, last: Token, text: str) -> None:
        found.append((first.line, first.start, last.end, text))

    angles = 0
    for i, token in enumerate(tokens[1:-1], 1):
        spaced = tokens[i - 1].kind in BLANK and tokens[i + 1].kind in BLANK
        if token.text in SWAPS and spaced:
            for text in SWAPS[token.text]:
                replace(token, token, text)
        elif token.text in STEPS:
            replace(token, token, STEPS[token.text])
        elif token.kind == "less":
            angles += 1
        elif token.kind in ("greater", "greatergreater"):
            angles = max(0, angles - len(token.text))
        elif token.kind == "numeric_constant" and angles == 0 and token.text.replace("'", "").isdigit():
            value = int(token.text.replace("'", ""))
            replace(token, token, str(value + 1))
            replace(token, token, str(value - 1) if value > 0 else "-1")
        elif token.text == "return":
            expression = returned(tokens, i)
            text = "".join(t.text for t in expression).strip()
            if not expression or text in ALREADY_DEFAULT:
                continue
            if text != "true":
                replace(expression[0], expression[-1], " {}")
            replace(expression[0], expression[-1], f" mutantNegated({text})")
    return found


def returned(tokens: list[Token], at: int) -> list[Token]:
    """What stands between a return and its semicolon."""
    depth = 0
    for i in range(at + 1, len(tokens)):
        text = tokens[i].text
        depth += (text in "([{") - (text in ")]}") if len(text) == 1 else 0
        if text == ";" and depth == 0:
            return tokens[at + 1:i]
    return []


def mutants_of(root: Path, file: str) -> list[Mutant]:
    path = root / file
    source = path.read_bytes()

    def fold(text: bytes) -> str:
        return " ".join(text.decode().split())

    mutants = []
    for line, start, end, text in replacements(tokens_of(path)):
        first = source.rfind(b"\n", 0, start) + 1
        last = source.find(b"\n", end)
        before = fold(source[first:last])
        after = fold(source[first:start] + text.encode() + source[end:last])
        mutants.append(Mutant(file, line, before, after, start, end, text))
    return mutants
