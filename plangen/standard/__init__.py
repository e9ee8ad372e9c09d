"""The catalogues of clauses: read, compared, drafted from a text, held beside a plan."""
