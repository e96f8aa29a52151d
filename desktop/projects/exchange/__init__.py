"""Files of projects that come in and go out."""
