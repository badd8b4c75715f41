# Å byrje frå det andre har delt, og å dele sitt eige arbeid med alle.

sharing-question-aim = Kva vil de oppnå?
sharing-question-measure = Korleis veit de at det blir betre?
sharing-question-change = Kva kan de prøve?
sharing-more = Vil de seie meir no?
sharing-more-measure = Tel noko anna
sharing-model = Byggjer på
sharing-model-thanks = Takk til dei som delte. Sida dykkar leier tilbake dit.
sharing-model-measures = Dette blir målt:
sharing-example = Vel noko å telje
sharing-example-help = Det de vel, kan endrast sidan. Finn de ikkje det de vil telje, opnar de «Tel noko anna» under.
sharing-example-weight = Ernæring: bebuarar som held vekta
sharing-example-weight-name = Bebuarar som held vekta
sharing-example-weight-held = Heldt vekta
sharing-example-weight-all = Vart vegne
sharing-example-falls = Fall: kor mange fall
sharing-example-falls-name = Fall
sharing-example-night = Ernæring: korte nok nattefastar
sharing-example-night-name = Netter med under 11 timars faste
sharing-example-night-short = Under 11 timar
sharing-example-night-all = Netter som vart målte
sharing-example-medicine = Legemiddel: gjennomgangar til rett tid
sharing-example-medicine-name = Legemiddelgjennomgangar til rett tid
sharing-example-medicine-done = Gjort til rett tid
sharing-example-medicine-all = Skulle vore gjort
sharing-example-infection = Smittevern: urinvegsinfeksjonar per 1000 døgn
sharing-example-infection-name = Urinvegsinfeksjonar per 1000 bebuardøgn
sharing-example-infection-new = Nye urinvegsinfeksjonar
sharing-example-infection-days = Bebuardøgn
sharing-example-hands = Smittevern: handhygiene
sharing-example-hands-name = Handhygiene utført når ho skal
sharing-example-hands-done = Utført
sharing-example-hands-all = Observasjonar
sharing-example-matters = Kva er viktig for deg: samtalar som er haldne
sharing-example-matters-name = Bebuarar som har hatt samtalen «Kva er viktig for deg?»
sharing-example-matters-asked = Har hatt samtalen
sharing-example-matters-all = Bebuarar i alt
sharing-example-ulcers = Trykksår: nye trykksår
sharing-example-ulcers-name = Nye trykksår
sharing-numbers = Dei første tala
sharing-numbers-help = Eitt på kvar linje, det nyaste nedst: «19 av 24» eller «7». Med tid framfor går òg «mars 2025: 7». De kan vente med dette.
sharing-fault-many = Her er det plass til { $max } tal. Legg inn resten etterpå.
sharing-fault-time = Tidspunktet på linje { $line } vart ikkje forstått. Skriv det til dømes som «mars 2025: 7» eller «veke 9: 7».
sharing-fault-number = Talet på linje { $line } vart ikkje forstått. Skriv det til dømes som «7» eller «19 av 24».
sharing-fault-future = Tidspunktet på linje { $line } har ikkje vore enno.
sharing-fault-twice = Linje { $line } har same tidspunkt som ei anna linje.
sharing-handed-in = Vala er lagra. Sida om arbeidet blir skriven av andre no, og det de delte, er sendt til dei for å bli sett over.
sharing-share = Del arbeidet med alle
sharing-share-lead = Vel kva som skal visast. Så får de eit utkast til ei offentleg side, som de ser over før det blir publisert.
sharing-guard = Tal som gjeld færre enn { $least } personar, kan peike på enkeltpersonar og blir aldri publiserte.
sharing-says = Dette seier diagramma
sharing-no-measures = Arbeidet har ingen målingar enno. Målet og det de har prøvd, kan delast likevel.
sharing-measure-shown = Vis diagrammet, slik det er i dag
sharing-measure-people = Tala tel personar
sharing-measure-live = La sida følgje tala vidare
sharing-measure-open = Gjer tala til opne data (CSV og JSON)
sharing-few = { $count ->
    [one] Eitt tal gjeld færre enn { $least }. Tel det personar, blir det halde tilbake.
   *[other] { $count } tal gjeld færre enn { $least }. Tel dei personar, blir dei haldne tilbake.
}
sharing-outcome = Korleis gjekk det?
sharing-outcome-help = Sei det som det er. Også det som ikkje verka, er til hjelp for andre.
sharing-evidence = Kva byggjer de det på?
sharing-evidence-help = Til dømes «Medianen gjekk frå 62 til 81 prosent, og nivået har halde seg i seks månader».
sharing-make-draft = Lag utkast til offentleg side
sharing-note = Tala og arbeidet slik dei var, frå arbeidsrommet
sharing-work = Målet og tala
sharing-aim-whom = For kven
sharing-aim-much = Kor mykje
sharing-aim-by = Innan
sharing-live = Følgjer tala vidare.
sharing-as-of = Slik det var { $day }.
sharing-withheld = { $count ->
    [one] Eitt tal er halde tilbake fordi det gjeld færre enn { $least } personar.
   *[other] { $count } tal er haldne tilbake fordi dei gjeld færre enn { $least } personar.
}
sharing-open = Tala er opne data:
sharing-not-ranked = Tala er til for å bli betre, ikkje for å rangere folk eller stader.
sharing-unproven = Diagrammet viser ikkje noko tydeleg signal om betring.
sharing-drivers = Det som driv målet
sharing-serves = for
sharing-cycles = Det som vart prøvd
sharing-cycle-think = Vi trudde
sharing-cycle-matched = Gjekk det som vi trudde?
sharing-cycle-learned = Vi lærte
