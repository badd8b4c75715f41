# The page of example people, which only the example site has.

examples-menu = Log in as somebody else
examples-heading = Log in as one of the example people
examples-lead = This is only an example site. Choose who you want to be, and see what the different roles can do. None of these people exist.
examples-become = Become { $name }
