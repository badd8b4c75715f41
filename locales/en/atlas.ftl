# The network through time: the pages of centres, counties and municipalities.

atlas-per = Show how it was
atlas-per-help = A year or a date, such as 2008, June 2017 or 1.6.2017. A year is shown as it was when it ended.
atlas-per-show = Show
atlas-per-today = Back to today
atlas-epochs = When the arrangement changed:
atlas-today = Today
atlas-count-on = { $count ->
    [0] On { $date } there were no centres that the sources know of.
    [one] On { $date } there was one centre.
   *[other] On { $date } there were { $count } centres.
 }
atlas-count-today = { $count ->
    [one] Today there is one centre.
   *[other] Today there are { $count } centres.
 }
atlas-open-data = Open data:
atlas-counties-link = Counties and municipalities
atlas-about-page = About this page
atlas-example = Some of what is said here is invented to show what the page looks like. It is marked.
atlas-absent = The centre was not there on { $date }.
atlas-came-after = After it came
atlas-now = now { $name }
atlas-now-then = then { $name }
atlas-served = Municipalities it is there for
atlas-served-lead = { $count ->
    [one] One municipality, as it was called on { $date }.
   *[other] { $count } municipalities, as they were called on { $date }.
 }
atlas-done = What the centre has done
atlas-done-none = Nothing from the centre has been published here yet.
atlas-done-here = What has been done here
atlas-done-here-none = Nothing from here has been published yet.
atlas-works-more = See all { $all }
atlas-duties = Mandate and agreements
atlas-council = Professional and cooperation council
atlas-line = Before and after
atlas-history = Everything that is said, and by whom
atlas-history-open = { $count ->
    [one] Show everything from 1 source
   *[other] Show everything from { $count } sources
 }
atlas-history-lead = Each statement has a source. Where sources disagree, both are kept.
atlas-column-centre = Centre
atlas-disputed = The sources disagree.
atlas-fact-hosts = { $count ->
    [one] Host municipality
   *[other] Host municipalities
 }
atlas-fact-satellites = { $count ->
    [one] Satellite municipality
   *[other] Satellite municipalities
 }
atlas-fact-when = When
atlas-contact = Write to the centre
atlas-counties = Counties
atlas-counties-lead = The counties and municipalities as they were on a day, with the centres that were there for them.
atlas-counties-count = { $count ->
    [one] One county on { $date }.
   *[other] { $count } counties on { $date }.
 }
atlas-counties-none = The register of counties begins in 1999.
atlas-county = County
atlas-county-absent = The county was not there on { $date }.
atlas-county-centres = Centres
atlas-no-centre = The sources know of no centre here.
atlas-municipalities-count = { $count ->
    [one] One municipality
   *[other] { $count } municipalities
 }
atlas-municipalities = Municipalities
atlas-municipality = Municipality
atlas-municipality-centres = Centres for the municipality
atlas-municipality-units = Units of the municipality
atlas-municipality-absent = The municipality did not have this number on { $date }.
atlas-then = { $count ->
    [one] It was then
   *[other] It was then these:
 }
atlas-names = Names under this number
atlas-changes = What became what
atlas-became = Became
atlas-number-after = Was given a new number:
atlas-number-before = Had another number before:
atlas-came-of = Formed from
atlas-moved-to = { $count ->
    [one] One municipality went to
   *[other] { $count } municipalities went to
 }
atlas-moved-from = { $count ->
    [one] One municipality came from
   *[other] { $count } municipalities came from
 }
atlas-places-source = Municipalities and counties: Statistics Norway (SSB), KLASS, CC BY 4.0.
atlas-what-exists = Kind
atlas-what-name = Name
atlas-what-area = Area
atlas-what-host = Host
atlas-what-satellite = Satellite
atlas-what-contact = Contact
atlas-what-mandate = Mandate
atlas-what-priority = Priority area
atlas-what-region = Region
atlas-what-responsible = Responsible
atlas-what-anchoring = Anchored in
atlas-what-placement = Approved placement site
atlas-what-predecessor = Came after
atlas-what-agreement = Cooperation agreement
atlas-what-council = Council member
atlas-what-meeting = Council meeting
atlas-file-mandate = The mandate
atlas-file-agreement = The agreement
atlas-file-minutes = Minutes of the meeting on { $date }

## List, map and timeline

atlas-views = View
atlas-view-list = List
atlas-view-map = Map
atlas-view-timeline = Timeline
atlas-map-heading = On the map
atlas-map-title = Whom the centres served on { $date }
atlas-map-title-today = Whom the centres serve today, { $date }
atlas-map-title-county-today = The counties today, { $date }
atlas-map-title-county = The counties on { $date }
atlas-map-colours = What the map shows
atlas-map-by-centre = Centres
atlas-map-by-county = Counties
atlas-map-older = The map draws today’s municipalities, with their centre and county on { $date }. Where several have merged since, that is the centre and county of the one that kept the name. If none of them did, it is that of one in the county where most of them lay, or else of the one with the lowest number. Those that lay in another county have it in brackets.
atlas-map-no-centre = Centre not known
atlas-map-no-county = County not known
atlas-map-municipalities = { $count ->
    [one] one municipality
   *[other] { $count } municipalities
 }
