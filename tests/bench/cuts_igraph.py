"""What igraph's feedback_arc_set finds for the graphs that cuts_bench has written: `cuts_igraph.py DIR`.

Its exact method, which is not made for large graphs, is asked for up to 30 modules.
"""

import sys
import time
from pathlib import Path

try:
    import igraph
except ImportError:
    print("igraph is not installed (python3-igraph): not compared")
    sys.exit(0)

MOST_EXACT = 30

print(f"igraph {igraph.__version__}\n\n| modules / edges | eades | ms | ip | ms |\n| --- | ---: | ---: | ---: | ---: |")
for path in sorted(Path(sys.argv[1]).glob("*.txt"), key=lambda p: int(p.stem)):
    arcs = [tuple(map(int, line.split())) for line in path.read_text().splitlines()]
    nodes = 1 + max(max(a, b) for a, b, _ in arcs)
    graph = igraph.Graph(nodes, [(a, b) for a, b, _ in arcs], directed=True)
    weights = [w for _, _, w in arcs]
    row = [f"{nodes} / {len(arcs)}"]
    for method in ("eades", "ip"):
        if method == "ip" and nodes > MOST_EXACT:
            row += ["", ""]
            continue
        begin = time.perf_counter()
        found = graph.feedback_arc_set(weights, method)
        row += [str(sum(weights[i] for i in found)), f"{1000 * (time.perf_counter() - begin):.0f}"]
    print("| " + " | ".join(row) + " |")
