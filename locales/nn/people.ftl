# Roller, og brevet til den som blir invitert til ei.

people-role-member = Medlem av eit team
people-role-team-lead = Teamleiar
people-role-editor = Redaktør
people-role-reviewer = Gjennomlesar
people-role-centre-leader = Senterleiar
people-role-coordinator = Nasjonal koordinator
people-role-administrator = Administrator

people-mail-subject = Du er invitert til Pådriver
people-mail-at = Du er invitert til rolla «{ $role }» hos { $place } i Pådriver.
people-mail-everywhere = Du er invitert til rolla «{ $role }» i Pådriver.
people-mail-how = Logg inn med denne e-postadressa. Då finn du invitasjonen på sida di, og kan svare ja eller nei:
people-mail-until = Du kan svare til og med { $day }. Er det ikkje meint for deg, treng du ikkje gjere noko.
