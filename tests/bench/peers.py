#!/usr/bin/env python3
"""Times Espalier beside other tools that build import graphs, on the same folders; run by peers.sh."""
import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import measure

LIMIT = 120  # seconds that one run may take
PATIENCE = 30  # a tool whose first run takes longer is run once
HERE = Path(__file__).resolve().parent
LIBRARY = Path(sysconfig.get_path("stdlib"))  # which pydeps always leaves out


class Tool:
    """One way to get from a folder to its import graph. What `keeps` nothing from run to run is always cold."""
    name = ""
    keeps = True
    note = ""  # what it could not take

    def __init__(self, options, folder, work):
        self.options, self.folder, self.work = options, folder, work

    def forget(self):
        """Back to the state before the first run."""

    def command(self):
        raise NotImplementedError

    def counts(self, output):
        """Modules and edges between them, from the tool's own output."""
        raise NotImplementedError

    def run(self, output=subprocess.DEVNULL):
        return measure.run(self.command(), LIMIT, self.folder, {"PYTHONPATH": str(self.folder)}, output)


class Espalier(Tool):
    """Who imports whom, the same answer as ruff's."""
    name = "espalier"
    form = "adjacency"

    def store(self):
        return self.work / "store.sqlite"

    def forget(self):
        for file in self.work.glob("store.sqlite*"):
            file.unlink()

    def command(self):
        return [self.options.espalier, "graph", "--format", self.form, "--kinds", "all", "--store", str(self.store()),
                "."]

    def counts(self, output):
        graph = json.loads(output)
        return len(graph), sum(to in graph for targets in graph.values() for to in targets)  # ghosts have no entry


class EspalierStatements(Espalier):
    """Every statement behind every edge, with its place and text."""
    name = "espalier, all statements"
    form = "json"

    def counts(self, output):
        graph = json.loads(output)
        own = {module["name"] for module in graph["modules"] if module["kind"] not in ("external", "ghost")}
        files = sum(module["path"] is not None for module in graph["modules"])
        return files, sum(edge["from"] in own and edge["to"] in own for edge in graph["edges"])


class EspalierIndex(Espalier):
    """The store is brought up to date, which is what the other tools' caches are, and nothing is printed."""
    name = "espalier, index only"

    def command(self):
        return [self.options.espalier, "index", "--stage", "imports", "--store", str(self.store()), "."]

    def counts(self, output):
        return None


class Ruff(Tool):
    name = "ruff analyze graph"
    keeps = False

    def command(self):
        return [str(self.options.bin / "ruff"), "analyze", "graph", "--isolated", "."]

    def counts(self, output):
        graph = json.loads(output)
        return len(graph), sum(map(len, graph.values()))


def packages(folder):
    """The top-level packages of a folder, for the tools that have to be told."""
    return [entry.name for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)
            if entry.is_dir() and entry.name.isidentifier() and any(Path(entry.path).rglob("*.py"))]


class Grimp(Tool):
    name = "grimp"

    def __init__(self, *arguments):
        super().__init__(*arguments)
        check = subprocess.run([sys.executable, str(HERE / "grimp_graph.py"), "--check", str(self.folder), "-",
                                *packages(self.folder)], check=True, capture_output=True, text=True)
        self.names = check.stdout.split()
        self.note = ", ".join(check.stderr.splitlines())

    def cache(self):
        return self.work / "grimp"

    def forget(self):
        shutil.rmtree(self.cache(), ignore_errors=True)

    def command(self):
        return [sys.executable, str(HERE / "grimp_graph.py"), str(self.folder), str(self.cache()), *self.names]

    def counts(self, output):
        return tuple(map(int, output.split()))


class Pydeps(Tool):
    """One process for each package: it takes no more at once."""
    name = "pydeps"
    keeps = False

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.names = packages(self.folder)

    def command(self):
        one = "--no-config --no-output --no-dot --show-deps --max-bacon 0"
        return ["sh", "-c", f'tool=$1; shift; for package; do "$tool" "$package" {one} || exit 1; done', "sh",
                str(self.options.bin / "pydeps"), *self.names]

    def counts(self, output):
        modules, edges, text = set(), set(), output.lstrip()
        while text:
            graph, end = json.JSONDecoder().raw_decode(text)
            text = text[end:].lstrip()
            own = {name for name in graph if name.split(".")[0] in self.names}
            modules |= own
            edges |= {(name, to) for name in own for to in graph[name].get("imports", []) if to in own}
        return len(modules), len(edges)


