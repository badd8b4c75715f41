# Arrangement: lista, og sida til eitt arrangement.

events-word = Arrangement
events-heading = Arrangement
events-lead = Samlingar, kurs og nettmøte. Tidene er norske.
events-count = { $count ->
    [0] Ingen arrangement
    [one] 1 arrangement
   *[other] { $count } arrangement
 }

events-filter-form = Oppmøte
events-form-in-person = Fysisk
events-form-digital = Digitalt
events-form-both = Fysisk og digitalt
events-cancelled = Avlyst
events-cancelled-text = Arrangementet er avlyst.

events-section-about = Om arrangementet
events-section-programme = Program
events-section-links = Lenkjer
events-time = Tid
events-place = Stad
events-digital = Nettadresse
events-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangørar
 }

# I lista over kva ei utgåve endra.
events-field-organisers = Arrangørar

## Skjemaet

events-starts = Byrjar
events-ends = Sluttar
events-ends-before = Arrangementet sluttar før det byrjar. Har tidene bytt plass?
events-place-help = Byen eller bygda, og gjerne huset.
events-address = Adresse
events-session = Post
events-session-add = Legg til post
events-session-time = Når
events-session-time-help = Til dømes 09:00 eller «Dag 2, 09:00».
events-session-title = Tittel
events-session-text = Om posten
events-is-cancelled = Arrangementet er avlyst
events-cancelled-note = Kvifor det er avlyst
events-cancelled-note-help = Berre når arrangementet er avlyst.
