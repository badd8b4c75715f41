# Skjemaet som tipsar nokon om ei side, og brevet dei får.

tips-heading = Tips nokon om sida
tips-lead = Vi sender ein e-post med lenkja til den du vil tipse.
tips-page = Sida du tipsar om:
tips-to = E-postadressa til den du vil tipse
tips-to-help = Éi adresse om gongen.
tips-name = Namnet ditt
tips-email = E-postadressa di
tips-email-help = Den som får tipset, ser namnet og adressa di, og kan svare deg.
tips-message = Helsing
tips-message-help = Inntil 500 teikn, utan lenkjer.
tips-bait = La dette feltet stå tomt
tips-sample = Slik blir e-posten
tips-sample-name = (namnet ditt)
tips-sample-email = e-postadressa di
tips-sample-message = (helsinga di)
tips-stored = Vi bruker adressene berre til å sende dette tipset. Når det er sendt, har vi ingenting lagra.
tips-limits = Ei adresse kan få inntil { $to } tips i døgnet, og du kan sende inntil { $from }.
tips-send = Send tipset
tips-cancel = Avbryt

tips-fault-to-missing = Skriv e-postadressa til den du vil tipse.
tips-fault-name-missing = Skriv namnet ditt, så den som får tipset, veit kven det er frå.
tips-fault-email-missing = Skriv e-postadressa di, så den som får tipset, kan svare.
tips-fault-one = Skriv berre éi e-postadresse. Du kan sende fleire tips etter kvarandre.
tips-fault-email-link = Framfor krøllalfaen i e-postadressa står noko som liknar ei lenkje. Bruk ei anna adresse.
tips-fault-link = Her kan det ikkje stå lenkjer eller e-postadresser. Lenkja til sida kjem med av seg sjølv.
tips-fault-too-fast = Det gjekk så fort at vi må spørje: Er alt rett? Send i så fall éin gong til.
tips-fault-too-old = Skjemaet har stått ope for lenge. Det du skreiv, er her enno: Send éin gong til.
tips-fault-forged = Vi kunne ikkje sjå at skjemaet kom herifrå. Det du skreiv, er her enno: Send éin gong til.
tips-fault-another = Du har alt sendt eit anna tips frå dette skjemaet. Vil du sende dette også, så send éin gong til.
tips-fault-tries = Du har prøvd mange gonger. Det du skreiv, er her enno: Vent { $wait }, og send på nytt.
tips-fault-many-to = Den adressa har fått så mange tips som ho kan få på eit døgn. Det du skreiv, er her enno: Vent { $wait }, eller send til nokon andre.
tips-fault-many-from = Du har sendt så mange tips som du kan på eit døgn. Det du skreiv, er her enno: Vent { $wait }, og send på nytt.
tips-fault-many-network = Frå nettet ditt er det sendt så mange tips som det kan på eit døgn. Det du skreiv, er her enno: Vent { $wait }, og send på nytt.
tips-fault-many-all = Det blir sendt mange tips akkurat no. Det du skreiv, er her enno: Vent { $wait }, og send på nytt.
tips-wait-minutes = { $count ->
    [one] 1 minutt
   *[other] { $count } minutt
 }
tips-wait-hours = { $count ->
    [one] 1 time
   *[other] { $count } timar
 }

tips-sent-heading = Tipset er på veg
tips-sent-text = Takk for at du deler. E-posten blir som regel send med ein gong. Er adressa skriven feil, kjem han ikkje fram.
tips-sent-back = Tilbake til

tips-mail-subject = { $name } tipsar deg om «{ $title }»
tips-mail-subject-plain = { $name } tipsar deg om ei side i Pådriver
tips-mail-about = { $name } ({ $email }) har bede oss sende deg denne lenkja:
tips-mail-says = { $name } skriv:
tips-mail-foot = Sendt frå Pådriver fordi nokon fylte ut skjemaet «Tips nokon om sida». Vi har ikkje kontrollert kven det er. Svarer du på denne e-posten, går svaret til adressa over. Vi har ikkje lagra adressa di, og sender deg ikkje noko meir.
