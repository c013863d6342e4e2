"""`python -m layerloom.engine.introspect`: writes the catalog's data file anew."""

import logging
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # operations are tried on what they do not take: that is no news

from layerloom.engine import introspect

logging.getLogger("tensorflow").setLevel(logging.ERROR)
introspect.write()
print(f"Wrote {introspect.TARGET.name}: {introspect.TARGET.stat().st_size // 1024} kB.")
