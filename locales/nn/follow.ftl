# Sida som fortel korleis ein kan følgje med på det som er nytt.

follow-heading = Følg med
follow-lead = Få beskjed når det kjem noko nytt. Du vel sjølv kva du vil følgje, og treng ikkje å oppgi noko om deg sjølv.
follow-address = Kopier denne adressa inn i nyhendelesaren din:
follow-copy-feed = Kopier adressa til nyhendelesaren
follow-calendar = Vil du ha alt dette i kalenderen, så abonner på denne adressa der:
follow-copy-calendar = Kopier adressa til kalenderen
follow-search = Søk: { $words }
follow-choose = Vel kva du vil følgje
follow-kind = Kva
follow-words = Ord det blir søkt etter
follow-any = Alle
follow-show = Vis adressa
follow-how = Slik gjer du
follow-how-reader = Bruk ein nyhendelesar. Outlook, Thunderbird, Feedly og mange andre kan lese slike straumar (Atom).
follow-how-paste = Kopier adressa, og lim ho inn der nyhendelesaren ber om ein straum, ein «feed» eller RSS.
follow-how-done = No får du beskjed i nyhendelesaren kvar gong det kjem noko nytt.
follow-how-nothing = Vi veit ikkje kven som følgjer kva, og lagrar ingenting om deg.
