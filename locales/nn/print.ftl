# Papir: utskrift av ein tekst, det same som PDF, og hefte med fleire tekstar.

print-heading = Utskrift og PDF
# Tittelen i nettlesarfana: «Utskrift: Trygge netter».
print-title = Utskrift: { $title }
print-choose = Vel kva som skal med
print-choose-help = Kryss av, og sjå resultatet under. Berre det du har valt, kjem på papiret.
print-chapters = Kapittel
print-facts = Opplysningar
print-picture = Bilete
print-picture-tick = Ta med biletet
# Det som står før den første overskrifta i teksten.
print-opening = Innleiing
print-nothing = Du må krysse av minst éin ting for å få noko på papiret.
print-show = Vis det eg har valt
print-pdf = Last ned som PDF
print-how = Skriv ut med utskrifta i nettlesaren (Ctrl+P eller ⌘P). Skjemaet her kjem ikkje med på papiret.
print-back = Tilbake til teksten

## I PDF-en

print-made = Laga { $day }
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
   *[other] Fylke
 }
print-fact-municipalities = { $count ->
    [one] Kommune
   *[other] Kommunar
 }

## Hefte

print-booklet = Hefte
print-booklet-note = { $count ->
    [one] 1 tekst, samla { $day }
   *[other] { $count } tekstar, samla { $day }
 }
# Bak linja over, når heftet er av tekstar frå ein tidlegare dag.
print-booklet-then = Slik tekstane var { $day }
print-booklet-heading = Lag eit hefte
print-booklet-lead = Samle tekstar i éin PDF med innhaldsliste og sidetal. Eit hefte kan ha høgst { $max } tekstar. Eit stort hefte tek litt tid å lage.
print-booklet-ways = Vel først kva heftet skal handle om. På neste side kryssar du av tekstane.
print-booklet-ways-kinds = Alt av eitt slag
print-booklet-ways-themes = Eit tema
print-booklet-ways-search = Noko du søkjer etter
print-booklet-of-search = Søk: { $words }
print-booklet-title = Tittel på heftet
print-booklet-title-help = Står på framsida. Heftet blir sletta etter eit døgn, og vi lagrar ikkje kven som har laga det.
print-booklet-texts = Tekstar som skal med
print-booklet-cut = Det er fleire enn { $max } tekstar. Her er dei første. Avgrens lista for å få andre.
print-booklet-all = Kryss av alle
print-booklet-none = Fjern alle kryss
print-booklet-read = Les
print-booklet-order = Lag heftet
print-booklet-cancel = Avbryt
print-booklet-empty = Det er ingen tekstar å lage hefte av her.
# På eit skjema som kom hit utan noko å krysse av.
print-booklet-choose = Vel kva heftet skal handle om

print-booklet-carried = { $count ->
    [one] Den eine teksten du valde, er med framleis.
   *[other] Dei { $count } tekstane du valde, er med framleis.
 }
print-fault-none = Kryss av minst éin tekst.
print-fault-too-many = Du har kryssa av fleire enn { $max } tekstar.
print-fault-gone = { $count ->
    [one] Éin av tekstane du kryssa av, er ikkje her lenger. Dei andre er kryssa av framleis. Sjå over dei, og lag heftet på nytt.
   *[other] { $count } av tekstane du kryssa av, er ikkje her lenger. Dei andre er kryssa av framleis. Sjå over dei, og lag heftet på nytt.
 }
print-fault-all-gone = Ingen av tekstane du kryssa av, er her lenger. Kryss av minst éin annan.
print-fault-title-missing = Skriv ein tittel på heftet.
print-fault-title-long = Tittelen kan ha høgst { $max } teikn.
print-fault-title-identity = Det ser ut til at tittelen inneheld eit fødselsnummer. Ta det bort.
print-fault-title-control = Tittelen har eit teikn vi ikkje kan bruke. Skriv han på nytt.
print-fault-too-often = { $max ->
    [one] Herifrå er det laga mange PDF-ar på kort tid. Det du valde, er her enno: Vent 1 minutt, og prøv på nytt.
   *[other] Herifrå er det laga mange PDF-ar på kort tid. Det du valde, er her enno: Vent { $max } minutt, og prøv på nytt.
 }

## Medan heftet blir laga

print-stage-waiting = Heftet står i kø.
print-stage-gathering = Hentar tekstar og bilete: { $done } av { $total }.
print-stage-setting = { $count ->
    [one] Set sidene til 1 tekst.
   *[other] Set sidene til { $count } tekstar.
 }
print-stage-done = Heftet er ferdig.
print-stage-failed = Heftet kunne ikkje lagast.
print-failed-help = Feilen er vår, og han er skriven ned hos oss. Prøv gjerne med færre tekstar.
print-progress-label = Så langt er heftet kome
print-wait = Vent til heftet er ferdig
print-leave = Du kan òg gå frå sida og kome tilbake til den same adressa seinare i dag.
print-pages = { $count ->
    [one] 1 side
   *[other] { $count } sider
 }
print-open-pdf = Opne heftet (PDF)
print-kept-until = Heftet ligg her til { $day }. Last det ned om du vil ha det.
print-wall-aim = Målet
print-wall-did = Det vi gjorde
print-wall-learned = Det vi lærte
print-wall-numbers = Slik gjekk det
print-wall-marks = Merka i diagramma
print-wall-more = { $count ->
    [one] Éi måling til står på sida om arbeidet.
   *[other] { $count } målingar til står på sida om arbeidet.
}
