"""Templates that say a result in plain English, a file for each kind of result. `metrics.words` gathers them."""
