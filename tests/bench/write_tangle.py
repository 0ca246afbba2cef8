"""A project whose modules make one tangle: `write_tangle.py DIR MODULES EDGES [BACK [SEED]]`.

Modules import later ones, the share BACK (0.1) of the edges leads back, and a chain through all of them with its end
tied to its beginning makes it one tangle. A few modules are imported by many, as in real projects.
"""

import random
import sys
from pathlib import Path

folder = Path(sys.argv[1])
modules, edges = int(sys.argv[2]), int(sys.argv[3])
back = float(sys.argv[4]) if len(sys.argv) > 4 else 0.1
chance = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 1)

imports = [{(i + 1) % modules} for i in range(modules)]
liked = list(range(modules))
missing = edges - modules
while missing > 0:
    a, b = chance.randrange(modules), chance.choice(liked)
    if chance.random() < back:
        a, b = max(a, b), min(a, b)
    else:
        a, b = min(a, b), max(a, b)
    if a != b and b not in imports[a]:
        imports[a].add(b)
        liked.append(b)
        missing -= 1

folder.mkdir(parents=True)
for i, imported in enumerate(imports):
    (folder / f"m{i:04}.py").write_text("".join(f"import m{j:04}\n" for j in sorted(imported)))
