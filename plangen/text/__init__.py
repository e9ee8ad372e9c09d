"""Small pure functions on Chinese text: numerals, dates, widths, title breaks."""
