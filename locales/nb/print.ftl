# Papir: utskrift av en tekst, det samme som PDF, og hefter med flere tekster.

print-heading = Utskrift og PDF
# Sidens tittel i nettleserfanen: «Utskrift: Trygge netter».
print-title = Utskrift: { $title }
print-choose = Velg hva som skal med
print-choose-help = Kryss av, og se resultatet under. Bare det du har valgt, kommer på papiret.
print-chapters = Kapitler
print-facts = Opplysninger
print-picture = Bilde
print-picture-tick = Ta med bildet
# Det som står før den første overskriften i teksten.
print-opening = Innledning
print-nothing = Du må krysse av minst én ting for å få noe på papiret.
print-show = Vis det jeg har valgt
print-pdf = Last ned som PDF
print-how = Skriv ut med nettleserens egen utskrift (Ctrl+P eller ⌘P). Skjemaet her kommer ikke med på papiret.
print-back = Tilbake til teksten

## I PDF-en

print-made = Laget { $day }
# «Side 2 av 9».
print-page = Side
print-of = av
print-fact-centre = Senter
print-fact-themes = { $count ->
    [one] Tema
   *[other] Tema
 }
print-fact-counties = { $count ->
    [one] Fylke
   *[other] Fylker
 }
print-fact-municipalities = { $count ->
    [one] Kommune
   *[other] Kommuner
 }

## Hefte

print-booklet = Hefte
print-booklet-note = { $count ->
    [one] 1 tekst, samlet { $day }
   *[other] { $count } tekster, samlet { $day }
 }
# Bak linjen over, når heftet er av tekster fra en tidligere dag.
print-booklet-then = Slik tekstene var { $day }
print-booklet-heading = Lag et hefte
print-booklet-lead = Samle tekster i én PDF med innholdsliste og sidetall. Et hefte kan ha høyst { $max } tekster. Et stort hefte tar litt tid å lage.
print-booklet-ways = Velg først hva heftet skal handle om. På neste side krysser du av tekstene.
print-booklet-ways-kinds = Alt av ett slag
print-booklet-ways-themes = Et tema
print-booklet-ways-search = Noe du søker etter
print-booklet-of-search = Søk: { $words }
print-booklet-title = Tittel på heftet
print-booklet-title-help = Står på forsiden. Heftet slettes etter et døgn, og vi lagrer ikke hvem som har laget det.
print-booklet-texts = Tekster som skal med
print-booklet-cut = Det er flere enn { $max } tekster. Her er de første. Avgrens listen for å få andre.
print-booklet-all = Kryss av alle
print-booklet-none = Fjern alle kryss
print-booklet-read = Les
print-booklet-order = Lag heftet
print-booklet-cancel = Avbryt
print-booklet-empty = Det er ingen tekster å lage hefte av her.
# På et skjema som kom hit uten noe å krysse av.
print-booklet-choose = Velg hva heftet skal handle om

print-booklet-carried = { $count ->
    [one] Den ene teksten du valgte, er med fremdeles.
   *[other] De { $count } tekstene du valgte, er med fremdeles.
 }
print-fault-none = Kryss av minst én tekst.
print-fault-too-many = Du har krysset av flere enn { $max } tekster.
print-fault-gone = { $count ->
    [one] Én av tekstene du krysset av, er ikke her lenger. De andre er krysset av fremdeles. Se over dem, og lag heftet på nytt.
   *[other] { $count } av tekstene du krysset av, er ikke her lenger. De andre er krysset av fremdeles. Se over dem, og lag heftet på nytt.
 }
print-fault-all-gone = Ingen av tekstene du krysset av, er her lenger. Kryss av minst én annen.
print-fault-title-missing = Skriv en tittel på heftet.
print-fault-title-long = Tittelen kan ha høyst { $max } tegn.
print-fault-title-identity = Tittelen ser ut til å inneholde et fødselsnummer. Ta det bort.
print-fault-title-control = Tittelen har et tegn vi ikke kan bruke. Skriv den på nytt.
print-fault-too-often = { $max ->
    [one] Herfra er det laget mange PDF-er på kort tid. Det du valgte, er her ennå: Vent 1 minutt, og prøv på nytt.
   *[other] Herfra er det laget mange PDF-er på kort tid. Det du valgte, er her ennå: Vent { $max } minutter, og prøv på nytt.
 }

## Mens heftet blir laget

print-stage-waiting = Heftet står i kø.
print-stage-gathering = Henter tekster og bilder: { $done } av { $total }.
print-stage-setting = { $count ->
    [one] Setter sidene til 1 tekst.
   *[other] Setter sidene til { $count } tekster.
 }
print-stage-done = Heftet er ferdig.
print-stage-failed = Heftet kunne ikke lages.
print-failed-help = Feilen er vår, og den er skrevet ned hos oss. Prøv gjerne med færre tekster.
print-progress-label = Så langt er heftet kommet
print-wait = Vent til heftet er ferdig
print-leave = Du kan også gå fra siden og komme tilbake til den samme adressen senere i dag.
print-pages = { $count ->
    [one] 1 side
   *[other] { $count } sider
 }
print-open-pdf = Åpne heftet (PDF)
print-kept-until = Heftet ligger her til { $day }. Last det ned om du vil beholde det.
print-wall-aim = Målet
print-wall-did = Det vi gjorde
print-wall-learned = Det vi lærte
print-wall-numbers = Slik gikk det
print-wall-marks = Merkene i diagrammene
print-wall-more = { $count ->
    [one] Én måling til står på siden om arbeidet.
   *[other] { $count } målinger til står på siden om arbeidet.
}
