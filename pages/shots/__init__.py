"""Screenshots of every page: the dashboard started for itself, opened in Chromium, and what it shows saved as pictures."""
