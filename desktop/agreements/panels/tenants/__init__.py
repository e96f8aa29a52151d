"""The agreements in the hands of tenants at the table: big type, plain words, large buttons."""
