"""What the screens and papers of Beleid show: read-only, as values."""
