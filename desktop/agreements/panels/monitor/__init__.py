"""How the agreements of the year go, what changed, and the reports that were kept."""
