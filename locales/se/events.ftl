# Doalut.

events-word = Doallu
events-heading = Doalut
events-section-programme = Prográmma
events-time = Áigi
events-place = Báiki
