"""What the papers of Beleid show."""
