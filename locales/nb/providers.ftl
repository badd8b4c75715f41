# Innlogging hos andre, når den ikke førte fram.

providers-over-heading = Innloggingen førte ikke fram
providers-log-in = Logg inn
providers-over-again = Prøv igjen, eller logg inn på en annen måte
providers-over-own = Tilbake til siden din
providers-over-cancelled = Du avbrøt innloggingen.
providers-over-away = Tjenesten du ville logge inn med, svarer ikke akkurat nå.
providers-over-wrong = Svaret vi fikk, kunne vi ikke stole på. Prøv en gang til.
providers-over-level = Du må logge inn på et høyere sikkerhetsnivå.
providers-over-late = Det gikk for lang tid, eller innloggingen ble påbegynt i en annen nettleser.
providers-over-address = Det finnes alt en konto med e-postadressen din. Logg inn med kode på e-post, og koble innloggingen til på siden din.
providers-over-other = En annen konto er alt koblet til denne innloggingen.
providers-over-closed = Kontoen din er stengt. Ta kontakt med dem som driver nettstedet.
providers-over-not-admitted = Du må bli invitert før du kan logge inn slik.
