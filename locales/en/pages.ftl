# Pages that stand for themselves.

# pages
pages-word = Page
