"""`python -m minutes` does what the command `minutes` does."""

import sys

from minutes.cli import main

if __name__ == "__main__":
    sys.exit(main())
