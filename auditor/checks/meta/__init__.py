"""Gates: things that make a passage unfit before any score."""
