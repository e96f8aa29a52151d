"""A plan as bars on a scale of days: for the screen and for the paper."""
