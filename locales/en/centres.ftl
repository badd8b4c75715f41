# The overview of the centres, the newest kind first.

centres-heading = Development centres
centres-lead = The centres drive knowledge and quality in nursing homes and home care services, each in its own part of the country. Here are those of today, and those that came before.

centres-kind-development = Development centres
centres-kind-development-lead = Nursing homes and home care services together.
centres-kind-home = Teaching home care services
centres-kind-home-lead = From 2008, one in each county.
centres-kind-nursing = Teaching nursing homes
centres-kind-nursing-lead = The first ones, from 1999.

## About each centre

centres-hosts = { $count ->
    [one] Host municipality: { $names }
   *[other] Host municipalities: { $names }
 }
centres-satellites = { $count ->
    [one] Satellite municipality: { $names }
   *[other] Satellite municipalities: { $names }
 }
centres-since = Since { $date }.
centres-source = Source: { $source }
centres-projects = Projects
# Read aloud after "Projects", to tell the links apart.
centres-projects-of = from { $name }
