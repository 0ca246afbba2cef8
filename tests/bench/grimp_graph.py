"""Builds the import graph of packages with grimp: grimp_graph.py FOLDER CACHE PACKAGE…; prints modules and imports.

With --check before FOLDER it prints the packages that grimp can read, one a line, and says on stderr which it cannot.
"""
import sys

import grimp


def readable(package):
    try:
        grimp.build_graph(package, cache_dir=None)
        return True
    except Exception as error:  # a single module, a name that Python itself takes, a file that does not parse
        print(f"{package}: {type(error).__name__}", file=sys.stderr)
        return False


def main():
    check = sys.argv[1] == "--check"
    folder, cache, *packages = sys.argv[1 + check:]
    sys.path.insert(0, folder)
    if check:
        print(*filter(readable, packages), sep="\n")
        return
    graph = grimp.build_graph(*packages, cache_dir=cache)
    print(len(graph.modules), graph.count_imports())


if __name__ == "__main__":
    main()
