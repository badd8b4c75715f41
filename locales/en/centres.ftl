# The centres: the kinds of them, and what a list says of each.

centres-heading = Development centres
centres-lead = The centres drive knowledge and quality in nursing homes and home care services, each in its own part of the country. Here are those of today, and those that came before.
centres-what = What is a development centre?
centres-what-text = A development centre for nursing homes and home care (USHT) belongs to a municipality and works for the municipalities in its area. There people try out better ways of doing things together with those who work in the services, measure how it goes, and share what they learn, including when something does not work. The Norwegian Directorate of Health coordinates the network. It began as teaching nursing homes in 1999.
centres-what-ask = You can ask your centre for help to get started: find it below, or go to your municipality.

centres-kind-development = Development centres
centres-kind-development-lead = Nursing homes and home care services together.
centres-kind-nursing-homes = Development centres for nursing homes
centres-kind-nursing-homes-lead = One in most counties, from 2011 to 2016.
centres-kind-home-care = Development centres for home care services
centres-kind-home-care-lead = One in most counties, from 2011 to 2016.
centres-kind-home = Teaching home care services
centres-kind-home-lead = From 2008, one in each county.
centres-kind-nursing = Teaching nursing homes
centres-kind-nursing-lead = The first ones, from 1999.
centres-kind-unstated = Other centres
centres-kind-unstated-lead = The sources do not say whether they were for nursing homes, home care or something else.

## What one centre is

centres-one-development = Development centre for nursing homes and home care services
centres-one-nursing-homes = Development centre for nursing homes
centres-one-home-care = Development centre for home care services
centres-one-home = Teaching home care service
centres-one-nursing = Teaching nursing home
centres-one-unstated = Development centre, for what is not stated

## About each centre

centres-hosts-label = { $count ->
    [one] Host municipality:
   *[other] Host municipalities:
 }
centres-satellites-label = { $count ->
    [one] Satellite municipality:
   *[other] Satellite municipalities:
 }
centres-area-label = Area:
centres-host-unknown = The sources do not say who the host is.
centres-disputed = the sources disagree
centres-source-label = Source:
centres-projects = Projects
# Read aloud after "Projects", to tell the links apart.
centres-projects-of = from { $name }
centres-short-names = USHT is a development centre for nursing homes and home care services, USH for nursing homes and UHT for home care services.
