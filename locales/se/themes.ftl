# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

themes-heading = Fáttát
themes-count = { $count ->
    [0] Eai leat vel prošeavttat
    [one] 1 prošeakta
   *[other] { $count } prošeavtta
 }
