share-title = Share this project
share-your-name = Your name, as the others see it
share-your-name-kept = This is how the others see you now.
share-new-link = A new link
share-may = Whoever has it can
share-role-view = look
share-role-comment = comment
share-role-edit = edit
share-role-view-doc = Sees the drawing, its shapes, every run and its curves. Changes nothing, takes no files along.
share-role-comment-doc = Sees everything, and may comment on it.
share-role-edit-doc = Draws along with you. Files of your data stay yours; nobody sees their rows.
share-may-train = may also train and stop runs
share-lasts = It holds
share-lasts-for-ever = until it is revoked
share-lasts-day = for a day
share-lasts-week = for a week
share-lasts-month = for 30 days
share-make = Make a link
share-made = This address lets people in. It is shown this once; make another at any time.
share-copy = Copy
share-address = Address of the link
share-this-machine = This Layerloom listens to its own machine alone: the address works in browsers here. To let others in, start it with `layerloom up --host 0.0.0.0`.
share-links = Links
share-no-links = Nobody has a link to this project.
share-link-view = can look
share-link-comment = can comment
share-link-edit = can edit
share-link-train = can edit and train
share-link-made = made { $when }
share-link-ends = until { $when }
share-link-nobody = Nobody has come by it yet.
share-revoke = Revoke
share-revoke-sure = { $n ->
    [0] Revoke it now
    [one] Revoke it, and cut off { $n } person
   *[other] Revoke it, and cut off { $n } people
}
share-revoked = The link is revoked: nobody comes in by it any more.
share-here = Here now
share-alone = Nobody else is here.

share-join-view = Somebody shares this network with you: look at it, with every shape and every run.
share-join-comment = Somebody shares this network with you: look at it, and comment.
share-join-edit = Somebody shares this network with you: draw along.
share-join-train = Somebody shares this network with you: draw along, and train it.
share-join-name = Your name
share-join-name-hint = The others see it beside your cursor. No account, no e-mail.
share-join-in = Come in
share-join-as = Come in as { $name }
share-join-opening = Opening the link
share-out-title = You are not signed in
share-out-how = Open the address that Layerloom printed when it started; it signs this browser in. The terminal is gone? The token is in the file `token` in Layerloom’s folder; `layerloom doctor` says where that is.
share-out-link = You came by a link? It may have been revoked, or its time is over. Ask for a new one.
share-out-guest-title = You are no longer let in here
share-out-guest = The link that you came by was revoked, or its time is over. What you drew and wrote is kept. Ask for a new link to go on.
share-again = Try again

share-shared-title = Shared with you
share-shared-none = No project is shared with you any more. Ask for a new link.
share-shared-by = shared by { $name }
share-sign-out = Sign out
