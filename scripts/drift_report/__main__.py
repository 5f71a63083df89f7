"""`python -m drift_report`."""

from .cli import main

raise SystemExit(main())
