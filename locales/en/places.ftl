# Counties and municipalities through time.

# A county that is no more: "Østfold (until 2020)".
places-county-until = { $name } (until { $year })
