# Fylke og kommunar gjennom tida.

# Eit fylke som ikkje finst lenger: «Østfold (til 2020)».
places-county-until = { $name } (til { $year })
