"""Runs commands and says what they cost: wall time, processor time, peak memory."""
import dataclasses
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path


@dataclasses.dataclass
class Cost:
    """Seconds and megabytes (2^20 bytes) of one run; the peak is that of the largest process."""
    wall: float
    cpu: float
    peak: float


class TooSlow(Exception):
    """The command was ended because its time was up."""


def run(command, limit=3600, folder=None, environment=None, output=subprocess.DEVNULL):
    """The cost of one command. Raises TooSlow after `limit` seconds, RuntimeError when the command fails."""
    launcher = [sys.executable, "-I", "-S", str(Path(__file__).parent / "cost_of.py"), str(limit), *command]
    done = subprocess.run(launcher, cwd=folder, env={**os.environ, **(environment or {})}, stdout=output,
                          stderr=subprocess.PIPE, text=True, check=True)
    code, wall, cpu, peak = done.stderr.split()
    if code == "late":
        raise TooSlow
    if code != "0":
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    return Cost(float(wall), float(cpu), float(peak) / 1024)


def median(costs):
    return Cost(*(statistics.median(getattr(cost, field.name) for cost in costs)
                  for field in dataclasses.fields(Cost)))


def machine():
    """One line: processor, cores, memory, system, day."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return (f"{models[0] if models else platform.machine()}, {len(os.sched_getaffinity(0))} cores, "
            f"{memory:.0f} GiB, {system}, {time.strftime('%Y-%m-%d')}")
