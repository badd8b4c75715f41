# Verktøy: listen, filtrene, og siden til ett verktøy.

tools-word = Verktøy
tools-heading = Verktøy
tools-lead = Sjekklister, skjemaer og metoder som er prøvd, og som dere kan ta i bruk som de er.
tools-count = { $count ->
    [0] Ingen verktøy
    [one] 1 verktøy
   *[other] { $count } verktøy
 }

## Filtre og fakta

tools-filter-type = Type verktøy
tools-type-checklist = Sjekkliste
tools-type-form = Skjema
tools-type-method = Metode
tools-type-guide = Veiledning
tools-type-template = Mal
tools-type-e-learning = E-læring
tools-type-film = Film
tools-filter-phase = Når i arbeidet
tools-phase-prepare = Forberede
tools-phase-plan = Planlegge
tools-phase-carry-out = Utføre
tools-phase-evaluate = Evaluere
tools-phase-follow-up = Følge opp
tools-time = Tid det tar

## Fortellingen

tools-section-about = Om verktøyet
tools-section-how-to-use = Slik bruker dere det
tools-section-how-to-start = Slik kommer dere i gang
tools-section-how-to-sustain = Slik holder dere det ved like
tools-section-links = Lenker

## Skjemaet

tools-time-note = Om tiden
tools-time-note-help = Hva minuttene gjelder, for eksempel «per rom».
