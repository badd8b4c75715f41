# Arrangementer: listen, og siden til ett arrangement.

events-word = Arrangement
events-heading = Arrangementer
events-lead = Samlinger, kurs og nettmøter. Tidene er norske.
events-count = { $count ->
    [0] Ingen arrangementer
    [one] 1 arrangement
   *[other] { $count } arrangementer
 }

events-filter-form = Oppmøte
events-form-in-person = Fysisk
events-form-digital = Digitalt
events-form-both = Fysisk og digitalt
events-cancelled = Avlyst
events-cancelled-text = Arrangementet er avlyst.

events-section-about = Om arrangementet
events-section-programme = Program
events-section-links = Lenker
events-time = Tid
events-place = Sted
events-digital = Nettadresse
events-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangører
 }

# I listen over hva en utgave endret.
events-field-organisers = Arrangører

## Skjemaet

events-starts = Begynner
events-ends = Slutter
events-ends-before = Arrangementet slutter før det begynner. Har tidene byttet plass?
events-place-help = Byen eller bygda, og gjerne huset.
events-address = Adresse
events-session = Post
events-session-add = Legg til post
events-session-time = Når
events-session-time-help = For eksempel 09:00 eller «Dag 2, 09:00».
events-session-title = Tittel
events-session-text = Om posten
events-is-cancelled = Arrangementet er avlyst
events-cancelled-note = Hvorfor det er avlyst
events-cancelled-note-help = Bare når arrangementet er avlyst.
