"""Tools that make and check the bundled contract."""
