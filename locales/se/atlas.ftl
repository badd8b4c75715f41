# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

atlas-per-show = Čájet
atlas-today = Odne
atlas-counties-link = Fylkkat ja gielddat
atlas-column-centre = Guovddáš
atlas-fact-when = Goas
atlas-counties = Fylkkat
atlas-county = Fylka
atlas-county-centres = Guovddážat
atlas-municipalities = Gielddat
atlas-municipality = Gielda
atlas-what-name = Namma
