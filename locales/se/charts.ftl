# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

## Linjer

charts-centre-median = mediána
charts-centre-mean = gaskamearri
charts-target = ulbmil { $value }

## Hva diagrammet viser

charts-says-nothing = Eai leat vel mihtideamit.

## Tallene og metoden

charts-numbers = Logut
charts-column-when = Goas
charts-column-value = Árvu

## Mange mål på en side


## Korte månedsnavn

charts-month-1 = ođđj
charts-month-2 = guov
charts-month-3 = njuk
charts-month-4 = cuoŋ
charts-month-5 = mies
charts-month-6 = geas
charts-month-7 = suoid
charts-month-8 = borg
charts-month-9 = čakč
charts-month-10 = golg
charts-month-11 = skáb
charts-month-12 = juov
