"""Looking back at a project."""
