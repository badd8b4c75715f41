# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

notices-heading = Reivvet das mii vuordá du
notices-to = Reivvet mannet čujuhussii { $address }.
notices-often = Man dávjá háliidat reivviid?
notices-often-day = Juohke beaivvi
notices-often-week = Juohke vuossárgga
notices-often-never = In goassege
notices-save = Vurke
notices-change = Vállje man dávjá háliidat reivviid
