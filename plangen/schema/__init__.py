"""The form of a spec: its keys, whether the user's values have it, what to say where they don't."""
