# The archive package of a centre or an organisation.

archive-heading = Archive package
archive-lead = Take out texts, decisions and log of a period, with files and digests, for your archive. That you do so is recorded.
archive-from = From
archive-to = To
archive-fault-order = The last day cannot be before the first.
archive-send = Get the package (zip)
archive-link = Get an archive package
archive-version = Version { $number }.
archive-since = Published { $since }.
archive-span = Public from { $since } to { $until }.
archive-facts = Facts
archive-files = Files
archive-period = From { $from } to { $to }
archive-contents = Decisions are in decisions.json beside each text, roles in roles.json and the log in log.json. People are named by id. All files are listed with their digests in manifest.json and SHA256SUMS.
