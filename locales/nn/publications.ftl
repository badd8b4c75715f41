# Publikasjonar: lista, og opplysningane om ein publikasjon.

publications-heading = Publikasjonar
publications-lead = Retningslinjer, rettleiarar og rapportar, frå først til sist.
publications-count = { $count ->
    [0] Ingen publikasjonar
    [one] 1 publikasjon
   *[other] { $count } publikasjonar
 }

## Opplysningar om publikasjonen

publications-type = Type
publications-summary = Denne sida
publications-summary-text = Eit samandrag, ikkje sjølve utgjevinga. Opplysningane er om utgjevinga.
publications-title-en = Engelsk tittel
publications-version = Versjon
publications-status = Status
publications-series-number = Nummer i serien
publications-isbn = ISBN
publications-doi = DOI
publications-published = Gitt ut
publications-revised = Revidert
publications-next-revision = Neste revisjon
publications-expires = Gjeld til
publications-publishers = { $count ->
    [one] Utgjevar
   *[other] Utgjevarar
 }
publications-editors = { $count ->
    [one] Redaktør
   *[other] Redaktørar
 }

# Kva eitt av slaget heiter.
publications-word = Publikasjon

publications-facts = Om publikasjonen
publications-title-nb = Norsk tittel
publications-part = Del av publikasjonen
publications-issn = ISSN
publications-left-empty = Ikkje oppgitt
publications-type-guideline = Retningslinje
publications-type-guide = Rettleiar
publications-type-report = Rapport
publications-type-strategy = Strategi
publications-type-mandate = Mandat
publications-type-handbook = Handbok
publications-type-other = Anna

## Kapittel

# Kapittel og publikasjon, i nettlesarfana.
publications-chapter-title = { $chapter } – { $title }
publications-paper-elsewhere = Kapitla er for mange til å skrivast ut herifrå. Heile publikasjonen står her:
publications-whole = Les heile publikasjonen på éi side
publications-back = Om publikasjonen
publications-turn = Førre og neste kapittel
publications-previous = Førre:
publications-next = Neste:

# I lista over kva ei utgåve endra.
publications-field-publishers = Utgjevarar
publications-field-editors = Redaktørar

## Skjemaet

publications-is-summary = Teksten er eit samandrag av utgjevinga
publications-is-summary-help = Kryss av når andre enn utgjevaren har skrive teksten.
publications-type-help = Vel det næraste, eller skriv ordet som utgjevinga sjølv bruker.
publications-title-help = Berre når utgjevinga heiter noko anna enn denne sida.
publications-part-help = Kapitlet eller delen som denne sida er.
publications-status-help = Til dømes gjeldande, på høyring eller erstatta.
publications-doi-help = Blir skrive 10.1000/182.
publications-left-empty-help = Kryss av det som utgjevinga sjølv nemner utan å seie noko om.
publications-fault-left-empty = Noko er kryssa av som «ikkje oppgitt», men er fylt ut.
publications-fault-doi = Skriv DOI-en slik: 10.1000/182
