"""The run: read, segment, pair, align, score, check, select, suppress, report."""
