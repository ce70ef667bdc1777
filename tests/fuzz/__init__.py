"""Mutations of published files by the thousand: `make fuzz`."""
