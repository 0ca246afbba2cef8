"""The modules of a folder, as Python's import system would name them."""
import importlib.machinery
import keyword
import multiprocessing
import os
import sys

from reader import read

SKIPPED_FOLDERS = {"site-packages", "__pycache__", ".git"}


def is_name(text):
    return text.isidentifier() and not keyword.iskeyword(text)


class Project:
    def __init__(self, root):
        self.root = root
        self.files = {}       # name -> path relative to root; "" for an extension module
        self.packages, self.namespaces = set(), set()
        self.importable = set()
        here = os.listdir(root)
        self.is_library = {"os.py", "abc.py", "importlib", "encodings"} <= set(here)
        self.scan("", "", True)
        self.readers = {}

    def holds_python(self, folder):
        for _, folders, files in os.walk(os.path.join(self.root, folder)):
            folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS]
            if any(f.endswith((".py", ".so")) for f in files):
                return True
        return False

    def scan(self, folder, prefix, reachable):
        entries = sorted(os.listdir(os.path.join(self.root, folder)))
        join = lambda entry: os.path.join(folder, entry)
        folders = [e for e in entries if os.path.isdir(os.path.join(self.root, join(e)))
                   and not os.path.islink(os.path.join(self.root, join(e))) and e not in SKIPPED_FOLDERS]
        sources = [e for e in entries if e.endswith(".py") and os.path.isfile(os.path.join(self.root, join(e)))
                   and not os.path.islink(os.path.join(self.root, join(e)))]
        extensions = {e.split(".")[0] for e in entries if e.endswith(".so")}
        packages = {f for f in folders if os.path.isfile(os.path.join(self.root, join(f), "__init__.py"))}
        for entry in sources:
            stem = entry[:-3]
            if stem == "__init__":
                continue  # named by its folder
            free = reachable and is_name(stem) and stem not in packages and not self.taken(prefix, stem)
            self.add(prefix + stem if free and stem != "__main__" or free and prefix else join(entry), join(entry),
                     free)
        for stem in extensions - {s[:-3] for s in sources} - packages:
            if reachable and is_name(stem):
                self.add(prefix + stem, "", True)
        for entry in folders:
            if not self.holds_python(join(entry)):
                continue
            in_package = entry in packages
            hidden = not in_package and (entry + ".py" in sources or entry in extensions)
            free = reachable and is_name(entry) and not hidden and not self.taken(prefix, entry, not in_package)
            name = prefix + entry
            if in_package:
                init = os.path.join(join(entry), "__init__.py")
                self.add(name if free else init, init, free)
                if free:
                    self.packages.add(name)
            elif free:
                self.namespaces.add(name)
            self.scan(join(entry), name + ".", free)
        if folder == "" and "__init__.py" in sources:
            self.add("__init__.py", "__init__.py", False)

    def taken(self, prefix, stem, bare=False):
        """Whether the interpreter or its library answers to a top-level name first."""
        if prefix or self.is_library:
            return False
        if stem in sys.builtin_module_names or importlib.machinery.FrozenImporter.find_spec(stem):
            return True
        return bare and stem in sys.stdlib_module_names

    def add(self, name, path, importable):
        self.files[name] = path
        if importable:
            self.importable.add(name)

    def read_all(self):
        names = [n for n in self.files if self.files[n]]
        paths = [os.path.join(self.root, self.files[n]) for n in names]
        with multiprocessing.Pool() as pool:
            self.readers = dict(zip(names, pool.map(read, paths, chunksize=16)))

    def exists(self, name):
        return name in self.importable or name in self.namespaces

    def module_folder(self, name):
        """Dotted parts of the package whose members a relative import of one dot names."""
        path = self.files[name]
        folder = os.path.dirname(path)
        return folder.split("/") if folder else []
