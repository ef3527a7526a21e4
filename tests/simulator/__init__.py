"""Learners whose memory is known, to measure how well the estimates of weakness find the truth."""
