# Siiddut.

# pages
pages-word = Siidu
