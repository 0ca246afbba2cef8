#!/usr/bin/env python3
"""Tangles of a folder's modules, from the edges that the independent resolver (../reference) prints.

    python3 ../reference FOLDER | tangles.py FOLDER

prints for each set of kinds, without and with implicit parents, a line for each strongly connected component of two or
more modules: the kinds, "parents" or "-", and the modules in order of their names, separated by tabs.
"""
import os
import sys


def read(lines):
    """The edges by kind, and all of them as (importer, imported)."""
    edges = {}
    for line in lines:
        importer, *rest = line.rstrip("\n").split("\t")
        if importer != "unparsable":
            edges.setdefault(rest[2], set()).add((importer, rest[0]))
    return edges


def with_parents(folder, edges):
    """Adds what runs on the way to an imported module: its packages, and a module that is taken for one."""
    out = set(edges)
    for importer, imported in edges:
        parts = imported.split(".")
        for count in range(1, len(parts)):
            path = os.path.join(folder, *parts[:count])
            name = ".".join(parts[:count])
            runs = os.path.exists(path + "/__init__.py") or os.path.exists(path + ".py")
            if runs and importer != name and not importer.startswith(name + "."):
                out.add((importer, name))
    return out


def reachable(start, successors):
    seen, work = {start}, [start]
    while work:
        for node in successors.get(work.pop(), ()):
            if node not in seen:
                seen.add(node)
                work.append(node)
    return seen


def components(edges):
    """By definition: two modules belong together if each reaches the other."""
    forward, backward = {}, {}
    for importer, imported in edges:
        forward.setdefault(importer, set()).add(imported)
        backward.setdefault(imported, set()).add(importer)
    left = set(forward) & set(backward)
    while left:
        node = left.pop()
        component = reachable(node, forward) & reachable(node, backward)
        left -= component
        if len(component) > 1:
            yield sorted(component)


def main():
    folder, edges = sys.argv[1], read(sys.stdin)
    for kinds in (["import"], ["import", "deferred"], ["import", "deferred", "typing", "script"]):
        plain = set().union(*(edges.get(kind, set()) for kind in kinds))
        for parents, chosen in (("-", plain), ("parents", with_parents(folder, plain))):
            for component in components(chosen):
                print(",".join(kinds), parents, *component, sep="\t")


if __name__ == "__main__":
    main()
