"""Tests of storey 3 without a browser: charts, shared parts and every page."""
