# Fylker og kommuner gjennom tiden.

# Et fylke som ikke finnes lenger: «Østfold (til 2020)».
places-county-until = { $name } (til { $year })
