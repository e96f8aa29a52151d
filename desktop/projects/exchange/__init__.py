"""Files of projects that come in."""
