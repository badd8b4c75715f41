# Verktøy: lista, filtera, og sida til eitt verktøy.

tools-word = Verktøy
tools-heading = Verktøy
tools-lead = Sjekklister, skjema og metodar som er prøvde, og som de kan ta i bruk som dei er.
tools-count = { $count ->
    [0] Ingen verktøy
    [one] 1 verktøy
   *[other] { $count } verktøy
 }

## Filter og fakta

tools-filter-type = Type verktøy
tools-type-checklist = Sjekkliste
tools-type-form = Skjema
tools-type-method = Metode
tools-type-guide = Rettleiing
tools-type-template = Mal
tools-type-e-learning = E-læring
tools-type-film = Film
tools-filter-phase = Når i arbeidet
tools-phase-prepare = Førebu
tools-phase-plan = Planleggje
tools-phase-carry-out = Utføre
tools-phase-evaluate = Evaluere
tools-phase-follow-up = Følgje opp
tools-time = Tid det tek

## Forteljinga

tools-section-about = Om verktøyet
tools-section-how-to-use = Slik bruker de det
tools-section-how-to-start = Slik kjem de i gang
tools-section-how-to-sustain = Slik held de det ved like
tools-section-links = Lenkjer

## Skjemaet

tools-time-note = Om tida
tools-time-note-help = Kva minutta gjeld, til dømes «per rom».
