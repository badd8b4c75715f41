# Events: the list, and the page of one event.

events-word = Event
events-heading = Events
events-lead = Gatherings, courses and online meetings. Times are Norwegian.
events-count = { $count ->
    [0] No events
    [one] 1 event
   *[other] { $count } events
 }

events-filter-form = Attendance
events-form-in-person = In person
events-form-digital = Online
events-form-both = In person and online
events-cancelled = Cancelled
events-cancelled-text = The event is cancelled.

events-section-about = About the event
events-section-programme = Programme
events-section-links = Links
events-time = Time
events-place = Place
events-digital = Web address
events-organisers = { $count ->
    [one] Organiser
   *[other] Organisers
 }

# In the list of what a version changed.
events-field-organisers = Organisers
