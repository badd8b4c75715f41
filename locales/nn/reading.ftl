# Slik les du eit diagram.

reading-heading = Slik les du diagramma
reading-lead = Eitt punkt opp eller ned seier lite åleine. Her er diagram som viser kva du skal sjå etter, og korleis du ser om noko verkeleg har endra seg.
reading-contents = Innhald
reading-made-up-label = Om tala
reading-made-up = Tala på denne sida er laga for å vise korleis ein les eit diagram. Dei er ikkje frå noka teneste.

reading-calm = Det svingar alltid litt
reading-calm-text = Linja på tvers er medianen: halvparten av målingane ligg over og halvparten under. Når punkta hoppar tilfeldig på begge sider, er det vanleg variasjon. Då er det ingen vits i å leite etter årsaka til eitt høgt punkt eller rose eitt lågt. Vil de ned på eit lågare nivå, må noko i måten de arbeider på, endrast.
reading-calm-title = Fall per månad på avdelinga
reading-shift = Eit skift: noko er vorte annleis
reading-shift-text = Dei første tolv månadene er utgangsmålinga. Linja derifrå blir ført vidare, så de kan sjå om det nye skil seg frå det gamle. Mange punkt på rad på same side av linja blir kalla eit skift. Det skjer sjeldan av eit slumpetreff, og ringane viser kva punkt det gjeld. Flagga viser kva de prøvde, og når.
reading-shift-title = Andel bebuarar med ernæringsplan
reading-shift-pdsa = måltid i ro i éin korridor
reading-shift-event = alle korridorane er med
reading-shares = Eit punkt utanfor det vanlege
reading-shares-text = Bandet viser kvar nesten alle målingar vil liggje når ingenting er endra. Det er breiare når få er med, for då betyr kvar einskild meir. Ei rute som ligg utanfor bandet, er verd å undersøkje: Kva hende den månaden? Svaret kan vere ein feil i tala, eit slumpetreff eller noko å lære av.
reading-shares-title = Andel legemiddellister med avvik
reading-shares-event = nytt journalsystem
reading-levels = To nivå: før og etter
reading-levels-text = Når eit nytt nivå har vart lenge nok, kan diagrammet delast. Kvar del får si eiga linje og sitt eige band, og setninga under seier kor mykje nivået endra seg. Del berre når de veit kva som vart gjort, ikkje fordi det ser finare ut.
reading-levels-title = Trykksår per 1 000 døgn
reading-levels-event = snuplan i bruk hos alle
reading-begun = Når de nettopp har byrja
reading-begun-text = Med færre enn tolv målingar er grensene førebelse, og dei vil flytte seg. Målet er linja de vil nå. Det kan hevast eller senkast undervegs. Dei tomme månadene til høgre er tida de har att.
reading-begun-title = Dagar frå tilvising til første besøk
reading-seldom = Det som skjer sjeldan
reading-seldom-text = Når noko skjer berre ein gong iblant, blir det nesten berre nullar å telje. Tel heller dagane mellom kvar gong. Her er høgare betre: dess lenger det går mellom kvar hending, dess tryggare er det.
reading-seldom-title = Dagar mellom alvorlege fall

reading-many = Fleire avdelingar side om side
reading-many-text = Alle fire har same skala, så nivåa kan samanliknast. Legg merke til at avdelingane har kvar si historie: to ligg i ro, éi er vorten betre og éi er på veg i feil retning. Eit snitt av alle fire ville skjult det.
reading-many-measure = Fall per månad
reading-numbers-of = Tala for { $name }
reading-ward-1 = Fjellstova
reading-ward-2 = Sjøstova
reading-ward-3 = Lia
reading-ward-4 = Tunet
reading-together = Alle målingane på éin stad
reading-together-text = Tabellen samlar målingane over. Han seier det same som setninga under kvart diagram: om noko har endra seg, og om nivået når målet.
