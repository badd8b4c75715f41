# Innlogging hos andre, når ho ikkje førte fram.

providers-over-heading = Innlogginga førte ikkje fram
providers-log-in = Logg inn
providers-over-again = Prøv igjen, eller logg inn på ein annan måte
providers-over-own = Tilbake til sida di
providers-over-cancelled = Du avbraut innlogginga.
providers-over-away = Tenesta du ville logge inn med, svarar ikkje akkurat no.
providers-over-wrong = Svaret vi fekk, kunne vi ikkje stole på. Prøv ein gong til.
providers-over-level = Du må logge inn på eit høgare tryggleiksnivå.
providers-over-late = Det gjekk for lang tid, eller innlogginga vart starta i ein annan nettlesar.
providers-over-address = Det finst alt ein konto med e-postadressa di. Logg inn med kode på e-post, og kople innlogginga til på sida di.
providers-over-other = Ein annan konto er alt kopla til denne innlogginga.
providers-over-closed = Kontoen din er stengd. Ta kontakt med dei som driv nettstaden.
providers-over-not-admitted = Du må bli invitert før du kan logge inn slik.
