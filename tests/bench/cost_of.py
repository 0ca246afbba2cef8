"""Runs one command and prints its cost: cost_of.py LIMIT COMMAND…

On stderr: exit code (or "late" after LIMIT seconds), wall seconds, processor seconds, peak kilobytes of the largest
process. The command's own stderr is dropped. A program of its own because Linux counts the memory of the process that
starts a command as the command's: this one stays below 10 MB.
"""
import os
import signal
import sys
import time


class Late(Exception):
    pass


def on_alarm(_signal, _frame):
    raise Late


def main():
    command = sys.argv[2:]
    signal.signal(signal.SIGALRM, on_alarm)
    null = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[null], setpgroup=0)
    signal.setitimer(signal.ITIMER_REAL, float(sys.argv[1]))
    try:
        _, status, usage = os.wait4(child, 0)
    except BaseException as reason:
        os.killpg(child, signal.SIGKILL)
        if not isinstance(reason, Late):
            raise
        print("late 0 0 0", file=sys.stderr)
        return
    wall = time.perf_counter() - start
    print(os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=sys.stderr)


if __name__ == "__main__":
    main()
