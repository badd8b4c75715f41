# Kart.

maps-credit = Kartdata: Kartverket, CC BY 4.0
