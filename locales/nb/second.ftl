# Det andre trinnet i innloggingen: app, passnøkler og reservekoder.

second-heading = Ett trinn til
second-lead = Kontoen din er beskyttet med et ekstra trinn. Skriv koden fra appen, eller bruk passnøkkelen din.
second-none = Det er ikke noe trinn å ta i denne nettleseren, eller det har gått mer enn 10 minutter.
second-again = Logg inn på nytt
second-log-in = Logg inn
second-code = Kode fra appen
second-code-help = Seks sifre, som skifter hvert halve minutt.
second-first-code-help = Skriv de seks sifrene som appen viser nå, så vet vi at det virker.
second-recovery = Reservekode
second-recovery-help = En av dem du skrev ned. Hver av dem kan brukes én gang.
second-send = Fortsett
second-or = Eller skriv en kode:
second-give-up = Avbryt innloggingen
second-use-key = Bruk passnøkkel
second-lost = Har du mistet både telefonen, nøkkelen og reservekodene, må en administrator nullstille trinnet for deg.
second-other-way = Bruk en annen måte
second-key-heading = Bruk passnøkkelen din
second-key-lead = Trykk på knappen. Nettleseren spør deg om passnøkkelen.
second-key-script = Passnøkler virker ikke uten skript (JavaScript). Slå det på, eller bruk en app eller en reservekode.
second-key-failed = Det gikk ikke. Prøv en gang til, eller bruk en annen måte.

second-fault-missing = Skriv koden.
second-fault-wrong = Koden er ikke riktig, eller den er alt brukt. Vent på den neste, og prøv igjen.
second-fault-wrong-recovery = Koden er ikke riktig, eller den er alt brukt. Hver reservekode virker én gang: prøv en av de andre.
second-fault-first = Koden er ikke riktig. Se om klokka på telefonen går riktig, og skriv den koden som vises nå.
second-fault-wait = { $max ->
    [one] Vent 1 sekund før du prøver igjen.
   *[other] Vent { $max } sekunder før du prøver igjen.
 }
second-fault-over = Det er ikke noe trinn å ta i denne nettleseren lenger. Logg inn på nytt.
second-fault-key = Passnøkkelen ble ikke godtatt. Prøv en gang til, eller bruk en annen måte.
second-fault-name = Skriv hva du vil kalle passnøkkelen.

## På min side

second-manage-heading = Ekstra trinn i innloggingen
second-manage-lead = Med et ekstra trinn kommer ingen inn som bare har e-posten din. Roller som gjennomleser, senterleder, koordinator og administrator gjelder bare når du har tatt et slikt trinn.
second-waits = Du har roller som ikke gjelder ennå. Sett opp en app eller en passnøkkel, så gjelder de med en gang.
second-not-fresh = Det er mer enn en halv time siden du tok det ekstra trinnet. Logg ut og inn igjen før du endrer noe her.
second-not-there = Det er alt gjort. Her ser du hvordan det er nå.
second-since = siden { $day }
second-app = App som lager koder
second-app-about = En autentiseringsapp på telefonen, for eksempel den som følger med telefonen eller en passordapp. Den virker uten nett og uten skript.
second-app-add = Sett opp en app
second-app-remove = Ta bort appen
second-app-heading = Sett opp appen
second-app-lead = Åpne appen, og la kameraet lese bildet. Du kan også skrive inn nøkkelen.
second-app-picture = Bilde som appen leser
second-app-key = Nøkkelen som tekst:
second-app-here = Åpne appen på denne enheten
second-app-confirm = Ta appen i bruk
second-keys = Passnøkler
second-keys-about = En nøkkel i telefonen, datamaskinen eller en egen brikke. Passnøkler trenger skript (JavaScript) i nettleseren.
second-key-add = Lag en passnøkkel
second-key-add-lead = Gi den et navn, så du kjenner den igjen. Nettleseren spør så hvor den skal ligge.
second-key-name = Navn på passnøkkelen
second-key-name-help = For eksempel «Telefonen min».
second-key-make = Lag passnøkkelen
second-key-remove = Ta bort
second-recovery-codes = Reservekoder
second-recovery-left = { $count ->
    [one] Du har 1 reservekode igjen.
   *[other] Du har { $count } reservekoder igjen.
 }
second-recovery-new = Lag nye reservekoder
second-codes-heading = Reservekodene dine
second-codes-lead = Skriv dem ned, og legg dem et trygt sted. De vises bare denne ene gangen. Hver kode slipper deg inn én gang hvis du mister appen eller nøkkelen.
second-codes-void = De gamle virker ikke lenger.
second-codes-kept = Jeg har tatt vare på dem
