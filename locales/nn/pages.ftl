# Sider som står for seg sjølve.

# Kva eitt av slaget heiter.
pages-word = Side
