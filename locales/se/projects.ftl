# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

projects-heading = Prošeavttat
projects-count = { $count ->
    [0] Ii oktage prošeakta
    [one] 1 prošeakta
   *[other] { $count } prošeavtta
 }

projects-filter-outcome = Boađus
projects-filter-organisation = Ovttasbargoguoibmi

projects-outcome-improved = Buoret
projects-outcome-no-change = Ii rievdan
projects-outcome-worse = Heajut
projects-outcome-unclear = Eahpečielggas
projects-outcome-not-measured = Ii leat mihtiduvvon

projects-status-planned = Plánejuvvon
projects-status-planned-open = Plánejuvvon go siidu maŋemusat ođasmahttojuvvui
projects-status-ongoing = Jođus
projects-status-ongoing-open = Jođus go siidu maŋemusat ođasmahttojuvvui
projects-status-completed = Loahpahuvvon
projects-status-stopped = Bisánan
projects-status-was-planned = Lei plánejuvvon go siidu čállojuvvui
projects-status-was-ongoing = Lei jođus go siidu čállojuvvui

projects-section-background = Duogáš
projects-section-what-we-do = Maid mii bargat
projects-section-what-we-did = Maid mii barggaimet
projects-section-results = Bohtosat
projects-section-lessons = Maid mii leat oahppan
projects-section-lessons-learnt = Maid mii oahpaimet
projects-partners = Ovttasbargoguoimmit

projects-fact-period = Áigodat
projects-fact-centre = Guovddáš
projects-fact-responsible = { $count ->
    [one] Ovddasvástideaddji
   *[other] Ovddasvástideaddjit
 }
projects-fact-leaders = { $count ->
    [one] Jođiheaddji
   *[other] Jođiheaddjit
 }
projects-fact-themes = { $count ->
    [one] Fáddá
   *[other] Fáttát
 }
projects-fact-counties = { $count ->
    [one] Fylka
   *[other] Fylkkat
 }
projects-fact-aim = Ulbmil
projects-fact-users = Geavaheaddjit ja oapmahaččat

# What one of the kind is called.
projects-word = Prošeakta
