"""Where words appear in the Python files below a folder, by Python's own `tokenize`, `ast` and `re`.

occurrences.py FOLDER WORD…   prints "word path:line:column place" for each; place is import, code, string, comment, or
"string|code" in an f-string where this Python does not look into them. A file that Python cannot read gives
"? path".
"""

import ast
import io
import os
import re
import sys
import tokenize

SPLITS_FSTRINGS = hasattr(tokenize, "FSTRING_START")


def import_ranges(text):
    lines = text.splitlines(keepends=True)

    def position(line, column):
        return line, len(lines[line - 1].encode()[:column].decode())

    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield position(node.lineno, node.col_offset), position(node.end_lineno, node.end_col_offset)


def places(text):
    """[(begin, end, place)] of tokens, in order."""
    out = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "COMMENT":
            out.append((token.start, token.end, "comment"))
        elif kind == "FSTRING_MIDDLE":
            out.append((token.start, token.end, "string"))
        elif kind == "STRING":
            prefix = token.string[:token.string.index(token.string[-1])].lower()
            formatted = "f" in prefix and not SPLITS_FSTRINGS
            out.append((token.start, token.end, "string|code" if formatted else "string"))
    return out


def look(path, shown, words):
    try:
        with tokenize.open(path) as file:
            text = file.read()
        ranges, covered = sorted(import_ranges(text)), places(text)
    except (SyntaxError, UnicodeDecodeError, ValueError, tokenize.TokenError):
        print("?", shown)
        return
    lines = text.split("\n")
    for word in words:
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        for number, line in enumerate(lines, 1):
            for match in pattern.finditer(line):
                at = number, match.start()
                place = next((p for begin, end, p in covered if begin <= at < end), None)
                if place is None:
                    place = "import" if any(begin <= at < end for begin, end in ranges) else "code"
                print(f"{word} {shown}:{number}:{match.start() + 1} {place}")


def main(folder, words):
    for root, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if f not in ("__pycache__", "site-packages", "dist-packages", ".git")]
        for name in names:
            path = os.path.join(root, name)
            if name.endswith((".py", ".pyi")) and not os.path.islink(path):
                data = open(path, "rb").read()
                if b"\0" not in data[:8192] and any(word.encode() in data for word in words):
                    look(path, os.path.relpath(path, folder), words)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    main(sys.argv[1], sys.argv[2:])
