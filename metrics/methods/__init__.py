"""Comparison methods: pure functions, formula and source in the docstring."""
