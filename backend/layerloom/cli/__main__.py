"""`python -m layerloom.cli`: the same as `layerloom`."""

import sys

from layerloom.cli import main

sys.exit(main())
