"""Tests of storey 2: indicators, questions, methods and words."""
