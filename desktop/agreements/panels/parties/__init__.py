"""Who makes the agreements, and the policy that they answer to."""
