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
