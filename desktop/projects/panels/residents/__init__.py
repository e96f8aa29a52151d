"""What tenants heard and said: proposals, gatherings and messages."""
