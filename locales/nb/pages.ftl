# Sider som står for seg selv.

# Hva ett av slaget heter.
pages-word = Side
