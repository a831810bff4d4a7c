"""What leaves the site folder: plans that write nothing, and their application."""
