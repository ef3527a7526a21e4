"""How much memory a process takes, shared pages counted by their share."""

from pathlib import Path


def proportional_mb() -> float:
    """PSS of this process in megabytes, from Linux's own sum."""
    return _megabytes("Pss")


def anonymous_mb() -> float:
    """What it keeps itself: a library's pages count for less while another program uses it."""
    return _megabytes("Pss_Anon")


def _megabytes(name: str) -> float:
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"the kernel names no {name}")
