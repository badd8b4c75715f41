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

## The form

events-starts = Begins
events-ends = Ends
events-ends-before = The event ends before it begins. Have the times changed places?
events-place-help = The town or village, and the building if you like.
events-address = Address
events-session = Session
events-session-add = Add a session
events-session-time = When
events-session-time-help = For example 09:00 or “Day 2, 09:00”.
events-session-title = Title
events-session-text = About the session
events-is-cancelled = The event is cancelled
events-cancelled-note = Why it is cancelled
events-cancelled-note-help = Only when the event is cancelled.
