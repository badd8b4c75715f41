# Sider som står for seg sjølve.

# pages
pages-word = Side
