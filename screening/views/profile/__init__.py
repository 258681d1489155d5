"""The competence profile: its page and rows, what is taken over from an interview, the classification, the CV."""
