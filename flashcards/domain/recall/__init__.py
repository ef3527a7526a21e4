"""Predicted recall from the log, whatever schedules: evidence, outlook, and how true it came."""
