# Sida med eksempelfolk, som berre eksempelnettstaden har.

examples-menu = Logg inn som ein annan
examples-heading = Logg inn som ein av eksempelfolka
examples-lead = Dette er berre ein eksempelnettstad. Vel kven du vil vere, så ser du kva dei ulike rollene kan gjere. Ingen av dei finst.
examples-become = Bli { $name }
