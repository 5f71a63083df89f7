"""`python -m client_generator` is scripts/regenerate without its environment."""

import sys

from client_generator.cli import main

sys.exit(main())
