# Kor mykje av det som er publisert, som er skrive på kvart språk.

languages-heading = Bokmål og nynorsk
languages-lead = Statsorgan skal over tid skrive minst { $least } prosent på kvart av dei to språka. Her ser du korleis det er, rekna i ord.
languages-from = Frå og med år
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
languages-no-centre = Utan senter
languages-texts = Tekstar
languages-words-nb = Ord på bokmål
languages-words-nn = Ord på nynorsk
languages-words-se = Ord på nordsamisk
languages-words-en = Ord på engelsk
languages-share = Del
languages-shares = { $nb } % bokmål, { $nn } % nynorsk
languages-uneven = Under { $least } % av det eine
languages-how = Tekstar blir rekna med i året dei først blei publiserte, med orda dei har no. Døme og utkast er ikkje med.
