"""Files in and out: candidate lists, VERA messages. Only whitelisted fields of people enter."""
