"""What tenants asked, and what was done with it."""
