"""The timeline of a plan: bars that are read, moved, stretched and linked."""
