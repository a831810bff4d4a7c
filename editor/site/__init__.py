"""What a Jekyll site is on disk: configuration, posts, front matter, dates, URLs. No HTML, no Qt."""
