"""Advice of the tenants' organisation, and the consent of tenants to a renovation."""
