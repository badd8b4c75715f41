# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

library-filters-show = Čájet bohtosiid
library-filter-theme = Fáddá
library-filter-county = Fylka
library-filter-municipality = Gielda
library-filter-centre = Guovddáš
library-filter-year = Jahki

library-chip-remove = Váldde eret
library-chips-remove-all = Váldde buot eret

library-sort-newest = Ođđaseamos
library-sort-oldest = Boarráseamos

library-contents = Sisdoallu
library-table = Tabealla
library-image-credit = Govva: { $name }
library-source = Gáldu

library-audience-students = Oahppit, fidnooahppit ja studeanttat
library-audience-next-of-kin = Oapmahaččat
