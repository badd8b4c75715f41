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

access-ask = Be om en rolle
access-ask-lead = Velg senteret eller organisasjonen, rollen og hvorfor du trenger den. De som kan gi den, får beskjed og svarer deg.
access-ask-where = Hvor vil du ha en rolle?
access-ask-find-label = Navn på senter, kommune eller virksomhet
access-ask-not-found = Vi fant ingen med det navnet. Prøv en kortere del av navnet.
access-ask-found = { $count ->
    [one] { $count } treff
   *[other] { $count } treff
 }
access-ask-other = Velg et annet sted
access-ask-held-none = Ingen har en rolle her ennå.
access-ask-held-lead = Dette er rollene som noen har her:
access-ask-held = { $role }: { $count }
access-ask-answers = De som ser til rollene hos { $place }, svarer deg.
access-ask-answers-country = Ingen her kan gi roller ennå, så koordinatorene i nettverket svarer deg.
access-ask-nobody = Det er ingen som kan svare akkurat nå. Spørsmålet blir liggende til noen kan.
access-ask-role = Hvilken rolle?
access-ask-role-help = Medlem og teamleder er for dem som arbeider med forbedring der. Redaktører skriver, gjennomlesere godkjenner, og senterledere ser til senteret og rollene.
access-ask-why = Hvorfor?
access-ask-why-help = En setning om hva du skal gjøre. Ikke skriv noe om pasienter.
access-ask-send = Send
access-ask-sent = Sendt. Du får e-post når noen har svart, og ser svaret her.
access-ask-yours = Det du har bedt om
access-ask-own = { $role } hos { $place }, spurt { $day }.
access-ask-waiting = Venter på svar
access-ask-given = Gitt
access-ask-refused = Ikke gitt
access-ask-reason = Svaret var:
access-ask-back = Ta tilbake
access-fault-why-missing = Skriv hvorfor du trenger rollen.
access-fault-held = Du har denne rollen her allerede.
access-fault-asked = Du har bedt om denne rollen allerede, og venter på svar.
access-fault-full = Du venter på svar på så mange roller som det går an. Ta en tilbake først, eller vent på svar.
access-fault-asked-much = { $max ->
    [one] Du har bedt om mange roller på kort tid. Vent 1 minutt, og prøv igjen.
   *[other] Du har bedt om mange roller på kort tid. Vent { $max } minutter, og prøv igjen.
 }
access-requests = Ber om en rolle
access-request = { $name } ber om rollen «{ $role }», { $day }
access-request-at = { $name } ber om rollen «{ $role }» hos { $place }
access-request-answer = Svar
access-respond = Svar på en som ber om en rolle
access-respond-lead = Si ja bare hvis du vet hvem det er. Den som spør, får svaret med e-post.
access-respond-who = Hvem
access-respond-place = Hvor
access-respond-day = Spurt
access-respond-why = Hvorfor
access-respond-answer = Svaret ditt
access-respond-yes = Ja, gi rollen
access-respond-no = Nei
access-respond-reason = Hvorfor ikke
access-respond-reason-help = Trengs bare når du sier nei. Den som spurte, får lese det.
access-respond-send = Send svaret
access-fault-answer-missing = Velg ja eller nei.
access-fault-reason-missing = Skriv hvorfor du sier nei, så den som spurte, forstår det.
