"""What was found and what changed, in every format: for people, for programs."""
