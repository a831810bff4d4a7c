"""The front matter form: one widget per kind of field, and the YAML view."""
