"""The values that are passed on: `Plan` (what it says), `Document` (what prints), its `Look`."""
