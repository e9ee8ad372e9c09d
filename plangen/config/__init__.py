"""What is checked, and how strictly: presets, the .plangen.yaml of an office, the call."""
