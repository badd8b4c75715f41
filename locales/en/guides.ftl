# The guides, and the lines of help that lead to them where the question arises.

guides-heading = Guides
guides-lead = Short guides for those who write, review, lead a centre or look after the site. They are in Norwegian.
guides-contents = Contents
guides-all = All guides
guides-picture = This is a picture of the page. You cannot type or press anything in it.

guides-help-log-in = Has the code not come, or do you wonder how to log in?
guides-log-in = Read about logging in
guides-help-step = Not sure which to choose? A passkey is the easiest, and an app works everywhere.
guides-step = Read about the extra step
guides-help-write = You need not finish today. The draft is there when you come back, and no readers see it.
guides-write = Read about writing
guides-help-edit = Nobody but those who work on the text sees it before it is published.
guides-help-steps = Somebody other than the writer must say yes before the text can be published.
guides-steps = Read about the way from draft to published
guides-help-remark = Say what you think, and paste the words that it is about. Never write about individuals in a comment.
guides-review = Read about reviewing for others
guides-help-roles = Give as few roles as you can, and take them away when somebody leaves. Each person answers an invitation for themselves.
guides-lead-centre = Read about leading a centre
guides-help-country = There should always be at least two administrators.
guides-administer = Read about looking after the site
guides-help-mine = Are you new here, or have you got a new role?
guides-help-register = Always say who says so, and write roles, never names of people.
