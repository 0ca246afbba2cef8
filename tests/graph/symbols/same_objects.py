#!/usr/bin/env python3
"""Asks the interpreter whether names are the objects that they are said to be.

    same_objects.py [FOLDER] < claims

A claim is a line: module, name, and one or more origins as origin_text.h writes them, separated by tabs. It holds if the
name of the module is the very object of one of the origins; "missing" as the last one allows that there is no such name. FOLDER, if given, is searched for modules first. Prints a line
for each claim that does not hold, and at the end "agreed" and how many do. Claims on modules that cannot be imported here
are passed over. Only modules made by the tests, or of Python's own library, are imported.
"""
import builtins
import importlib
import sys

MISSING = object()


def module_named(name):
    try:
        return importlib.import_module(name)
    except Exception:
        return None


def dotted(path):
    parts = path.split(".")
    for count in range(len(parts), 0, -1):
        value = module_named(".".join(parts[:count]))
        if value is not None:
            for part in parts[count:]:
                value = getattr(value, part, MISSING)
            return value
    return MISSING


def value_of(origin):
    """The object of an origin; None is never one that could not be found."""
    kind, _, rest = origin.partition(" ")
    if kind == "module":
        return module_named(rest) or MISSING
    if kind == "external":
        return dotted(rest)
    if kind == "builtin":
        return getattr(builtins, rest, MISSING)
    module, _, name = rest.partition(":")
    return getattr(module_named(module), name.partition("@")[0], MISSING)


def main():
    said, sys.stdout = sys.stdout, sys.stderr
    if len(sys.argv) > 1 and sys.argv[1]:
        sys.path.insert(0, sys.argv[1])
    agreed = 0
    for line in sys.stdin.read().splitlines():
        module, name, *origins = line.split("\t")
        loaded = module_named(module)
        if loaded is None:
            continue
        value = getattr(loaded, name, MISSING)
        if any(value is MISSING if origin == "missing" or origin.startswith("unresolved ") else value is value_of(origin) and value is not MISSING
               for origin in origins):
            agreed += 1
        else:
            print(line, "but it is", repr(value)[:80] if value is not MISSING else "missing", file=said)
    print("agreed", agreed, sep="\t", file=said)


if __name__ == "__main__":
    main()
