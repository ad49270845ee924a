"""``python -m didww_cli``."""

import sys

from didww_cli.app import main

if __name__ == "__main__":
    sys.exit(main())
