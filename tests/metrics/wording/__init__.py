"""The templates of sentences, one result at a time, and all of them over shipped figures."""
