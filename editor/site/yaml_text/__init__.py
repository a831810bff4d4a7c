"""YAML as the writer typed it: where each value stands, what Ruby reads there, and how to change or mend it."""
