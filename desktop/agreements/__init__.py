"""The tab Beleid: performance agreements of municipality, corporation and tenants."""
