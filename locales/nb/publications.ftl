# Publikasjoner: listen, og opplysningene om en publikasjon.

publications-heading = Publikasjoner
publications-lead = Retningslinjer, veiledere og rapporter, fra først til sist.
publications-count = { $count ->
    [0] Ingen publikasjoner
    [one] 1 publikasjon
   *[other] { $count } publikasjoner
 }

## Opplysninger om publikasjonen

publications-type = Type
publications-summary = Denne siden
publications-summary-text = Et sammendrag, ikke utgivelsen selv. Opplysningene er om utgivelsen.
publications-title-en = Engelsk tittel
publications-version = Versjon
publications-status = Status
publications-series-number = Nummer i serien
publications-isbn = ISBN
publications-doi = DOI
publications-published = Utgitt
publications-revised = Revidert
publications-next-revision = Revideres neste gang
publications-expires = Gjelder til
publications-publishers = { $count ->
    [one] Utgiver
   *[other] Utgivere
 }
publications-editors = { $count ->
    [one] Redaktør
   *[other] Redaktører
 }

# Hva ett av slaget heter.
publications-word = Publikasjon

publications-facts = Om publikasjonen
publications-title-nb = Norsk tittel
publications-part = Del av publikasjonen
publications-issn = ISSN
publications-left-empty = Ikke oppgitt
publications-type-guideline = Retningslinje
publications-type-guide = Veileder
publications-type-report = Rapport
publications-type-strategy = Strategi
publications-type-mandate = Mandat
publications-type-handbook = Håndbok
publications-type-other = Annet

## Kapitler

# Kapittel og publikasjon, i nettleserfanen.
publications-chapter-title = { $chapter } – { $title }
publications-paper-elsewhere = Kapitlene er for mange til å skrives ut herfra. Hele publikasjonen står her:
publications-whole = Les hele publikasjonen på én side
publications-back = Om publikasjonen
publications-turn = Forrige og neste kapittel
publications-previous = Forrige:
publications-next = Neste:

# I listen over hva en utgave endret.
publications-field-publishers = Utgivere
publications-field-editors = Redaktører

## Skjemaet

publications-is-summary = Teksten er et sammendrag av utgivelsen
publications-is-summary-help = Kryss av når andre enn utgiveren har skrevet teksten.
publications-type-help = Velg det nærmeste, eller skriv ordet som utgivelsen selv bruker.
publications-title-help = Bare når utgivelsen heter noe annet enn denne siden.
publications-part-help = Kapitlet eller delen som denne siden er.
publications-status-help = For eksempel gjeldende, på høring eller erstattet.
publications-doi-help = Skrives 10.1000/182.
publications-left-empty-help = Kryss av det som utgivelsen selv nevner uten å si noe om.
publications-fault-left-empty = Noe er krysset av som «ikke oppgitt», men er fylt ut.
publications-fault-doi = Skriv DOI-en slik: 10.1000/182
