"""The span pass: one construct, one file."""
