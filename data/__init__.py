"""Storey 1: what was published. Sources, releases, checks, snapshots. Knows nothing of indicators or of pages."""
