"""Reports of a run: rules that were broken, what was called and what came, for the terminal, a page and GitHub."""
