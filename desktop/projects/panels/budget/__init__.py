"""A budget that residents divide."""
