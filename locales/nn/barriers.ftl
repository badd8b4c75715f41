# Skjemaet der alle kan melde frå om noko dei ikkje får brukt, og brevet det blir til.

barriers-heading = Meld frå om noko du ikkje får brukt
barriers-lead = Alle skal kunne bruke Pådriver. Fortel oss kva som ikkje verka for deg, så rettar vi det. Du treng ikkje seie kven du er.
barriers-warning = Ikkje skriv om pasientar
barriers-warning-text = Skriv ikkje namn, fødselsnummer eller anna som kan peike på ein pasient, brukar eller pårørande.
barriers-where = Kva side gjeld det?
barriers-where-help = Adressa, eller kva sida heiter.
barriers-what = Kva fekk du ikkje til?
barriers-what-help = Fortel kva du prøvde på, og kva som hende.
barriers-with = Kva bruker du?
barriers-with-help = Til dømes skjermlesar, forstørring, berre tastatur, mobil. Du kan la dette stå tomt.
barriers-email = E-post
barriers-email-help = Berre om du vil ha svar.
barriers-bait = La dette feltet stå tomt
barriers-stored = Meldinga blir send som e-post til dei som driv nettstaden. Ho blir òg lagra her, til ho er behandla.
barriers-send = Send meldinga
barriers-authority = Tilsynet for universell utforming av ikt fører tilsyn med reglane. Dei kan du også seie frå til:
barriers-fault-what-missing = Skriv kva du ikkje fekk til.
barriers-fault-too-fast = Det gjekk så fort at vi må spørje: Er alt rett? Send i så fall éin gong til.
barriers-fault-too-old = Skjemaet har stått ope for lenge. Det du skreiv, er her enno: Send éin gong til.
barriers-fault-forged = Vi kunne ikkje sjå at skjemaet kom herifrå. Det du skreiv, er her enno: Send éin gong til.
barriers-fault-another = Du har alt sendt ei anna melding frå dette skjemaet. Vil du sende denne også, så send éin gong til.
barriers-fault-too-many = { $max ->
    [one] Herifrå er det sendt mange meldingar på kort tid. Det du skreiv, er her enno: Vent 1 minutt, og send på nytt.
   *[other] Herifrå er det sendt mange meldingar på kort tid. Det du skreiv, er her enno: Vent { $max } minutt, og send på nytt.
 }
barriers-sent-heading = Meldinga er motteken
barriers-sent-text = Takk for at du seier frå. Det gjer nettstaden betre for fleire enn deg.
barriers-sent-back = Til framsida
barriers-mail-subject = Nokon får ikkje brukt ei side i Pådriver
barriers-mail-about = Nokon har meldt frå om eit hinder på nettstaden:
barriers-mail-answer = Svar på denne e-posten, så går svaret til den som melde frå.
barriers-mail-no-answer = Den som melde frå, har ikkje oppgitt noka adresse.
barriers-mail-kept = Meldinga står òg her, til nokon har merkt ho som behandla: { $address }
barriers-list-heading = Melde hinder
barriers-list-lead = Dette har folk meldt frå om at dei ikkje får brukt. Svar, rett det som er gale, og merk det som behandla.
barriers-list-none = Ingen meldingar ventar.
barriers-list-count = { $count ->
    [one] 1 melding ventar. Den eldste står først.
   *[other] { $count } meldingar ventar. Den eldste står først.
 }
barriers-list-answer = Vil ha svar:
barriers-list-mark = Merk som behandla
barriers-list-sure = Då blir meldinga sletta herifrå, òg adressa. Det kan ikkje gjerast om.
barriers-list-delete = Ja, ho er behandla
barriers-list-done = Meldinga er behandla og sletta.
