# Metoden: fasar og steg, kva teamet har gjort, og kva som er foreslått no.

improvement-method-phases = Fasane i arbeidet
improvement-method-lead = Her ser de kva de har gjort i kvar fase, og kva som kan hjelpe dykk vidare.
improvement-method-ours = Stega har vi skrive. Dei er ikkje henta frå modellen.
improvement-method-our-word = våre ord
improvement-method-no-order = Dette er berre forslag. De kan gå fram og tilbake som de vil.
improvement-method-choose = Vel metode
improvement-method-change = Byt metode
improvement-method-choose-lead = Metoden gir dykk fasar og steg å halde dykk i. De kan byte når som helst, og det de har gjort, blir ståande.
improvement-method-which = Kva metode følgjer de?
improvement-method-which-help = Er de med i eit program, vel de den som liknar mest. Etterpå kan de bruke dei orda programmet har.
improvement-method-newer = Det er komen ei nyare utgåve av metoden. De får ho når de vel metode på nytt.
improvement-method-own = Bruk eigne ord
improvement-method-own-lead = Kallar de eller programmet dykkar fasane og stega noko anna? Skriv det her. Det de lèt stå tomt, heiter som i metoden.
improvement-method-own-stale = Det du skreiv, er framleis i skjemaet. Lagrar du, tek det over for det som står der no.
improvement-method-next = Foreslått no
improvement-method-all-taken = De har vore gjennom alle stega. Sjå om noko bør takast ein gong til.
improvement-method-saved = Det er lagra.
improvement-method-taken = { $taken } av { $all } steg er tekne
improvement-method-there = De har det
improvement-method-you = De skriv
improvement-method-tools = Til hjelp:
improvement-method-say = Skriv kva de har gjort
improvement-method-state = Kor langt er de?
improvement-method-state-help = Lat det stå tomt om de ikkje vil seie noko om det.
improvement-method-did = Kva gjorde de?
improvement-method-did-help = Nokre få setningar. Skriv roller, aldri namn.
