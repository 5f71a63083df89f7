"""`python -m scenario_mock` is `scenario-mock`."""

from .cli import main

raise SystemExit(main())
