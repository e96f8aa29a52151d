"""The tab Plattegronden: tenants draw their own home, to scale."""
