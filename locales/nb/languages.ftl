# Hvor mye av det som er publisert, som er skrevet på hvert språk.

languages-heading = Bokmål og nynorsk
languages-lead = Statsorganer skal over tid skrive minst { $least } prosent på hvert av de to språkene. Her ser du hvordan det er, regnet i ord.
languages-from = Fra og med år
languages-to = Til og med år
languages-show = Vis
languages-file = Last ned som tabell (CSV)
languages-total = Alt
languages-by-year = År for år
languages-by-kind = Etter type
languages-by-centre = Etter senter
languages-year = Publisert
languages-kind = Type
languages-centre = Senter
languages-no-centre = Uten senter
languages-texts = Tekster
languages-words-nb = Ord på bokmål
languages-words-nn = Ord på nynorsk
languages-words-se = Ord på nordsamisk
languages-words-en = Ord på engelsk
languages-share = Andel
languages-shares = { $nb } % bokmål, { $nn } % nynorsk
languages-uneven = Under { $least } % av det ene
languages-how = Tekster regnes med i året de først ble publisert, med ordene de har nå. Eksempler og utkast er ikke med.
