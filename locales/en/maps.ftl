# Maps.

maps-credit = Map data: Kartverket (the Norwegian Mapping Authority), CC BY 4.0
