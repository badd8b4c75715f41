# Skjemaet der alle kan melde fra om noe de ikke får brukt, og brevet det blir til.

barriers-heading = Meld fra om noe du ikke får brukt
barriers-lead = Alle skal kunne bruke Pådriver. Fortell oss hva som ikke virket for deg, så retter vi det. Du trenger ikke å si hvem du er.
barriers-warning = Ikke skriv om pasienter
barriers-warning-text = Skriv ikke navn, fødselsnummer eller annet som kan peke på en pasient, bruker eller pårørende.
barriers-where = Hvilken side gjelder det?
barriers-where-help = Adressen, eller hva siden heter.
barriers-what = Hva fikk du ikke til?
barriers-what-help = Fortell hva du prøvde på, og hva som skjedde.
barriers-with = Hva bruker du?
barriers-with-help = For eksempel skjermleser, forstørring, bare tastatur, mobil. Du kan la dette stå tomt.
barriers-email = E-post
barriers-email-help = Bare hvis du vil ha svar.
barriers-bait = La dette feltet stå tomt
barriers-stored = Meldingen sendes som e-post til dem som driver nettstedet. Den lagres også her, til den er behandlet.
barriers-send = Send meldingen
barriers-authority = Tilsynet for universell utforming av ikt fører tilsyn med reglene. Dem kan du også si fra til:
barriers-fault-what-missing = Skriv hva du ikke fikk til.
barriers-fault-too-fast = Det gikk så fort at vi må spørre: Er alt riktig? Send i så fall én gang til.
barriers-fault-too-old = Skjemaet har stått åpent for lenge. Det du skrev, er her ennå: Send én gang til.
barriers-fault-forged = Vi kunne ikke se at skjemaet kom herfra. Det du skrev, er her ennå: Send én gang til.
barriers-fault-another = Du har alt sendt en annen melding fra dette skjemaet. Vil du sende denne også, så send én gang til.
barriers-fault-too-many = { $max ->
    [one] Herfra er det sendt mange meldinger på kort tid. Det du skrev, er her ennå: Vent 1 minutt, og send på nytt.
   *[other] Herfra er det sendt mange meldinger på kort tid. Det du skrev, er her ennå: Vent { $max } minutter, og send på nytt.
 }
barriers-sent-heading = Meldingen er mottatt
barriers-sent-text = Takk for at du sier fra. Det gjør nettstedet bedre for flere enn deg.
barriers-sent-back = Til forsiden
barriers-mail-subject = Noen får ikke brukt en side i Pådriver
barriers-mail-about = Noen har meldt fra om et hinder på nettstedet:
barriers-mail-answer = Svar på denne e-posten, så går svaret til den som meldte fra.
barriers-mail-no-answer = Den som meldte fra, har ikke oppgitt noen adresse.
barriers-mail-kept = Meldingen står også her, til noen har merket den som behandlet: { $address }
barriers-list-heading = Meldte hindre
barriers-list-lead = Dette har folk meldt fra om at de ikke får brukt. Svar, rett det som er galt, og merk det som behandlet.
barriers-list-none = Ingen meldinger venter.
barriers-list-count = { $count ->
    [one] 1 melding venter. Den eldste står først.
   *[other] { $count } meldinger venter. Den eldste står først.
 }
barriers-list-answer = Vil ha svar:
barriers-list-mark = Merk som behandlet
barriers-list-sure = Da slettes meldingen herfra, også adressen. Det kan ikke gjøres om.
barriers-list-delete = Ja, den er behandlet
barriers-list-done = Meldingen er behandlet og slettet.
