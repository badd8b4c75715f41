# Projects: the list, and the page of one project.

projects-heading = Projects
projects-lead = What nursing homes and home care services have tried, and how it went.
projects-count = { $count ->
    [0] No projects
    [one] 1 project
   *[other] { $count } projects
 }

## Filters

projects-filter-outcome = Result
projects-filter-status = Status
projects-filter-organisation = Partner

## How it went

projects-outcome-improved = Better
projects-outcome-no-change = No change
projects-outcome-worse = Worse
projects-outcome-unclear = Unclear
projects-outcome-not-measured = Not measured yet

## How far the project has come

projects-status-planned = Planned
projects-status-ongoing = Ongoing
projects-status-completed = Completed
projects-status-stopped = Stopped

## The story

# Read aloud above the result at the top of the page.
projects-says = The result in brief
projects-section-background = Background
projects-section-aims = What we wanted to achieve
projects-section-aims-now = What we want to achieve
projects-section-what-we-do = What we do
projects-section-what-we-will-do = What we will do
projects-section-what-we-did = What we did
projects-section-results = Results
projects-section-lessons = What we have learnt
projects-section-lessons-learnt = What we learnt
projects-section-what-it-took = What it took
projects-section-how-to-start = How to get started
projects-section-how-to-sustain = How to keep it going
projects-partners = Partners
projects-sources = Key sources for the work
projects-materials = Materials

## Facts

projects-fact-status = Status
projects-fact-period = Period
projects-fact-centre = Centre
# One and many alike in English.
projects-fact-responsible = { $count ->
    [one] Responsible
   *[other] Responsible
 }
projects-fact-leaders = { $count ->
    [one] Leader
   *[other] Leaders
 }
projects-fact-funders = Funded by
projects-fact-themes = { $count ->
    [one] Theme
   *[other] Themes
 }
projects-fact-counties = { $count ->
    [one] County
   *[other] Counties
 }
projects-fact-municipalities = { $count ->
    [one] Municipality
   *[other] Municipalities
}
projects-fact-aim = Aim
projects-fact-users = Users and next of kin
projects-fact-anchoring = Leadership commitment

projects-ask-heading = Would you like to do the same?

# What one of the kind is called.
projects-word = Project
# In the list of what a version changed.
projects-field-responsible = Responsible
projects-field-leaders = Leadership
