# Metoden: faser og steg, hva teamet har gjort, og hva som foreslås nå.

improvement-method-phases = Fasene i arbeidet
improvement-method-lead = Her ser dere hva dere har gjort i hver fase, og hva som kan hjelpe dere videre.
improvement-method-ours = Stegene har vi skrevet. De er ikke hentet fra modellen.
improvement-method-our-word = våre ord
improvement-method-no-order = Dette er bare forslag. Dere kan gå fram og tilbake som dere vil.
improvement-method-choose = Velg metode
improvement-method-change = Bytt metode
improvement-method-choose-lead = Metoden gir dere faser og steg å holde dere i. Dere kan bytte når som helst, og det dere har gjort, blir stående.
improvement-method-which = Hvilken metode følger dere?
improvement-method-which-help = Er dere med i et program, velger dere den som ligner mest. Etterpå kan dere bruke programmets egne ord.
improvement-method-newer = Det er kommet en nyere utgave av metoden. Dere får den når dere velger metode på nytt.
improvement-method-own = Bruk egne ord
improvement-method-own-lead = Kaller dere eller programmet deres fasene og stegene noe annet? Skriv det her. Det dere lar stå tomt, heter som i metoden.
improvement-method-own-stale = Det du skrev, er fortsatt i skjemaet. Lagrer du, tar det over for det som står der nå.
improvement-method-next = Foreslått nå
improvement-method-all-taken = Dere har vært gjennom alle stegene. Se om noe bør tas en gang til.
improvement-method-saved = Det er lagret.
improvement-method-taken = { $taken } av { $all } steg er tatt
improvement-method-there = Dere har det
improvement-method-you = Dere skriver
improvement-method-tools = Til hjelp:
improvement-method-say = Skriv hva dere har gjort
improvement-method-state = Hvor langt er dere?
improvement-method-state-help = La det stå tomt hvis dere ikke vil si noe om det.
improvement-method-did = Hva gjorde dere?
improvement-method-did-help = Noen få setninger. Skriv roller, aldri navn.
