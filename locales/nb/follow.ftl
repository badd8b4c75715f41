# Siden som forteller hvordan en kan følge med på det som er nytt.

follow-heading = Følg med
follow-lead = Få beskjed når det kommer noe nytt. Du velger selv hva du vil følge, og trenger ikke å oppgi noe om deg selv.
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
follow-how-nothing = Vi vet ikke hvem som følger hva, og lagrer ingenting om deg.
