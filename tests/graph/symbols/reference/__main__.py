"""An independent resolver of imported names on Python's own parser, to compare Espalier's with.

    python3 reference FOLDER [--uses]

prints for each name of each `from` import of FOLDER a line "path:line name", tab, and all that the name can come to, sorted
and joined by " | ": "definition m:f@3", "value m:x@7", "module m", "external os.path.join", "builtin str", "getattr m:x",
"typing-only m:x", "ghost" or "unknown". A module that Python cannot parse gives the line "unparsable", name. Which module an
import statement means is taken from the reference resolver of the module graph. Nothing of FOLDER is executed.

With --uses the lines are "path:line:column", tab, and what a dotted name in the code comes to, where that is a definition or a
value, or "?" where this script does not know.
"""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "model", "reference"))

from names import Names  # noqa: E402
from project import Project  # noqa: E402
from resolver import Resolver  # noqa: E402
from uses import all_uses  # noqa: E402


def main():
    sys.setrecursionlimit(100000)
    project = Project(sys.argv[1].rstrip("/"))
    project.read_all()
    resolver = Resolver(project)
    resolver.resolve_all()
    names = Names(project, resolver)
    for name, reader in project.readers.items():
        if reader is None:
            print("unparsable", name, sep="\t")
    answers = all_uses(names) if "--uses" in sys.argv else names.imported()
    for where, origins in answers:
        print(where, "?" if origins is None else " | ".join(sorted(origins)), sep="\t")


if __name__ == "__main__":
    main()
