"""The block pass: one construct, one file."""
