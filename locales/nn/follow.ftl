# Sida som fortel korleis ein kan følgje med på det som er nytt.

follow-heading = Følg med
follow-lead = Få beskjed når det kjem noko nytt. Du vel sjølv kva du vil følgje. Med nyheitslesar eller kalender treng du ikkje å oppgi noko om deg sjølv.
follow-address = Kopier denne adressa inn i nyheitslesaren din:
follow-copy-feed = Kopier adressa til nyheitslesaren
follow-calendar = Vil du ha alt dette i kalenderen, så abonner på denne adressa der:
follow-copy-calendar = Kopier adressa til kalenderen
follow-search = Søk: { $words }
follow-choose = Vel kva du vil følgje
follow-kind = Kva
follow-words = Ord det blir søkt etter
follow-any = Alle
follow-show = Vis adressa
follow-how = Slik gjer du
follow-how-reader = Bruk ein nyheitslesar. Outlook, Thunderbird, Feedly og mange andre kan lese slike straumar (Atom).
follow-how-paste = Kopier adressa, og lim ho inn der nyheitslesaren ber om ein straum, ein «feed» eller RSS.
follow-how-done = No får du beskjed i nyheitslesaren kvar gong det kjem noko nytt.
follow-how-nothing = Vi veit ikkje kven som følgjer kva på denne måten, og lagrar ingenting om deg.

follow-email-heading = Få det nye på e-post
follow-email-offer = Du kan òg få eitt brev om dagen eller i veka når det er kome noko nytt. Du treng ingen konto.
follow-email-begin = Få dette på e-post
follow-email-lead = Vi skriv til deg når det er kome noko nytt her: { $title }.
follow-email = E-postadressa di
follow-email-help = Vi sender ein kode dit, så ingen melder på andre enn seg sjølv.
follow-often = Kor ofte?
follow-often-day = Kvar morgon det er noko nytt
follow-often-week = Kvar måndag, når det er noko nytt
follow-email-send = Send meg ein kode
follow-email-stored = Vi lagrar adressa di, kva du følgjer og kor ofte, og bruker det ikkje til noko anna. Når du melder deg av, slettar vi det.
follow-code-heading = Skriv koden
follow-code-lead = Vi har sendt ein kode til { $address }. Han gjeld i { $minutes } minutt.
follow-code-late = Kjem han ikkje? Sjå i søppelposten, og vent litt.
follow-code-again = Be om ein ny kode
follow-code-none = Denne sida ventar ikkje på nokon kode lenger.
follow-code = Koden
follow-code-help = Seks siffer, frå brevet vi sende.
follow-code-send = Byrj å følgje
follow-fault-email-missing = Skriv e-postadressa di.
follow-fault-many = { $max ->
    [one] Det er sendt mange kodar. Vent 1 minutt, og prøv igjen.
   *[other] Det er sendt mange kodar. Vent { $max } minutt, og prøv igjen.
 }
follow-fault-code-missing = Skriv koden frå brevet.
follow-fault-code-form = Koden er seks siffer. Sjå i brevet, og skriv han på nytt.
follow-fault-wrong = { $max ->
    [one] Koden er feil. Du kan prøve 1 gong til.
   *[other] Koden er feil. Du kan prøve { $max } gonger til.
 }
follow-fault-full = Denne adressa følgjer { $max } ting alt. Meld deg av noko av det først, med adressa nedst i breva.
follow-fault-over = Koden kan ikkje brukast lenger. Be om ein ny.
follow-done-heading = No følgjer du med
follow-done-lead = Vi skriv til deg når det er kome noko nytt her: { $title }. I kvart brev står det korleis du melder deg av.
follow-leave-heading = Meld deg av
follow-leave-lead = Vil du slutte å få brev om dette? { $title }
follow-leave = Ja, ikkje send fleire
follow-left-heading = Du er meld av
follow-left-lead = Du får ikkje fleire slike brev, og adressa di er sletta her.
follow-see = Sjå kva som er nytt
follow-mail-code-subject = Koden din frå Pådriver
follow-mail-code = Nokon vil følgje dette i Pådriver med denne adressa: { $title }. Er det deg, skriv du denne koden på sida:
follow-mail-how = Han gjeld i { $minutes } minutt.
follow-mail-not-you = Er det ikkje deg, treng du ikkje gjere noko: utan koden får du ingen brev.
follow-mail-subject = Nytt i Pådriver: { $title }
follow-mail-news = { $count ->
    [one] Hei. 1 ny tekst er publisert om det du følgjer: { $title }.
   *[other] Hei. { $count } nye tekstar er publiserte om det du følgjer: { $title }.
 }
follow-mail-more = { $count ->
    [one] … og 1 til. Alt saman:
   *[other] … og { $count } til. Alt saman:
 }
follow-mail-leave = Du får dette brevet fordi du har bede om det. Vil du ikkje ha fleire, opnar du denne adressa:
follow-mail-published = publisert { $day }
