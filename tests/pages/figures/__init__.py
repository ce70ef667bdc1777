"""The figures of the pages beside those of the command line: what is shown, what is printed, and which belongs to which."""
