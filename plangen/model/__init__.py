"""The values that everything passes on: `Plan` (what it says), `Document` (what prints), `Look`."""
