# Skjemaet som tipser noen om en side, og brevet de får.

tips-heading = Tips noen om siden
tips-lead = Vi sender en e-post med lenken til den du vil tipse.
# Foran lenken til siden.
tips-page = Siden du tipser om:
tips-to = E-postadressen til den du vil tipse
tips-to-help = Én adresse om gangen.
tips-name = Navnet ditt
tips-email = E-postadressen din
tips-email-help = Den som får tipset, ser navnet og adressen din, og kan svare deg.
tips-message = Hilsen
tips-message-help = Inntil 500 tegn, uten lenker.
tips-bait = La dette feltet stå tomt
tips-sample = Slik blir e-posten
tips-sample-name = (navnet ditt)
tips-sample-email = e-postadressen din
tips-sample-message = (hilsenen din)
tips-stored = Vi bruker adressene bare til å sende dette tipset. Når det er sendt, har vi ingenting lagret.
tips-limits = En adresse kan få inntil { $to } tips i døgnet, og du kan sende inntil { $from }.
tips-send = Send tipset
tips-cancel = Avbryt

## Det som må rettes

tips-fault-to-missing = Skriv e-postadressen til den du vil tipse.
tips-fault-name-missing = Skriv navnet ditt, så den som får tipset, vet hvem det er fra.
tips-fault-email-missing = Skriv e-postadressen din, så den som får tipset, kan svare.
tips-fault-one = Skriv bare én e-postadresse. Du kan sende flere tips etter hverandre.
tips-fault-email-link = Foran krøllalfaen i e-postadressen står noe som ligner en lenke. Bruk en annen adresse.
tips-fault-link = Her kan det ikke stå lenker eller e-postadresser. Lenken til siden kommer med av seg selv.
tips-fault-too-fast = Det gikk så fort at vi må spørre: Er alt riktig? Send i så fall én gang til.
tips-fault-too-old = Skjemaet har stått åpent for lenge. Det du skrev, er her ennå: Send én gang til.
tips-fault-forged = Vi kunne ikke se at skjemaet kom herfra. Det du skrev, er her ennå: Send én gang til.
tips-fault-another = Du har alt sendt et annet tips fra dette skjemaet. Vil du sende dette også, så send én gang til.
tips-fault-tries = Du har prøvd mange ganger. Det du skrev, er her ennå: Vent { $wait }, og send på nytt.
tips-fault-many-to = Den adressen har fått så mange tips som den kan få på et døgn. Det du skrev, er her ennå: Vent { $wait }, eller send til noen andre.
tips-fault-many-from = Du har sendt så mange tips som du kan på et døgn. Det du skrev, er her ennå: Vent { $wait }, og send på nytt.
tips-fault-many-network = Fra nettet ditt er det sendt så mange tips som det kan på et døgn. Det du skrev, er her ennå: Vent { $wait }, og send på nytt.
tips-fault-many-all = Det sendes mange tips akkurat nå. Det du skrev, er her ennå: Vent { $wait }, og send på nytt.
tips-wait-minutes = { $count ->
    [one] 1 minutt
   *[other] { $count } minutter
 }
tips-wait-hours = { $count ->
    [one] 1 time
   *[other] { $count } timer
 }

## Etterpå

tips-sent-heading = Tipset er på vei
tips-sent-text = Takk for at du deler. E-posten sendes som regel med en gang. Er adressen skrevet feil, kommer den ikke fram.
# Foran tittelen på siden.
tips-sent-back = Tilbake til

## Brevet

tips-mail-subject = { $name } tipser deg om «{ $title }»
tips-mail-subject-plain = { $name } tipser deg om en side i Pådriver
tips-mail-about = { $name } ({ $email }) har bedt oss sende deg denne lenken:
tips-mail-says = { $name } skriver:
tips-mail-foot = Sendt fra Pådriver fordi noen fylte ut skjemaet «Tips noen om siden». Vi har ikke kontrollert hvem det er. Svarer du på denne e-posten, går svaret til adressen over. Vi har ikke lagret adressen din, og sender deg ikke noe mer.
