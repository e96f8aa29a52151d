"""The advice of tenants about a plan (Overlegwet, art. 4 to 5a): what every feature that asks for
advice shares."""
