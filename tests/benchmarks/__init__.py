"""Measurements: `python -m tests.benchmarks`. Nothing here passes or fails."""
