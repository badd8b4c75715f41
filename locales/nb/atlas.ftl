# Nettverket gjennom tiden: sidene for sentre, fylker og kommuner.

atlas-per = Vis hvordan det var
atlas-per-help = Et år eller en dato, som 2008, juni 2017 eller 1.6.2017. Et år vises slik det var ved årets slutt.
atlas-per-show = Vis
atlas-per-today = Tilbake til i dag
atlas-epochs = Da ordningen ble en annen:
atlas-today = I dag
atlas-count-on = { $count ->
    [0] { $date } var det ingen sentre som kildene vet om.
    [one] { $date } var det ett senter.
   *[other] { $date } var det { $count } sentre.
 }
atlas-count-today = { $count ->
    [one] I dag er det ett senter.
   *[other] I dag er det { $count } sentre.
 }
atlas-open-data = Åpne data:
atlas-counties-link = Fylker og kommuner
atlas-about-page = Om denne siden
atlas-example = Noe av det som står her, er diktet opp for å vise hvordan siden ser ut. Det er merket.
atlas-absent = Senteret var ikke til { $date }.
atlas-came-after = Etter det kom
atlas-now = nå { $name }
atlas-now-then = da { $name }
atlas-served = Kommuner senteret er til for
atlas-served-lead = { $count ->
    [one] Én kommune, slik den het { $date }.
   *[other] { $count } kommuner, slik de het { $date }.
 }
atlas-done = Gjort av senteret
atlas-done-none = Her er det ikke lagt inn noe fra senteret ennå.
atlas-done-here = Gjort her
atlas-done-here-none = Ingen har lagt inn noe herfra ennå.
atlas-works-more = Se alle { $all }
atlas-duties = Oppdrag og avtaler
atlas-council = Fag- og samarbeidsråd
atlas-line = Før og etter
atlas-history = Alt som er sagt, og av hvem
atlas-history-open = { $count ->
    [one] Vis alt fra 1 kilde
   *[other] Vis alt fra { $count } kilder
 }
atlas-history-lead = Hver opplysning har en kilde. Er kildene ikke enige, står begge.
atlas-column-centre = Senter
atlas-disputed = Kildene er ikke enige.
atlas-fact-hosts = { $count ->
    [one] Vertskommune
   *[other] Vertskommuner
 }
atlas-fact-satellites = { $count ->
    [one] Satellittkommune
   *[other] Satellittkommuner
 }
atlas-fact-when = Når
atlas-contact = Skriv til senteret
atlas-counties = Fylker
atlas-counties-lead = Fylkene og kommunene slik de var på en dag, med sentrene som var til for dem.
atlas-counties-count = { $count ->
    [one] Ett fylke { $date }.
   *[other] { $count } fylker { $date }.
 }
atlas-counties-none = Registeret over fylker begynner i 1999.
atlas-county = Fylke
atlas-county-absent = Fylket var ikke til { $date }.
atlas-county-centres = Sentre
atlas-no-centre = Kildene vet ikke om noe senter her.
atlas-municipalities-count = { $count ->
    [one] Én kommune
   *[other] { $count } kommuner
 }
atlas-municipalities = Kommuner
atlas-municipality = Kommune
atlas-municipality-centres = Sentre for kommunen
atlas-municipality-units = Enheter i kommunen
atlas-municipality-absent = Kommunen var ikke til under dette nummeret { $date }.
atlas-then = { $count ->
    [one] Da var det
   *[other] Da var det dette:
 }
atlas-names = Navn under dette nummeret
atlas-changes = Hva som ble til hva
atlas-became = Ble til
atlas-number-after = Fikk nytt nummer:
atlas-number-before = Hadde før et annet nummer:
atlas-came-of = Ble til av
atlas-moved-to = { $count ->
    [one] Én kommune gikk til
   *[other] { $count } kommuner gikk til
 }
atlas-moved-from = { $count ->
    [one] Én kommune kom fra
   *[other] { $count } kommuner kom fra
 }
