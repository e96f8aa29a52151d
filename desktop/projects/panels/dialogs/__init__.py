"""What Beheer asks."""
