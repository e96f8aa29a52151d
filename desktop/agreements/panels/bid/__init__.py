"""The bid, part by part, until it is with the municipality and the tenants."""
