# Slik leser du et diagram.

reading-heading = Slik leser du diagrammene
reading-lead = Et punkt opp eller ned sier lite alene. Her er diagrammer som viser hva du skal se etter, og hvordan du ser om noe virkelig har endret seg.
reading-contents = Innhold
reading-made-up-label = Om tallene
reading-made-up = Tallene på denne siden er laget for å vise hvordan et diagram leses. De er ikke fra noen tjeneste.

reading-calm = Det svinger alltid litt
reading-calm-text = Linjen på tvers er medianen: halvparten av målingene ligger over og halvparten under. Når punktene hopper tilfeldig på begge sider, er det vanlig variasjon. Da er det ingen vits i å lete etter årsaken til ett høyt punkt eller rose ett lavt. Vil dere ned på et lavere nivå, må noe i måten dere arbeider på, endres.
reading-calm-title = Fall per måned på avdelingen
reading-shift = Et skift: noe er blitt annerledes
reading-shift-text = De første tolv månedene er utgangsmålingen. Linjen derfra føres videre, så dere kan se om det nye skiller seg fra det gamle. Mange punkter på rad på samme side av linjen kalles et skift. Det skjer sjelden ved en tilfeldighet, og ringene viser hvilke punkter det gjelder. Flaggene viser hva dere prøvde, og når.
reading-shift-title = Andel beboere med ernæringsplan
reading-shift-pdsa = måltid i ro i én korridor
reading-shift-event = alle korridorene er med
reading-shares = Et punkt utenfor det vanlige
reading-shares-text = Båndet viser hvor nesten alle målinger vil ligge når ingenting er endret. Det er bredere når få er med, for da betyr hver enkelt mer. En rute som ligger utenfor båndet, er verdt å undersøke: Hva skjedde den måneden? Svaret kan være en feil i tallene, en tilfeldighet eller noe å lære av.
reading-shares-title = Andel legemiddellister med avvik
reading-shares-event = nytt journalsystem
reading-levels = To nivåer: før og etter
reading-levels-text = Når et nytt nivå har vart lenge nok, kan diagrammet deles. Hver del får sin egen linje og sitt eget bånd, og setningen under sier hvor mye nivået endret seg. Del bare når dere vet hva som ble gjort, ikke fordi det ser penere ut.
reading-levels-title = Trykksår per 1 000 døgn
reading-levels-event = snuplan i bruk hos alle
reading-begun = Når dere nettopp har begynt
reading-begun-text = Med færre enn tolv målinger er grensene foreløpige, og de vil flytte seg. Målet er linjen dere vil nå. Det kan heves eller senkes underveis. De tomme månedene til høyre er tiden dere har igjen.
reading-begun-title = Dager fra henvisning til første besøk
reading-seldom = Det som skjer sjelden
reading-seldom-text = Når noe skjer bare en gang iblant, blir det nesten bare nuller å telle. Tell heller dagene mellom hver gang. Her er høyere bedre: jo lengre det går mellom hver hendelse, jo tryggere er det.
reading-seldom-title = Dager mellom alvorlige fall

reading-many = Flere avdelinger side om side
reading-many-text = Alle fire har samme skala, så nivåene kan sammenlignes. Legg merke til at avdelingene har hver sin historie: to ligger i ro, én er blitt bedre og én er på vei i feil retning. Et snitt av alle fire ville skjult det.
reading-many-measure = Fall per måned
reading-numbers-of = Tallene for { $name }
reading-ward-1 = Fjellstua
reading-ward-2 = Sjøstua
reading-ward-3 = Lia
reading-ward-4 = Tunet
reading-together = Alle målingene på ett sted
reading-together-text = Tabellen samler målingene over. Den sier det samme som setningen under hvert diagram: om noe har endret seg, og om nivået når målet.
