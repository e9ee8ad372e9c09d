"""A roadmap's documents and those of every township of every year, at the speed of the machine.

`run` goes through the places of a roadmap (a township in a cohort) in chunks that any
`concurrent.futures.Executor` can do, in any order, twice without harm. A journal in the output
folder knows what is done, so that a run that was broken off goes on where it was.
"""