atlas-places-source = Kommuner og fylker: Statistisk sentralbyrå (SSB), KLASS, CC BY 4.0.
atlas-what-exists = Slag
atlas-what-name = Navn
atlas-what-area = Område
atlas-what-host = Vert
atlas-what-satellite = Satellitt
atlas-what-contact = Kontakt
atlas-what-mandate = Samfunnsoppdrag
atlas-what-priority = Satsingsområde
atlas-what-region = Region
atlas-what-responsible = Ansvarlig
atlas-what-anchoring = Forankret i
atlas-what-placement = Godkjent praksissted
atlas-what-predecessor = Kom etter
atlas-what-agreement = Samarbeidsavtale
atlas-what-council = Medlem av rådet
atlas-what-meeting = Møte i rådet
atlas-file-mandate = Mandatet
atlas-file-agreement = Avtalen
atlas-file-minutes = Referatet fra møtet { $date }

## Liste, kart og tidslinje

atlas-views = Visning
atlas-view-list = Liste
atlas-view-map = Kart
atlas-view-timeline = Tidslinje
atlas-map-heading = På kartet
atlas-map-title = Hvem sentrene var til for { $date }
atlas-map-title-today = Hvem sentrene er til for i dag, { $date }
atlas-map-title-county-today = Fylkene i dag, { $date }
atlas-map-title-county = Fylkene { $date }
atlas-map-colours = Det kartet viser
atlas-map-by-centre = Sentre
atlas-map-by-county = Fylker
atlas-map-older = Kartet tegner kommunene slik de er i dag, med senter og fylke fra { $date }. Er flere kommuner slått sammen siden, gjelder det for den som har beholdt navnet. Har ingen av dem det, gjelder det for en i det fylket som de fleste av dem lå i, og ellers for den med lavest nummer. De som lå i et annet fylke, har det i parentes.
atlas-map-no-centre = Senter ikke kjent
atlas-map-no-county = Fylket er ikke kjent
atlas-map-municipalities = { $count ->
    [one] én kommune
   *[other] { $count } kommuner
 }
# Leses opp etter navnet på området: «Nordland: USHT Nordland, 41 kommuner».
atlas-map-about = { $centres }, { $count ->
    [one] én kommune
   *[other] { $count } kommuner
 }
atlas-map-was = { $name } (da: { $then })
# En kommune som er slått sammen av deler med hvert sitt senter.
atlas-map-also = { $name } (også { $centres })
atlas-map-host = Vertskommune
atlas-map-satellite = Satellittkommune
atlas-map-unmapped = Ikke på kartet, fordi kildene ikke sier hvilke kommuner de er til for:
atlas-map-table = Det samme i en tabell
atlas-map-area = Område
atlas-map-of-county = Kommunene i { $name }
atlas-map-of-municipality = { $name } og resten av { $county }
atlas-years-title = Sentrene fra 1999 til i dag
atlas-years-none = Her er det ikke lagt inn noen sentre ennå.
atlas-years-skip = Hopp over tidslinjen
atlas-years-read = En tagget kant er en tid som bare er kjent omtrent. En spiss er et senter som fortsatt er til. Tre prikker er en vert det ikke er plass til, et spørsmålstegn en vert som ikke er kjent.
atlas-years-unknown = vert ikke kjent
atlas-years-bar = { $name }, vert: { $hosts }
atlas-years-list = År for år
atlas-years-merged = Slått sammen: { $kind }
atlas-years-moved = Nye verter
atlas-years-ended = Kildene sier ikke hva som kom etter
atlas-years-after = Kom etter

## Det som er sikkert, og det som kan være

atlas-per-period = «{ $typed }» vises slik det var { $date }.
atlas-per-malformed = Skriv et år eller en dato, som 2008, juni 2017, 1.6.2017 eller 2017-06-01.
atlas-count-least = { $date } var det minst { $least }, kanskje { $most } sentre. Kildene sier ikke hvilken dag de andre begynte.
atlas-count-perhaps = { $count ->
    [one] { $date } var det kanskje ett senter. Kildene sier ikke hvilken dag det begynte.
   *[other] { $date } var det kanskje { $count } sentre. Kildene sier ikke hvilken dag de begynte.
 }
