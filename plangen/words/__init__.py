"""Facts that a clerk could correct, as YAML: wrong words, names of units, forms of headings."""
