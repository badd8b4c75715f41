# The front page: what there is, the ways in, new results, and what did not work.

# Stands in the browser's tab after "Pådriver – ".
front-title = Knowledge and quality in nursing homes and home care services
front-heading = What some have learnt, others can use
front-lead = Projects and results from nursing homes and home care services across Norway. Also what did not work.
front-themes = Themes
front-themes-all = All themes

## Three ways in

front-ways = Four ways in
front-way-find = Find
front-way-find-text = What have others tried, and how did it go?
front-way-start = Get started
front-way-start-text = Read about what worked and how they began, and ask those who did it.
front-way-begin = Get going
front-way-begin-text = Answer three questions, enter the first number and see the chart.
front-way-meet = Meet others
front-way-meet-text = Find the development centre in your county.

## New in the library

front-newest = New results
front-newest-all = { $count ->
    [one] See the project
   *[other] All { $count } projects
 }
front-failed = This did not work
front-failed-text = An attempt that failed is a result too. It is worth knowing about before you start.
front-failed-all = { $count ->
    [one] Learn from the attempt
   *[other] Learn from { $count } attempts
 }
front-news = In the network
front-news-all = All news

front-centres-text = Every municipality has a development centre to ask. Choose your area on the map to see who is there, what they have done, and how to reach them.
front-centres-years = See how the centres have come about since 1999
# Before “30 projects”, “6 tools” and so on.
front-holds = Here you will find
front-newest-projects = New projects
front-ready = Ready to use
front-ready-tools = All tools
front-ready-packages = All training packages
front-places = Where it is tried
front-places-centres = See all centres
front-coming = What is on
front-coming-all = All events
front-chosen = Chosen for you
