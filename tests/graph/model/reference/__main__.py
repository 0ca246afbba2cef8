"""An independent import resolver on Python's own parser, to compare Espalier's with.

    python3 reference FOLDER

prints one line for each dependency of one module of FOLDER on another that an import statement creates: importer,
imported module, line, kind (import, deferred, typing, script), and "ambiguous" or "-", separated by tabs. Modules are
called by their dotted names below FOLDER, files that no statement can import by their paths. A file that Python
cannot parse gives the line "unparsable", path. Nothing of FOLDER is executed.

Only import statements count; calls of import_module() and the like do not.
"""
import sys

from project import Project
from resolver import Resolver


def main():
    sys.setrecursionlimit(10000)
    project = Project(sys.argv[1].rstrip("/"))
    project.read_all()
    resolver = Resolver(project)
    resolver.resolve_all()
    for name, reader in project.readers.items():
        if reader is None:
            print("unparsable", project.files[name], sep="\t")
    for edge in sorted(set(resolver.edges)):
        print(*edge, sep="\t")


if __name__ == "__main__":
    main()
