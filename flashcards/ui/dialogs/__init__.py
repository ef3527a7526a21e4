"""Windows that answer one question and close."""
