# Prosjekt: lista, og sida til eitt prosjekt.

projects-heading = Prosjekt
projects-lead = Kva sjukeheimar og heimetenester har prøvd, og korleis det gjekk.
projects-count = { $count ->
    [0] Ingen prosjekt
    [one] 1 prosjekt
   *[other] { $count } prosjekt
 }

## Filter

projects-filter-outcome = Resultat
projects-filter-status = Status
projects-filter-organisation = Samarbeidspartnar

## Korleis det gjekk

projects-outcome-improved = Betre
projects-outcome-no-change = Inga endring
projects-outcome-worse = Verre
projects-outcome-unclear = Uklart
projects-outcome-not-measured = Ikkje målt

## Kor langt prosjektet er kome

projects-status-planned = Planlagt
projects-status-planned-open = Planlagt då sida sist vart oppdatert
projects-status-ongoing = Pågåande
projects-status-ongoing-open = Pågåande då sida sist vart oppdatert
projects-status-completed = Avslutta
projects-status-stopped = Stoppa
projects-status-was-planned = Var planlagt då sida vart skriven
projects-status-was-ongoing = Var i gang då sida vart skriven

## Forteljinga

# Blir lese opp over resultatet øvst på sida.
projects-says = Kort om resultatet
projects-section-background = Bakgrunn
projects-section-aims = Kva vi ønskte å oppnå
projects-section-aims-now = Kva vi ønskjer å oppnå
projects-section-what-we-do = Kva vi gjer
projects-section-what-we-will-do = Kva vi skal gjere
projects-section-what-we-did = Kva vi gjorde
projects-section-results = Resultat
projects-section-lessons = Kva vi har lært
projects-section-lessons-learnt = Kva vi lærte
projects-section-what-it-took = Kva det kravde
projects-section-how-to-start = Slik kjem de i gang
projects-section-how-to-sustain = Slik held de det ved like
projects-partners = Samarbeidspartnarar
projects-sources = Viktige kjelder i arbeidet
projects-materials = Materiell

## Fakta

projects-fact-status = Status
projects-fact-period = Periode
projects-fact-centre = Senter
projects-fact-responsible = { $count ->
    [one] Ansvarleg
   *[other] Ansvarlege
 }
projects-fact-leaders = { $count ->
    [one] Leiar
   *[other] Leiarar
 }
projects-fact-funders = Finansiert av
# Likt i eintal og fleirtal på nynorsk, men ikkje på alle språk.
projects-fact-themes = { $count ->
    [one] Tema
   *[other] Tema
 }
projects-fact-counties = { $count ->
    [one] Fylke
   *[other] Fylke
 }
projects-fact-municipalities = { $count ->
    [one] Kommune
   *[other] Kommunar
}
projects-fact-aim = Mål
projects-fact-users = Brukarar og pårørande
projects-fact-anchoring = Forankring

projects-ask-heading = Vil de gjere det same?

# Kva eitt av slaget heiter.
projects-word = Prosjekt
# I lista over kva ei utgåve endra.
projects-field-responsible = Ansvarleg
projects-field-leaders = Leiing

## Skjemaet

projects-responsible-help = Kommunen, sjukeheimen eller eininga som står bak. Éin på kvar linje.
projects-leader = Leiar
projects-leader-add = Legg til leiar
projects-leader-role = Rolle
projects-leader-role-help = Til dømes prosjektleiar eller fagutviklingssjukepleiar.
projects-leader-name = Namn
projects-leader-name-help = Berre om personen har sagt ja til å stå her.
projects-aim-help = Kva som skulle bli betre, kor mykje, og når.
projects-users-help = Korleis brukarar og pårørande var med.
projects-anchoring-help = Kven som bestemte det, og kva plan det høyrer til.
projects-outcome-note = Resultatet i éi setning
projects-outcome-note-help = Gjerne med tal: «Falla gjekk frå 12 til 4 i månaden.»
projects-story = Forteljinga
projects-story-help = Skriv dei delane de har noko å seie om. Ein del kan stå tom, men sjekklista minner om han, og den som godkjenner, får vite det.
projects-materials-help = Skjema, lysbilete og anna som andre kan bruke.
