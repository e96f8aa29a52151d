"""The money of a project."""
