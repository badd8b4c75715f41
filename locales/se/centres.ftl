# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

centres-heading = Guovddážat
centres-source-label = Gáldu:
centres-projects = Prošeavttat
