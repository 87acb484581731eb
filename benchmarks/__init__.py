"""Benchmarks: what depeche costs, against what it stands on and against its peers, measured side by side."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # as `depeche` sets it, before numpy is loaded
