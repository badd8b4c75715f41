# Siden som forteller hvordan en kan følge med på det som er nytt.

follow-heading = Følg med
follow-lead = Få beskjed når det kommer noe nytt. Du velger selv hva du vil følge. Med nyhetsleser eller kalender trenger du ikke å oppgi noe om deg selv.
follow-address = Kopier denne adressen inn i nyhetsleseren din:
follow-copy-feed = Kopier adressen til nyhetsleseren
follow-calendar = Vil du ha alt dette i kalenderen, så abonner på denne adressen der:
follow-copy-calendar = Kopier adressen til kalenderen
# Navnet på en strøm med treffene på et søk.
follow-search = Søk: { $words }
follow-choose = Velg hva du vil følge
follow-kind = Hva
follow-words = Ord det søkes etter
follow-any = Alle
follow-show = Vis adressen
follow-how = Slik gjør du
follow-how-reader = Bruk en nyhetsleser. Outlook, Thunderbird, Feedly og mange andre kan lese slike strømmer (Atom).
follow-how-paste = Kopier adressen, og lim den inn der nyhetsleseren ber om en strøm, en «feed» eller RSS.
follow-how-done = Nå får du beskjed i nyhetsleseren hver gang det kommer noe nytt.
follow-how-nothing = Vi vet ikke hvem som følger hva på denne måten, og lagrer ingenting om deg.

follow-email-heading = Få det nye på e-post
follow-email-offer = Du kan også få ett brev om dagen eller i uka når det er kommet noe nytt. Du trenger ingen konto.
follow-email-begin = Få dette på e-post
follow-email-lead = Vi skriver til deg når det er kommet noe nytt her: { $title }.
follow-email = E-postadressen din
follow-email-help = Vi sender en kode dit, så ingen melder på andre enn seg selv.
follow-often = Hvor ofte?
follow-often-day = Hver morgen det er noe nytt
follow-often-week = Hver mandag, når det er noe nytt
follow-email-send = Send meg en kode
follow-email-stored = Vi lagrer adressen din, hva du følger og hvor ofte, og bruker det ikke til noe annet. Når du melder deg av, sletter vi det.
follow-code-heading = Skriv koden
follow-code-lead = Vi har sendt en kode til { $address }. Den gjelder i { $minutes } minutter.
follow-code-late = Kommer den ikke? Se i søppelposten, og vent litt.
follow-code-again = Be om en ny kode
follow-code-none = Denne siden venter ikke på noen kode lenger.
follow-code = Koden
follow-code-help = Seks sifre, fra brevet vi sendte.
follow-code-send = Begynn å følge
follow-fault-email-missing = Skriv e-postadressen din.
follow-fault-many = { $max ->
    [one] Det er sendt mange koder. Vent 1 minutt, og prøv igjen.
   *[other] Det er sendt mange koder. Vent { $max } minutter, og prøv igjen.
 }
follow-fault-code-missing = Skriv koden fra brevet.
follow-fault-code-form = Koden er seks sifre. Se i brevet, og skriv den på nytt.
follow-fault-wrong = { $max ->
    [one] Koden er feil. Du kan prøve 1 gang til.
   *[other] Koden er feil. Du kan prøve { $max } ganger til.
 }
follow-fault-full = Denne adressen følger { $max } ting allerede. Meld deg av noe av det først, med adressen nederst i brevene.
follow-fault-over = Koden kan ikke brukes lenger. Be om en ny.
follow-done-heading = Nå følger du med
follow-done-lead = Vi skriver til deg når det er kommet noe nytt her: { $title }. I hvert brev står det hvordan du melder deg av.
follow-leave-heading = Meld deg av
follow-leave-lead = Vil du slutte å få brev om dette? { $title }
follow-leave = Ja, ikke send flere
follow-left-heading = Du er meldt av
follow-left-lead = Du får ikke flere slike brev, og adressen din er slettet her.
follow-see = Se hva som er nytt
follow-mail-code-subject = Koden din fra Pådriver
follow-mail-code = Noen vil følge dette i Pådriver med denne adressen: { $title }. Er det deg, skriver du denne koden på siden:
follow-mail-how = Den gjelder i { $minutes } minutter.
follow-mail-not-you = Er det ikke deg, trenger du ikke gjøre noe: uten koden får du ingen brev.
follow-mail-subject = Nytt i Pådriver: { $title }
follow-mail-news = { $count ->
    [one] Hei. 1 ny tekst er publisert om det du følger: { $title }.
   *[other] Hei. { $count } nye tekster er publisert om det du følger: { $title }.
 }
follow-mail-more = { $count ->
    [one] … og 1 til. Alt sammen:
   *[other] … og { $count } til. Alt sammen:
 }
follow-mail-leave = Du får dette brevet fordi du har bedt om det. Vil du ikke ha flere, åpner du denne adressen:
follow-mail-published = publisert { $day }
