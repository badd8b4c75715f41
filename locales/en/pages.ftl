# Pages that stand for themselves.

# What one of the kind is called.
pages-word = Page
