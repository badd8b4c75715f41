# Siden med eksempelfolk, som bare eksempelnettstedet har.

examples-menu = Logg inn som en annen
examples-heading = Logg inn som en av eksempelfolkene
examples-lead = Dette er bare et eksempelnettsted. Velg hvem du vil være, så ser du hva de ulike rollene kan gjøre. Ingen av dem finnes.
examples-become = Bli { $name }