atlas-count-either = { $date } var det enten { $old } sentre eller de { $new } som kom etter. Kildene sier ikke hvilken dag ordningen ble en annen.
atlas-maybe-later = Kan ha begynt senere dette året.
atlas-maybe-unknown = Kilden sier ikke når det begynte.
atlas-maybe-before = Kan ha sluttet før denne dagen.
atlas-latest = Siste kilde som sier at de er til, er fra { $year }.
atlas-latest-newer = { $count ->
    [one] Én nyere opplysning er fra { $year }.
   *[other] { $count } nyere opplysninger, den siste fra { $year }.
 }
atlas-absent-not-yet = Fantes ikke ennå
atlas-absent-then = Fantes ikke den dagen
atlas-absent-number = Har fått nytt nummer
atlas-absent-number-then = Hadde et annet nummer den dagen
atlas-absent-no-more = Finnes ikke lenger
atlas-dated = Her står det slik det var { $date }.
atlas-open = Hvem senteret er til for
atlas-open-lead = Kildene sier ikke hvilke kommuner senteret er til for. Derfor er det ikke tegnet på kartet.
atlas-open-counties = Det kan gjelde kommuner i
atlas-maybe-heading = Kan også gjelde her
atlas-maybe-lead = Kildene sier ikke hvilke kommuner disse sentrene er til for.
atlas-maybe-here = Kan også gjelde her:
atlas-host-of = Vert for
atlas-satellite-of = Satellitt for
atlas-fact-confirmed = Sist bekreftet av en kilde
atlas-contact-none = Her er det ikke oppgitt noen å skrive til.
atlas-contact-host = Vertskommunen { $name } har sitt eget nettsted og kan vise deg videre:
atlas-contact-network = Skriv til dem som driver nettstedet
atlas-source-file = Fil i kildearkivet:
atlas-used = Tatt i bruk her
atlas-used-lead = Brukt i arbeid herfra.
atlas-used-none = Ingen har meldt at de har tatt noe i bruk ennå.
atlas-used-how = Når et prosjekt herfra sier hvilke verktøy og pakker det bruker, står de her.
atlas-used-tools = Se verktøyene
atlas-all-municipalities = Alle kommuner, fylke for fylke
atlas-municipalities-lead = Kommunene slik de var på en dag, med sentrene og det som er gjort på siden til hver av dem.
atlas-municipalities-on = { $count ->
    [one] Én kommune { $date }.
   *[other] { $count } kommuner { $date }.
 }
atlas-gave = Ga fra seg en del til
atlas-took = Fikk en del av
atlas-map-satellites = Satellitt: { $names }
atlas-map-disputed = Kildene er ikke enige om vert eller satellitt i:
atlas-years-narrow = Tidslinjen trenger en bredere skjerm. Det samme står år for år under.
atlas-years-ring = En ring er et skifte av vert: en annen enn den kildene nevnte sist.
atlas-years-bar-moved = { $bar }; før det { $from }
atlas-years-elsewhere = En annen vert enn den siste kildene nevner før

## Dager som ikke er kommet ennå

atlas-per-ahead = { $date } er ikke kommet ennå. Her står det som er kjent i dag.
atlas-per-period-ahead = «{ $typed }» vises som { $date }.
atlas-count-ahead = { $count ->
    [0] Slik det er kjent i dag, er det ingen sentre { $date }.
    [one] Slik det er kjent i dag, er det ett senter { $date }.
   *[other] Slik det er kjent i dag, er det { $count } sentre { $date }.
 }
atlas-map-title-ahead = Hvem sentrene er til for { $date }, slik det er kjent i dag
atlas-absent-ahead = Senteret er ikke til { $date }.
atlas-county-absent-ahead = Fylket er ikke til { $date }.
atlas-municipality-absent-ahead = Kommunen er ikke til under dette nummeret { $date }.
atlas-then-ahead = { $count ->
    [one] Da er det
   *[other] Da er det dette:
 }
