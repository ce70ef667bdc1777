"""Tests that open the real dashboard in Chromium, as a visitor would."""
