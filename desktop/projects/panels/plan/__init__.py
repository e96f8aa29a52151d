"""The plan of a project: its timeline and its board."""
