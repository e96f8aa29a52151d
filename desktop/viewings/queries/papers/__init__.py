"""What the papers of Buren show. Papers for hosts take their values from `host_lists`, where
nothing of rank, priority, address, phone or mail exists."""
