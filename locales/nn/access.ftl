# Kven som har kva rolle kvar, invitasjonar og kontoar.

access-heading = Roller og tilgang
access-lead = Desse har ei rolle i heile landet. Vel eit senter lenger nede for å sjå kven som har roller der.
access-lead-at = Her ser du kven som har ei rolle, og kan invitere fleire. Den du inviterer, får ein e-post og svarar sjølv.
access-held = Har ei rolle
access-held-none = Ingen har ei rolle her enno.
access-since = Sidan { $since }. Sist stadfesta { $confirmed }.
access-due = Bør stadfestast
access-ends = Gjeld til og med { $day }.
access-confirm = Stadfest at det stemmer
access-take = Ta bort rolla
access-waiting = Er invitert, men har ikkje svart
access-until = Kan svare til og med { $day }.
access-withdraw = Trekk tilbake
access-invite = Inviter
access-send = Send invitasjonen
access-email = E-postadressa til den du inviterer
access-email-help = Personen loggar inn med denne adressa. Det trengst ingen konto frå før.
access-role = Rolle
access-until-day = Siste dag
access-until-help = Lat feltet stå tomt om rolla ikkje har nokon slutt.
access-centres = Sentera
access-organisations = Andre organisasjonar
access-organisation = Namn på organisasjonen
access-organisation-find = Finn
access-organisations-none = Ingen har ei rolle i ein organisasjon enno. Søk etter organisasjonen for å invitere nokon.
access-organisations-not-found = Vi fann ingen organisasjon med det namnet.
access-overview = Oversikt
access-matrix = Kven som kan gjere kva
access-matrix-address = Adresse
access-matrix-no = Nei
access-matrix-there = Der rolla gjeld
access-matrix-yes = Ja
access-matrix-lead = Lista er laga av adressene i programmet sjølv, så ho er alltid slik det er. Sider som alle kan sjå, er ikkje med.
access-log = Loggen
access-strike = Stryk ord eller ei fil frå alle utgåver
access-accounts = Kontoar
access-accounts-lead = Når du stengjer ein konto, blir personen logga ut overalt med ein gong og kjem ikkje inn att. Det personen har skrive, blir ståande.
access-closed = Stengd
access-open = Opne kontoen
access-close = Steng kontoen
access-reset = Nullstill det ekstra steget

access-fault-email-missing = Skriv e-postadressa til den du vil invitere.
access-fault-role-missing = Vel ei rolle.
access-fault-until-past = Siste dag må vere i dag eller seinare.
access-fault-administrator-until = Rolla som administrator har ingen siste dag. Ho blir teken bort når nokon andre har teke over.
access-fault-too-many = { $max ->
    [one] Du har sendt mange invitasjonar på kort tid. Vent 1 minutt, og prøv igjen.
   *[other] Du har sendt mange invitasjonar på kort tid. Vent { $max } minutt, og prøv igjen.
 }
access-last-administrator = Dette er den siste administratoren. Gi rolla til éin til først, så det alltid er nokon som kan gi tilgang.
access-not-there = Det er alt gjort, kanskje av nokon andre. Her ser du korleis det er no.
access-asking = Ber om å bli med
access-asking-by = Har logga inn for { $name } og spurt { $day }.
access-asking-yes = Gi rolla «Medlem av eit team»
access-asking-no = Avslå
access-unnamed = Ein som ikkje har skrive namnet sitt

access-heir = Kven overtek utkasta når rolla blir teken bort?
access-heir-all = Alle med ei rolle her
