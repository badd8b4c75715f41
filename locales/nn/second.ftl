# Det andre steget i innlogginga: app, passnøklar og reservekodar.

second-heading = Eitt steg til
second-lead = Kontoen din er verna med eit ekstra steg. Skriv koden frå appen, eller bruk passnøkkelen din.
second-none = Det er ikkje noko steg å ta i denne nettlesaren, eller det har gått meir enn 10 minutt.
second-again = Logg inn på nytt
second-log-in = Logg inn
second-code = Kode frå appen
second-code-help = Seks siffer, som skifter kvart halve minutt.
second-first-code-help = Skriv dei seks sifra som appen viser no, så veit vi at det verkar.
second-recovery = Reservekode
second-recovery-help = Ein av dei du skreiv ned. Kvar av dei kan brukast éin gong.
second-send = Hald fram
second-or = Eller skriv ein kode:
second-give-up = Avbryt innlogginga
second-use-key = Bruk passnøkkel
second-lost = Har du mista både telefonen, nøkkelen og reservekodane, må ein administrator nullstille steget for deg.
second-other-way = Bruk ein annan måte
second-key-heading = Bruk passnøkkelen din
second-key-lead = Trykk på knappen. Nettlesaren spør deg om passnøkkelen.
second-key-script = Passnøklar verkar ikkje utan skript (JavaScript). Slå det på, eller bruk ein app eller ein reservekode.
second-key-failed = Det gjekk ikkje. Prøv ein gong til, eller bruk ein annan måte.

second-fault-missing = Skriv koden.
second-fault-wrong = Koden er ikkje rett, eller han er alt brukt. Vent på den neste, og prøv igjen.
second-fault-wrong-recovery = Koden er ikkje rett, eller han er alt brukt. Kvar reservekode verkar éin gong: prøv ein av dei andre.
second-fault-first = Koden er ikkje rett. Sjå om klokka på telefonen går rett, og skriv den koden som blir vist no.
second-fault-wait = { $max ->
    [one] Vent 1 sekund før du prøver igjen.
   *[other] Vent { $max } sekund før du prøver igjen.
 }
second-fault-over = Det er ikkje noko steg å ta i denne nettlesaren lenger. Logg inn på nytt.
second-fault-key = Passnøkkelen vart ikkje godteken. Prøv ein gong til, eller bruk ein annan måte.
second-fault-name = Skriv kva du vil kalle passnøkkelen.

## På mi side

second-manage-heading = Ekstra steg i innlogginga
second-manage-lead = Med eit ekstra steg kjem ingen inn som berre har e-posten din. Roller som gjennomlesar, senterleiar, koordinator og administrator gjeld berre når du har teke eit slikt steg.
second-waits = Du har roller som ikkje gjeld enno. Set opp ein app eller ein passnøkkel, så gjeld dei med ein gong.
second-not-fresh = Det er meir enn ein halv time sidan du tok det ekstra steget. Logg ut og inn igjen før du endrar noko her.
second-not-there = Det er alt gjort. Her ser du korleis det er no.
second-since = sidan { $day }
second-app = App som lagar kodar
second-app-about = Ein autentiseringsapp på telefonen, til dømes den som følgjer med telefonen eller ein passordapp. Han verkar utan nett og utan skript.
second-app-add = Set opp ein app
second-app-remove = Ta bort appen
second-app-heading = Set opp appen
second-app-lead = Opne appen, og lat kameraet lese biletet. Du kan òg skrive inn nøkkelen.
second-app-picture = Bilete som appen les
second-app-key = Nøkkelen som tekst:
second-app-here = Opne appen på denne eininga
second-app-confirm = Ta appen i bruk
second-keys = Passnøklar
second-keys-about = Ein nøkkel i telefonen, datamaskina eller ein eigen brikke. Passnøklar treng skript (JavaScript) i nettlesaren.
second-key-add = Lag ein passnøkkel
second-key-add-lead = Gi han eit namn, så du kjenner han att. Nettlesaren spør så kvar han skal liggje.
second-key-name = Namn på passnøkkelen
second-key-name-help = Til dømes «Telefonen min».
second-key-make = Lag passnøkkelen
second-key-remove = Ta bort
second-recovery-codes = Reservekodar
second-recovery-left = { $count ->
    [one] Du har 1 reservekode att.
   *[other] Du har { $count } reservekodar att.
 }
second-recovery-new = Lag nye reservekodar
second-codes-heading = Reservekodane dine
second-codes-lead = Skriv dei ned, og legg dei ein trygg stad. Dei blir viste berre denne eine gongen. Kvar kode slepp deg inn éin gong om du mistar appen eller nøkkelen.
second-codes-void = Dei gamle verkar ikkje lenger.
second-codes-kept = Eg har teke vare på dei
