# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

find-heading = Ohcan
find-title = Ohcan: { $words }
find-count = { $count ->
    [0] Ii oktage boađus
    [one] 1 boađus
   *[other] { $count } bohtosa
 }
find-none-whole = Ii oktage teakstta sisttis buot maid ohcet
find-below = Das lea oassi dás ({ $count })
find-below-more = Čájet eanet main lea oassi dás

find-filter-lang = Giella

find-help-projects = Geahča buot prošeavttaid

find-suggestions = Evttohusat
find-suggestions-places = Báikkit
find-suggestions-county = Fylka
find-suggestions-centre = Guovddáš

find-named = Don várra ozat
find-named-municipality-was = Suohkan gitta { $year }
find-named-municipality-became = Suohkan gitta { $year }, dál { $now }
find-named-county-was = Fylka gitta { $year }
find-named-centre-was = Guovddáš gitta { $year }

find-missed = Ozut main ii lean boađus
find-missed-words = Ohcan
find-missed-language = Siiddu giella
find-missed-days = Beaivvit
