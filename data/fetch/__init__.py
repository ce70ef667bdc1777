"""Download new releases from the public API of Explore Education Statistics (EES), as new files only: see run.py.

Nothing is imported here, so that the other commands do not pay for an HTTP library.
"""