TOOLS = [Espalier, EspalierStatements, EspalierIndex, Ruff, Grimp, Pydeps]


class Entry:
    """The runs of one tool on one folder."""

    def __init__(self, tool):
        self.tool, self.first, self.second, self.counts, self.failure = tool, [], [], None, ""
        self.slow = False

    def warm_up(self):
        """Fills the page cache, counts what the tool sees, and finds out whether it can be waited for."""
        self.tool.forget()
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            cost = self.attempt(lambda: self.tool.run(output))
            if cost:
                output.seek(0)
                self.counts = self.tool.counts(output.read())
                if cost.wall > PATIENCE:
                    self.slow = True
                    self.first.append(cost)

    def attempt(self, action):
        try:
            return action()
        except measure.TooSlow:
            self.failure = f"> {LIMIT}"
        except RuntimeError as error:
            print(f"peers: {error}", file=sys.stderr)
            self.failure = "failed"
        return None

    def repeat(self):
        if self.slow or self.failure:
            return
        self.tool.forget()
        for runs in [self.first, self.second] if self.tool.keeps else [self.first]:
            if cost := self.attempt(self.tool.run):
                runs.append(cost)


def rows(corpus, entries):
    """Lines of the table; the ratios are to the first tool's runs of the same sort."""
    ours = [measure.median(entries[0].first), measure.median(entries[0].second)]
    for entry in entries:
        counts = " | ".join(f"{count:,}" for count in entry.counts) if entry.counts else "|"
        start = f"| {corpus} | {entry.tool.name} |"
        if entry.failure:
            yield f"{start} any | {entry.failure} | | | | | |"
            continue
        cold = measure.median(entry.first)
        if not entry.second:
            ratios = " / ".join(f"{cold.wall / our.wall:.1f}" for our in ours)
            yield f"{start} {'once' if entry.slow else 'any'} | {figures(cold)} | {counts} | {ratios} |"
            continue
        for what, cost, our in zip(["cold", "warm"], [cold, measure.median(entry.second)], ours):
            yield f"{start} {what} | {figures(cost)} | {counts} | {cost.wall / our.wall:.1f} |"


def figures(cost):
    return f"{cost.wall:.3f} | {cost.cpu:.3f} | {cost.peak:.0f}"


def measure_corpus(options, corpus, folder):
    with tempfile.TemporaryDirectory(prefix="espalier-peers-") as work:
        entries = []
        for kind in TOOLS if folder != LIBRARY else [tool for tool in TOOLS if tool is not Pydeps]:
            place = Path(work) / kind.__name__
            place.mkdir()
            entries.append(Entry(kind(options, folder, place)))
        for entry in entries:
            print(f"peers: {corpus}: {entry.tool.name}", file=sys.stderr)
            entry.warm_up()
        if entries[0].failure:
            sys.exit(f"peers: {entries[0].tool.name} on {corpus}: {entries[0].failure}; nothing to compare with")
        for _ in range(options.n):
            for entry in entries:
                entry.repeat()
        notes = [f"{entry.tool.name} cannot take these parts of {corpus}: {entry.tool.note}."
                 for entry in entries if entry.tool.note]
        return list(rows(corpus, entries)), notes


def corpora(options):
    named = {}
    if not options.given:
        named["standard library"] = LIBRARY
        for folder in os.environ.get("CORPORA", "").splitlines():
            named[Path(folder).name] = Path(folder)
    for folder in options.folders:
        named[folder.resolve().name] = folder.resolve(strict=True)
    return named


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--espalier", required=True)
    parser.add_argument("-n", type=int, default=5)
    parser.add_argument("--given", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    options.bin = Path(sys.executable).parent
    print(f"{measure.machine()}; medians of {options.n} runs, the tools in turn, files in the page cache.\n")
    print("| corpus | tool | run | wall s | CPU s | peak MB | modules | edges | ÷ Espalier's wall |")
    print("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    notes = []
    for corpus, folder in corpora(options).items():
        lines, more = measure_corpus(options, corpus, folder)
        notes += more
        print(*lines, sep="\n", flush=True)
    print("", *notes, sep="\n")


if __name__ == "__main__":
    main()
