#!/usr/bin/env python3
"""Times Espalier on projects of growing size made from real files; run by linear.sh."""
import argparse
import os
import tempfile
from pathlib import Path

import measure

SIZES = [1_000, 5_000, 25_000, 100_000]


def python_files(folder):
    """Paths relative to the folder, sorted; links left out."""
    found = []
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        found += [os.path.relpath(os.path.join(where, name), folder) for name in files
                  if name.endswith(".py") and not os.path.islink(os.path.join(where, name))]
    return sorted(found)


def copied(path, number):
    """The place of a further copy: in another top-level package, or another module at the top."""
    if number == 0:
        return path
    top, slash, rest = path.partition("/")
    return f"{top}_{number}/{rest}" if slash else f"{path[:-3]}_{number}.py"


def extend(project, folder, paths, start, end):
    """Writes files number `start` to `end` of the project; returns their bytes."""
    total = 0
    for index in range(start, end):
        number, which = divmod(index, len(paths))
        data = (folder / paths[which]).read_bytes()
        if number:
            data += b"\n# copy %d\n" % number
        target = project / copied(paths[which], number)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        total += len(data)
    return total


class Project:
    """A folder and its store."""

    def __init__(self, espalier, folder, store):
        self.espalier, self.folder, self.store = espalier, folder, store

    def store_files(self):
        return list(self.store.parent.glob(self.store.name + "*"))

    def forget(self):
        for file in self.store_files():
            file.unlink()

    def run(self, *words):
        return measure.run([self.espalier, *words, "--store", str(self.store), str(self.folder)])

    def store_share(self, source_bytes):
        return 100 * sum(file.stat().st_size for file in self.store_files()) / source_bytes


def row(project, modules, source_bytes, repetitions):
    project.run("cycles")  # fills the page cache
    cold, warm = [], []
    for _ in range(repetitions):
        project.forget()
        cold.append(project.run("cycles"))
        warm.append(project.run("cycles"))
    imports = project.store_share(source_bytes)
    symbols = project.run("index", "--progress", "none")
    both = project.store_share(source_bytes)
    return (f"| {modules:,} | {source_bytes / 1e6:.0f} | {figures(measure.median(cold))} | "
            f"{figures(measure.median(warm))} | {imports:.1f} | {figures(symbols)} | {both:.1f} |")


def figures(cost):
    return f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--espalier", required=True)
    parser.add_argument("-n", type=int, default=3)
    parser.add_argument("folder", nargs="?", type=Path, default=os.environ.get("CORPUS"))
    options = parser.parse_args()
    paths = python_files(options.folder)
    if not paths:
        parser.error(f"no Python files in {options.folder}")
    print(f"{measure.machine()}; made from {options.folder.name} ({len(paths):,} files); medians of {options.n} runs, "
          "symbols once.\n")
    print("| modules | source MB | first graph: wall s | CPU s | peak MB | again: wall s | CPU s | peak MB | store % | "
          "symbols: wall s | CPU s | peak MB | store % |")
    print("|" + " ---: |" * 13)
    with tempfile.TemporaryDirectory(prefix="espalier-linear-") as work:
        folder = Path(work) / "project"
        made, source_bytes = 0, 0
        for size in SIZES:
            source_bytes += extend(folder, options.folder, paths, made, size)
            made = size
            project = Project(options.espalier, folder, Path(work) / "store.sqlite")
            print(row(project, size, source_bytes, options.n), flush=True)
            project.forget()


if __name__ == "__main__":
    main()
