# Å begynne fra det andre har delt, og å dele sitt eget arbeid med alle.

sharing-question-aim = Hva vil dere oppnå?
sharing-question-measure = Hvordan vet dere at det blir bedre?
sharing-question-change = Hva kan dere prøve?
sharing-more = Vil dere si mer nå?
sharing-more-measure = Tell noe annet
sharing-model = Bygger på
sharing-model-thanks = Takk til dem som delte. Siden deres leder tilbake dit.
sharing-model-measures = Dette blir målt:
sharing-example = Velg noe å telle
sharing-example-help = Det dere velger, kan endres siden. Finner dere ikke det dere vil telle, åpner dere «Tell noe annet» under.
sharing-example-weight = Ernæring: beboere som holder vekta
sharing-example-weight-name = Beboere som holder vekta
sharing-example-weight-held = Holdt vekta
sharing-example-weight-all = Ble veid
sharing-example-falls = Fall: hvor mange fall
sharing-example-falls-name = Fall
sharing-example-night = Ernæring: korte nok nattefaster
sharing-example-night-name = Netter med under 11 timers faste
sharing-example-night-short = Under 11 timer
sharing-example-night-all = Netter som ble målt
sharing-example-medicine = Legemidler: gjennomganger til rett tid
sharing-example-medicine-name = Legemiddelgjennomganger til rett tid
sharing-example-medicine-done = Gjort til rett tid
sharing-example-medicine-all = Skulle vært gjort
sharing-example-infection = Smittevern: urinveisinfeksjoner per 1000 døgn
sharing-example-infection-name = Urinveisinfeksjoner per 1000 beboerdøgn
sharing-example-infection-new = Nye urinveisinfeksjoner
sharing-example-infection-days = Beboerdøgn
sharing-example-hands = Smittevern: håndhygiene
sharing-example-hands-name = Håndhygiene utført når den skal
sharing-example-hands-done = Utført
sharing-example-hands-all = Observasjoner
sharing-example-matters = Hva er viktig for deg: samtaler som er holdt
sharing-example-matters-name = Beboere som har hatt samtalen «Hva er viktig for deg?»
sharing-example-matters-asked = Har hatt samtalen
sharing-example-matters-all = Beboere i alt
sharing-example-ulcers = Trykksår: nye trykksår
sharing-example-ulcers-name = Nye trykksår
sharing-numbers = De første tallene
sharing-numbers-help = Ett på hver linje, det nyeste nederst: «19 av 24» eller «7». Med tid foran går også «mars 2025: 7». Dere kan vente med dette.
sharing-fault-many = Her er det plass til { $max } tall. Legg inn resten etterpå.
sharing-fault-time = Tidspunktet på linje { $line } ble ikke forstått. Skriv det for eksempel som «mars 2025: 7» eller «uke 9: 7».
sharing-fault-number = Tallet på linje { $line } ble ikke forstått. Skriv det for eksempel som «7» eller «19 av 24».
sharing-fault-future = Tidspunktet på linje { $line } har ikke vært ennå.
sharing-fault-twice = Linje { $line } har samme tidspunkt som en annen linje.
sharing-handed-in = Valgene er lagret. Siden om arbeidet skrives av andre nå, og det dere delte, er sendt til dem for å bli sett over.
sharing-share = Del arbeidet med alle
sharing-share-lead = Velg hva som skal vises. Så får dere et utkast til en offentlig side, som dere ser over før det blir publisert.
sharing-guard = Tall som gjelder færre enn { $least } personer, kan peke på enkeltpersoner og blir aldri publisert.
sharing-says = Dette sier diagrammene
sharing-no-measures = Arbeidet har ingen målinger ennå. Målet og det dere har prøvd, kan deles likevel.
sharing-measure-shown = Vis diagrammet, slik det er i dag
sharing-measure-people = Tallene teller personer
sharing-measure-live = La siden følge tallene videre
sharing-measure-open = Gjør tallene til åpne data (CSV og JSON)
sharing-few = { $count ->
    [one] Ett tall gjelder færre enn { $least }. Teller det personer, blir det holdt tilbake.
   *[other] { $count } tall gjelder færre enn { $least }. Teller de personer, blir de holdt tilbake.
}
sharing-outcome = Hvordan gikk det?
sharing-outcome-help = Si det som det er. Også det som ikke virket, er til hjelp for andre.
sharing-evidence = Hva bygger dere det på?
sharing-evidence-help = For eksempel «Medianen gikk fra 62 til 81 prosent, og nivået har holdt seg i seks måneder».
sharing-make-draft = Lag utkast til offentlig side
sharing-note = Tallene og arbeidet slik de var, fra arbeidsrommet
sharing-work = Målet og tallene
sharing-aim-whom = For hvem
sharing-aim-much = Hvor mye
sharing-aim-by = Innen
sharing-live = Følger tallene videre.
sharing-as-of = Slik det var { $day }.
sharing-withheld = { $count ->
    [one] Ett tall er holdt tilbake fordi det gjelder færre enn { $least } personer.
   *[other] { $count } tall er holdt tilbake fordi de gjelder færre enn { $least } personer.
}
sharing-open = Tallene er åpne data:
sharing-not-ranked = Tallene er til for å bli bedre, ikke for å rangere folk eller steder.
sharing-unproven = Diagrammet viser ikke noe tydelig signal om bedring.
sharing-drivers = Det som driver målet
sharing-serves = for
sharing-cycles = Det som ble prøvd
sharing-cycle-think = Vi trodde
sharing-cycle-matched = Gikk det som vi trodde?
sharing-cycle-learned = Vi lærte
