"""Storey 2: what the figures mean. Indicators, facts, questions and the words for their answers."""
