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
publications-publishers = Utgiver
publications-editors = Redaktør
