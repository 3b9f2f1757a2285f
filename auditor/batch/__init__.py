"""Runs over archives: work cut into shards, rows written as Parquet, nothing lost when the power goes."""
