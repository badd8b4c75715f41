# Hvem som har hvilken rolle hvor, invitasjoner og kontoer.

access-heading = Roller og tilgang
access-lead = Disse har en rolle i hele landet. Velg et senter lenger nede for å se hvem som har roller der.
access-lead-at = Her ser du hvem som har en rolle, og kan invitere flere. Den du inviterer, får en e-post og svarer selv.
access-held = Har en rolle
access-held-none = Ingen har en rolle her ennå.
access-since = Siden { $since }. Sist bekreftet { $confirmed }.
access-due = Bør bekreftes
access-ends = Gjelder til og med { $day }.
access-confirm = Bekreft at det stemmer
access-take = Ta bort rollen
access-waiting = Er invitert, men har ikke svart
access-until = Kan svare til og med { $day }.
access-withdraw = Trekk tilbake
access-invite = Inviter
access-send = Send invitasjonen
access-email = E-postadressen til den du inviterer
access-email-help = Personen logger inn med denne adressen. Det er ikke nødvendig å ha en konto fra før.
access-role = Rolle
access-until-day = Siste dag
access-until-help = La feltet stå tomt hvis rollen ikke har noen slutt.
access-centres = Sentrene
access-organisations = Andre organisasjoner
access-organisation = Navn på organisasjonen
access-organisation-find = Finn
access-organisations-none = Ingen har en rolle i en organisasjon ennå. Søk etter organisasjonen for å invitere noen.
access-organisations-not-found = Vi fant ingen organisasjon med det navnet.
access-overview = Oversikt
access-matrix = Hvem som kan gjøre hva
access-matrix-address = Adresse
access-matrix-no = Nei
access-matrix-there = Der rollen gjelder
access-matrix-yes = Ja
access-matrix-lead = Listen er laget av adressene i programmet selv, så den er alltid slik det er. Sider som alle kan se, er ikke med.
access-log = Loggen
access-strike = Stryk ord eller en fil fra alle utgaver
access-accounts = Kontoer
access-accounts-lead = Når du stenger en konto, blir personen logget ut overalt med en gang og kommer ikke inn igjen. Det personen har skrevet, blir stående.
access-closed = Stengt
access-open = Åpne kontoen
access-close = Steng kontoen
access-reset = Nullstill det ekstra trinnet

access-fault-email-missing = Skriv e-postadressen til den du vil invitere.
access-fault-role-missing = Velg en rolle.
access-fault-until-past = Siste dag må være i dag eller senere.
access-fault-administrator-until = Rollen som administrator har ingen siste dag. Den tas bort når noen andre har overtatt.
access-fault-too-many = { $max ->
    [one] Du har sendt mange invitasjoner på kort tid. Vent 1 minutt, og prøv igjen.
   *[other] Du har sendt mange invitasjoner på kort tid. Vent { $max } minutter, og prøv igjen.
 }
access-last-administrator = Dette er den siste administratoren. Gi rollen til en til først, så det alltid er noen som kan gi tilgang.
access-not-there = Det er alt gjort, kanskje av noen andre. Her ser du hvordan det er nå.
access-asking = Ber om å bli med
access-asking-by = Har logget inn for { $name } og spurt { $day }.
access-asking-yes = Gi rollen «Medlem av et team»
access-asking-no = Avslå
access-unnamed = En som ikke har skrevet navnet sitt

access-heir = Hvem overtar utkastene når rollen tas bort?
access-heir-all = Alle med en rolle her
