"""`python -m layerloom.engine.introspect`: writes the catalog's data file anew."""

from layerloom.engine import introspect

introspect.write()
print(f"Wrote {introspect.TARGET.name}: {introspect.TARGET.stat().st_size // 1024} kB.")
