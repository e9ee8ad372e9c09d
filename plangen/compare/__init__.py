"""What changed between two plans, by meaning."""
