"""The real kramdown as a judge of Galley's: a Ruby process, a DOM to compare, documents at random, a shrinker."""
