"""Galley: a desktop editor for people who write on Jekyll sites."""

__version__ = "0.1.0"
