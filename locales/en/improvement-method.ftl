# The method: phases and steps, what the team has done, and what is suggested now.

improvement-method-phases = Phases of the work
improvement-method-lead = Here you see what you have done in each phase, and what can help you on.
improvement-method-ours = The steps are written by us. They are not taken from the model.
improvement-method-our-word = our words
improvement-method-no-order = These are only suggestions. Go back and forth as you like.
improvement-method-choose = Choose a method
improvement-method-change = Change the method
improvement-method-choose-lead = The method gives you phases and steps to hold on to. You can change it at any time, and what you have done stays.
improvement-method-which = Which method do you follow?
improvement-method-which-help = If you are in a programme, choose the one that is most like it. Afterwards you can use the programme's own words.
improvement-method-newer = There is a newer edition of the method. You get it when you choose the method again.
improvement-method-own = Use your own words
improvement-method-own-lead = Do you or your programme call the phases and steps something else? Write it here. What you leave empty is called as in the method.
improvement-method-own-stale = What you wrote is still in the form. If you save, it takes the place of what stands there now.
improvement-method-next = Suggested now
improvement-method-all-taken = You have been through all the steps. See whether something should be done once more.
improvement-method-saved = It is saved.
improvement-method-taken = { $taken } of { $all } steps taken
improvement-method-there = You have it
improvement-method-you = You write
improvement-method-tools = To help you:
improvement-method-say = Write what you have done
improvement-method-state = How far have you come?
improvement-method-state-help = Leave it empty if you do not want to say.
improvement-method-did = What did you do?
improvement-method-did-help = A few sentences. Write roles, never names.
