# Prosjekter: listen, og siden til ett prosjekt.

projects-heading = Prosjekter
projects-lead = Hva sykehjem og hjemmetjenester har prøvd, og hvordan det gikk.
projects-count = { $count ->
    [0] Ingen prosjekter
    [one] 1 prosjekt
   *[other] { $count } prosjekter
 }

## Filtre

projects-filter-outcome = Resultat
projects-filter-status = Status
projects-filter-organisation = Samarbeidspartner

## Hvordan det gikk

projects-outcome-improved = Bedre
projects-outcome-no-change = Ingen endring
projects-outcome-worse = Verre
projects-outcome-unclear = Uklart
projects-outcome-not-measured = Ikke målt

## Hvor langt prosjektet er kommet

projects-status-planned = Planlagt
projects-status-planned-open = Planlagt da siden sist ble oppdatert
projects-status-ongoing = Pågående
projects-status-ongoing-open = Pågående da siden sist ble oppdatert
projects-status-completed = Avsluttet
projects-status-stopped = Stoppet
projects-status-was-planned = Var planlagt da siden ble skrevet
projects-status-was-ongoing = Pågikk da siden ble skrevet

## Fortellingen

# Leses opp over resultatet øverst på siden.
projects-says = Kort om resultatet
projects-section-background = Bakgrunn
projects-section-aims = Hva vi ønsket å oppnå
projects-section-aims-now = Hva vi ønsker å oppnå
projects-section-what-we-do = Hva vi gjør
projects-section-what-we-will-do = Hva vi skal gjøre
projects-section-what-we-did = Hva vi gjorde
projects-section-results = Resultater
projects-section-lessons = Hva vi har lært
projects-section-lessons-learnt = Hva vi lærte
projects-section-what-it-took = Hva det krevde
projects-section-how-to-start = Slik kommer dere i gang
projects-section-how-to-sustain = Slik holder dere det ved like
projects-partners = Samarbeidspartnere
projects-sources = Viktige kilder i arbeidet
projects-materials = Materiell

## Fakta

projects-fact-status = Status
projects-fact-period = Periode
projects-fact-centre = Senter
projects-fact-responsible = { $count ->
    [one] Ansvarlig
   *[other] Ansvarlige
 }
projects-fact-leaders = { $count ->
    [one] Leder
   *[other] Ledere
 }
projects-fact-funders = Finansiert av
# Likt i entall og flertall på bokmål, men ikke på alle språk.
projects-fact-themes = { $count ->
    [one] Tema
   *[other] Tema
 }
projects-fact-counties = { $count ->
    [one] Fylke
   *[other] Fylker
 }
projects-fact-municipalities = { $count ->
    [one] Kommune
   *[other] Kommuner
}
projects-fact-aim = Mål
projects-fact-users = Brukere og pårørende
projects-fact-anchoring = Forankring

projects-ask-heading = Vil dere gjøre det samme?

# Hva ett av slaget heter.
projects-word = Prosjekt
# I listen over hva en utgave endret.
projects-field-responsible = Ansvarlig
projects-field-leaders = Ledelse

## Skjemaet

projects-responsible-help = Kommunen, sykehjemmet eller enheten som står bak. Én på hver linje.
projects-leader = Leder
projects-leader-add = Legg til leder
projects-leader-role = Rolle
projects-leader-role-help = For eksempel prosjektleder eller fagutviklingssykepleier.
projects-leader-name = Navn
projects-leader-name-help = Bare om personen har sagt ja til å stå her.
projects-aim-help = Hva som skulle bli bedre, hvor mye, og når.
projects-users-help = Hvordan brukere og pårørende var med.
projects-anchoring-help = Hvem som bestemte det, og hvilken plan det hører til.
projects-outcome-note = Resultatet i én setning
projects-outcome-note-help = Gjerne med tall: «Fallene gikk fra 12 til 4 i måneden.»
projects-story = Fortellingen
projects-story-help = Skriv de delene dere har noe å si om. En del kan stå tom, men sjekklisten minner om den, og den som godkjenner, får vite det.
projects-materials-help = Skjemaer, lysbilder og annet som andre kan bruke.
