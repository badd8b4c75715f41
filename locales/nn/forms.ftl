# Skjema: det som står rundt felta, og kva som kan vere gale i dei.

## Rundt felta

# Bak ei rad eller ei fil. Skjermlesarar les også opp kva for ei.
forms-remove = Fjern
# Eit felt ved sida av vala, for den som vil bruke eit anna ord.
forms-own-word = Eige ord
# Foran tallet, når de er flere.
forms-one-party = Part
# Nettlesarar sender ikkje ei fil på nytt av seg sjølve.
forms-file-again = Vel fila på nytt: { $name }
forms-from = Frå
forms-to = Til
forms-day = Dato
forms-clock = Klokkeslett
forms-help-day = Skriv heile datoen, slik: 14.6.2026
forms-help-sure-date = Til dømes 2019, juni 2019 eller 14.6.2019.
forms-help-date = Til dømes 2019, juni 2019 eller 14.6.2019. Skriv ~ bak for omtrent, slik: 2019~
forms-help-time = Til dømes 14.6.2026 og 09.00. La klokkeslettet stå tomt om det gjeld heile dagen.
forms-help-lines = Éin på kvar linje.

## Det som må rettast

# Øvst på sida: kva felt det gjeld, og kva som er gale.
forms-fault-in = { $field }: { $words }
forms-fault-in-question = { $field } { $words }
forms-fault-in-row = { $field } (nummer { $row }): { $words }
forms-fault-missing = Dette må fyllast ut.
forms-fault-too-long = Teksten er for lang: { $is } teikn, og det er plass til { $max }.
forms-fault-line-too-long = Linje { $line } er for lang. Det er plass til { $max } teikn.
# Byte i eit skjema som ikkje er tekst.
forms-fault-mangled = Nokre av teikna kom ikkje fram. Der står det «�» no. Skriv dei på nytt.
forms-fault-control = Teksten har teikn som ikkje kan brukast. Prøv å skrive han her i staden for å lime han inn.
forms-fault-nested = Her er sitat, lister eller parentesar inni kvarandre i meir enn { $max } lag. Gjer det enklare.
forms-fault-identity = Teksten har noko som ser ut som eit fødselsnummer. Sifra er bytte ut med prikkar og er ikkje lagra. Ta det bort.
forms-fault-masked = Her stod noko som liknar eit fødselsnummer. Sifra er bytte ut med prikkar og er ikkje lagra. Er det noko anna, så skriv det på ein annan måte, til dømes med ord. Kan det stå med prikkar, trykkjer du på knappen ein gong til.
forms-fault-spare = Her stod noko som liknar eit fødselsnummer. Sifra er bytte ut med prikkar og er ikkje lagra. Er det noko anna, seier du det under feltet. Kan det stå med prikkar, trykkjer du på knappen ein gong til.
forms-fault-spare-again = Du har kryssa av for at talet ikkje er eit fødselsnummer, men her står det prikkar. Skriv talet på nytt, eller ta bort krysset.
forms-fault-spare-why = Skriv kva talet er, med minst ti teikn og utan å skrive talet sjølv. Skriv òg talet på nytt der prikkane står.
forms-fault-unknown = Vi kjenner ikkje «{ $value }».
forms-fault-unknown-near = Vi kjenner ikkje «{ $value }». Meiner du { $names }?
forms-fault-several = Fleire heiter «{ $value }». Skriv meir, så vi ser kven du meiner.
forms-fault-which = Fleire heiter «{ $value }»: { $names }. Skriv heile namnet på den du meiner.
forms-fault-address = Skriv heile nettadressa, slik: https://www.kommune.no/side
forms-fault-email = Skriv heile e-postadressa, slik: namn@kommune.no
forms-fault-email-letters = Framfor krøllalfaen i e-postadressa står bokstavar som å, ø eller é, og slike adresser når ikkje brev herifrå fram til. Skriv ei adresse utan dei.
forms-fault-hour = Inga klokke viser dette. Timane går frå 00 til 23 og minutta frå 00 til 59, til dømes 09.00.
forms-fault-isbn = Dette er ikkje eit ISBN. Sjå etter om eit siffer er feil.
forms-fault-issn = Dette er ikkje eit ISSN. Sjå etter om eit siffer er feil.
forms-fault-malformed = Dette er skrive på ein måte vi ikkje forstår.
forms-fault-number = Skriv eit tal med høgst { $decimals } desimalar.
forms-fault-thousand = «{ $typed }» kan vere to tal. Skriv { $thousands } eller { $decimals }, så vi veit kva for eit.
forms-fault-whole-number = Skriv eit heilt tal, berre med siffer.
forms-fault-range = Talet må vere frå { $min } til { $max }.
forms-fault-day = Skriv heile datoen, slik: 14.6.2026
forms-fault-clock = Skriv klokkeslettet slik: 09.00
forms-fault-order = Dette kjem før det som skulle vore først. Har dei bytt plass?
forms-fault-too-many = Her er det plass til { $max }.
forms-fault-too-few = Her må det vere minst { $min }.
forms-fault-twice = Her kom det to svar som ikkje er like. Sjå etter at det rette står att.
forms-fault-not-asked = Dette gjeld ikkje med det du har valt elles. Tøm feltet, eller vel om igjen.

## Filer

forms-fault-file-large = «{ $name }» er for stor. Ei fil kan vere på høgst { $max }.
forms-fault-file-type = «{ $name }» er av eit slag vi ikkje tek imot.
forms-fault-file-cut = «{ $name }» kom ikkje heil fram. Vel fila på nytt.
forms-fault-file-name-only = Berre namnet på fila kom fram. Vel fila på nytt.

## Heile skjemaet

forms-fault-too-large = Det du sende, var for stort. Det er plass til { $max } i alt. Det vi kunne ta med, står her. Sjå etter kva som manglar.
forms-fault-broken-off = Sendinga vart broten. Det som kom fram, står her. Sjå etter kva som manglar, og send på nytt.
forms-fault-no-form = Det som kom, var ikkje eit skjema, og vi kunne ikkje lese det. Fyll ut her, og send på nytt.
forms-fault-unsaved = Vi kan ikkje lagre noko akkurat no, så dette er ikkje sendt. Det du skreiv, er her enno: Vent eit halvt minutt, og send på nytt.
forms-fault-too-many-inputs = Det kom fleire felt enn noko skjema har. Dei siste er ikkje med.
forms-fault-no-field = Skjemaet har ikkje noko felt som heiter «{ $name }». Dette er ikkje med: «{ $value }»
forms-fault-no-fields = { $count ->
    [one] Det kom også 1 anna felt som skjemaet ikkje har.
   *[other] Det kom også { $count } andre felt som skjemaet ikkje har.
 }

forms-spare = Er talet noko anna?
forms-spare-help = Skriv talet på nytt der prikkane står, kryss av her, og skriv kva det er. Då blir det ståande, og vi spør ikkje om det talet att på denne staden. Loggen får vite at du har sagt det, og kva du skreiv, men aldri talet.
forms-spare-none = Dette er ikkje eit fødselsnummer
forms-spare-what = Kva er talet?
forms-spare-what-help = Skriv minst ti teikn, til dømes «Kontonummeret til kurset».
