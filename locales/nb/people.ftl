# Roller, og brevet til den som inviteres til en.

people-role-member = Medlem av et team
people-role-team-lead = Teamleder
people-role-editor = Redaktør
people-role-reviewer = Gjennomleser
people-role-centre-leader = Senterleder
people-role-coordinator = Nasjonal koordinator
people-role-administrator = Administrator

people-mail-subject = Du er invitert til Pådriver
people-mail-at = Du er invitert til rollen «{ $role }» hos { $place } i Pådriver.
people-mail-everywhere = Du er invitert til rollen «{ $role }» i Pådriver.
people-mail-how = Logg inn med denne e-postadressen. Da finner du invitasjonen på siden din, og kan svare ja eller nei:
people-mail-until = Du kan svare til og med { $day }. Er det ikke ment for deg, trenger du ikke gjøre noe.
people-mail-due-subject = Roller som bør bekreftes
people-mail-due-at = { $count ->
    [one] 1 rolle hos { $place } er ikke bekreftet på et år.
   *[other] { $count } roller hos { $place } er ikke bekreftet på et år.
 }
people-mail-due = { $count ->
    [one] 1 rolle som gjelder hele landet, er ikke bekreftet på et år.
   *[other] { $count } roller som gjelder hele landet, er ikke bekreftet på et år.
 }
people-mail-due-how = Logg inn, se om de fortsatt stemmer, og bekreft dem eller ta dem bort:
people-mail-step-subject = Innloggingen din er endret
people-mail-step-added = Et ekstra trinn er lagt til i innloggingen din.
people-mail-step-removed = Et ekstra trinn er tatt bort fra innloggingen din.
people-mail-step-reset = Alle ekstra trinn i innloggingen din er nullstilt, og du er logget ut overalt. Sett dem opp igjen neste gang du logger inn.
people-mail-step-not-you = Var det ikke du som gjorde dette eller ba om det, så si fra med en gang til dem som driver nettstedet.

people-mail-leaving-subject = Kontoen din i Pådriver
people-mail-leaving-asked = Det er bedt om at kontoen din slettes. Det skjer { $day }.
people-mail-leaving-undo = Angrer du, så logg inn før den tid og velg «Behold kontoen». Var det ikke du som ba om det, så logg inn med en gang og behold den.
people-mail-leaving-stayed = Kontoen din blir ikke slettet likevel.
people-mail-leaving-not-you = Var det ikke du som gjorde dette, så ta kontakt med dem som driver nettstedet.
people-mail-leaving-gone = Kontoen din er slettet. Navnet, adressene og alt annet som pekte på deg, er borte. Det du har gitt ut, står igjen uten navnet ditt.
people-mail-leaving-thanks = Takk for det du har gitt de andre.
people-mail-address-code = Noen som er logget inn i Pådriver, vil legge til denne adressen. Koden er:
people-mail-address-not-you = Var det ikke deg, så gjør ingenting. Uten koden skjer det ingenting.
people-mail-address-subject = Koden for å legge til adressen
people-mail-address-added = En e-postadresse er lagt til kontoen din.
