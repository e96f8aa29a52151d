"""The evening at which measurements are entered and looked at."""
