# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

events-word = Doallu
events-heading = Doalut
events-section-programme = Prográmma
events-time = Áigi
events-place = Báiki
