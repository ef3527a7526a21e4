"""Every test runs without a screen unless it brings its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
