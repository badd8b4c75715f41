# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

find-heading = Ohcan
find-title = Ohcan: { $words }
find-count = { $count ->
    [0] Ii oktage boađus
    [one] 1 boađus
   *[other] { $count } bohtosa
 }

find-filter-lang = Giella

find-help-projects = Geahča buot prošeavttaid

find-suggestions = Evttohusat
find-suggestions-places = Báikkit
find-suggestions-county = Fylka
find-suggestions-centre = Guovddáš
