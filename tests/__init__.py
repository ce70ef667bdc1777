"""Tests, in the same storeys as the code; `tests/browser` opens the real dashboard in Chromium."""
