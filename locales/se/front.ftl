# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

front-themes = Fáttát
front-themes-all = Buot fáttát
front-way-find = Gávnna
front-way-start = Álgge
front-newest = Ođđa bohtosat
front-newest-all = { $count ->
    [one] Geahča prošeavtta
   *[other] Buot { $count } prošeavtta
 }
front-news = Fierpmádagas
front-news-all = Buot ođđasat
