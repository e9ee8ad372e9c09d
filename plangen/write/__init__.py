"""From a `Document` to .docx; and marks in a .docx that exists: comments, tracked changes."""
