"""Coverage-guided fuzzing: random inputs, those kept that reach new lines, changed again."""
