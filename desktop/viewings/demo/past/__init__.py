"""What was let in the demo world before the day on which it stands."""
