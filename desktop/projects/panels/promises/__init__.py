"""What tenants were promised."""
