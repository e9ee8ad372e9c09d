"""From a YAML file to values and the place of every value. The only user of PyYAML."""
