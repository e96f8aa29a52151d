"""The evening with tenants: what they are asked, what they say, how many stand behind it."""
