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
publications-publishers = Utgivar
publications-editors = Redaktør
