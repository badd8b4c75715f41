# Oahpahuspáhkat.

packages-word = Oahpahuspáhkka
packages-heading = Oahpahuspáhkat
