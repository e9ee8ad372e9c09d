"""The .docx that says how documents look, for the writer and for the rules of looks alike."""