# Read out after the name of the area: “Nordland: USHT Nordland, 41 municipalities”.
atlas-map-about = { $centres }, { $count ->
    [one] one municipality
   *[other] { $count } municipalities
 }
atlas-map-was = { $name } (then: { $then })
# A municipality merged from parts with a centre each.
atlas-map-also = { $name } (also { $centres })
atlas-map-host = Host municipality
atlas-map-satellite = Satellite municipality
atlas-map-unmapped = Not on the map, since the sources do not say which municipalities they serve:
atlas-map-table = The same in a table
atlas-map-area = Area
atlas-map-of-county = The municipalities of { $name }
atlas-map-of-municipality = { $name } and the rest of { $county }
atlas-years-title = The centres from 1999 to today
atlas-years-none = No centres have been entered yet.
atlas-years-skip = Skip the timeline
atlas-years-read = A jagged edge is a date that is only roughly known. A point is a centre that is still there. Three dots are a host that there is no room for, a question mark one that is not known.
atlas-years-unknown = host not known
atlas-years-bar = { $name }, host: { $hosts }
atlas-years-list = Year by year
atlas-years-merged = Merged: { $kind }
atlas-years-moved = New hosts
atlas-years-ended = The sources do not say what came after
atlas-years-after = Came after

## What is certain, and what may be

atlas-per-period = “{ $typed }” is shown as it was on { $date }.
atlas-per-malformed = Write a year or a date, such as 2008, June 2017, 1.6.2017 or 2017-06-01.
atlas-count-least = On { $date } there were at least { $least }, perhaps { $most } centres. The sources do not say on which day the others began.
atlas-count-perhaps = { $count ->
    [one] On { $date } there was perhaps one centre. The sources do not say on which day it began.
   *[other] On { $date } there were perhaps { $count } centres. The sources do not say on which day they began.
 }
atlas-count-either = On { $date } there were either { $old } centres or the { $new } that came after them. The sources do not say on which day the arrangement changed.
atlas-maybe-later = May have begun later that year.
atlas-maybe-unknown = The source does not say when it began.
atlas-maybe-before = May have ended before that day.
atlas-latest = The latest source that says they are there is from { $year }.
atlas-latest-newer = { $count ->
    [one] One newer statement is from { $year }.
   *[other] { $count } statements are newer, the latest from { $year }.
 }
atlas-absent-not-yet = Not there yet
atlas-absent-then = Not there on that day
atlas-absent-number = Has a new number
atlas-absent-number-then = Had another number that day
atlas-absent-no-more = No longer exists
atlas-dated = This is how it was on { $date }.
atlas-open = Whom the centre is there for
atlas-open-lead = The sources do not say which municipalities the centre serves. That is why it is not drawn on the map.
atlas-open-counties = It may be for municipalities in
atlas-maybe-heading = May also apply here
atlas-maybe-lead = The sources do not say which municipalities these centres serve.
atlas-maybe-here = May also apply here:
atlas-host-of = Host of
atlas-satellite-of = Satellite of
atlas-fact-confirmed = Last confirmed by a source
atlas-contact-none = Nobody is named here to write to.
atlas-contact-host = The host municipality, { $name }, has a site of its own and can point you on:
atlas-contact-network = Write to those who run the site
atlas-source-file = File in the archive of sources:
atlas-used = Adopted here
atlas-used-lead = Used in work from here.
atlas-used-none = Nobody has said yet that they have adopted anything.
atlas-used-how = When a project from here says which tools and packages it uses, they are listed here.
atlas-used-tools = See the tools
atlas-all-municipalities = All municipalities, county by county
atlas-municipalities-lead = The municipalities as they were on a day. The page of each has its centres and what has been done there.
atlas-municipalities-on = { $count ->
    [one] One municipality on { $date }.
   *[other] { $count } municipalities on { $date }.
 }
atlas-gave = Gave a part of itself to
atlas-took = Was given a part of
atlas-map-satellites = Satellite: { $names }
atlas-map-disputed = The sources disagree about the host or the satellite in:
atlas-years-narrow = The timeline needs a wider screen. The same is told year by year below.
atlas-years-ring = A ring is a change of host: another than the one the sources named last.
atlas-years-bar-moved = { $bar }; before that { $from }
atlas-years-elsewhere = Another host than the last the sources name before

## Days that have not come yet

atlas-per-ahead = { $date } has not come yet. This is what is known today.
atlas-per-period-ahead = “{ $typed }” is shown as { $date }.
atlas-count-ahead = { $count ->
    [0] As known today, there are no centres on { $date }.
    [one] As known today, there is one centre on { $date }.
   *[other] As known today, there are { $count } centres on { $date }.
 }
atlas-map-title-ahead = Whom the centres serve on { $date }, as known today
atlas-absent-ahead = The centre is not there on { $date }.
atlas-county-absent-ahead = The county is not there on { $date }.
atlas-municipality-absent-ahead = The municipality does not have this number on { $date }.
atlas-then-ahead = { $count ->
    [one] It is then
   *[other] It is then these:
 }
