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
people-mail-due-subject = Roller som bør stadfestast
people-mail-due-at = { $count ->
    [one] 1 rolle hos { $place } er ikkje stadfesta på eit år.
   *[other] { $count } roller hos { $place } er ikkje stadfesta på eit år.
 }
people-mail-due = { $count ->
    [one] 1 rolle som gjeld heile landet, er ikkje stadfesta på eit år.
   *[other] { $count } roller som gjeld heile landet, er ikkje stadfesta på eit år.
 }
people-mail-due-how = Logg inn, sjå om dei framleis stemmer, og stadfest dei eller ta dei bort:
