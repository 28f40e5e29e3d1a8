"""Charts as pure functions from numbers to shapes."""
