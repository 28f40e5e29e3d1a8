"""Options in, exit codes out: the only place that prints and the only one that knows click."""

from ecrl_audit.cli.program import main

__all__ = ["main"]
