"""The form of a spec: its keys, whether the values have it, what to say where they don't."""
