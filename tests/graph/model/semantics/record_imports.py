#!/usr/bin/env python3
"""Imports a module of a small project for real, and says which of the project's files were loaded on the way.

    record_imports.py PROJECT ENTRY SEARCHED...

ENTRY is the name of a module, or the path of a file in PROJECT to run as a script. The folders SEARCHED, relative to PROJECT, are
where top-level names are looked for. Prints "ok", or the type of the error that was raised and the line of PROJECT
that raised it; after that a line "loaded", path for each file that was found, and "warned", category, text for each
warning; all fields are separated by tabs. Only projects made by the tests are run. To be started with -I -S -B.
"""
import importlib
import importlib.machinery
import os
import sys
import types
import warnings


class Recorder:
    """Notes what the path finder finds in a folder. Stands behind the finders of built-in and frozen modules."""

    def __init__(self, folder):
        self.folder, self.found = folder + "/", set()

    def find_spec(self, name, path=None, target=None):
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec and spec.has_location and spec.origin.startswith(self.folder):
            self.found.add(spec.origin[len(self.folder):])
        return spec


def place_of(error, folder):
    """path:line of the innermost frame in `folder`."""
    place = ""
    trace = error.__traceback__
    while trace:
        path = trace.tb_frame.f_code.co_filename
        if path.startswith(folder + "/"):
            place = f"{path[len(folder) + 1:]}:{trace.tb_lineno}"
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and (error.filename or "").startswith(folder + "/"):
        place = f"{error.filename[len(folder) + 1:]}:{error.lineno}"
    return place


def run_script(path):
    sys.modules["__main__"] = module = types.ModuleType("__main__")
    module.__file__ = path
    with open(path, "rb") as file:
        exec(compile(file.read(), path, "exec"), module.__dict__)


def record(folder, entry, searched):
    """What happened, the files found (relative to `folder`), and the warnings, as (category, text)."""
    recorder = Recorder(folder)
    sys.meta_path.insert(2, recorder)
    sys.path[:0] = [os.path.normpath(os.path.join(folder, part)) for part in searched]
    outcome = "ok"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            if entry.endswith(".py"):
                path = os.path.join(folder, entry)
                sys.path.insert(0, os.path.dirname(path))
                run_script(path)
            else:
                importlib.import_module(entry)
        except Exception as error:
            outcome = f"{type(error).__name__} {place_of(error, folder)}".rstrip()
    return outcome, sorted(recorder.found), [(w.category.__name__, str(w.message)) for w in caught]


def main():
    folder = os.path.realpath(sys.argv[1])
    said, sys.stdout = sys.stdout, sys.stderr  # what the project prints is no result
    outcome, loaded, warned = record(folder, sys.argv[2], sys.argv[3:])
    said.write("\n".join([outcome] + [f"loaded\t{path}" for path in loaded] +
                         [f"warned\t{category}\t{text}" for category, text in warned]) + "\n")


if __name__ == "__main__":
    main()
