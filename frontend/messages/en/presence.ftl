presence-owner = Owner
presence-people = { $n ->
    [one] { $n } other person is here
   *[other] { $n } other people are here
}
presence-came = { $name } is here
presence-went = { $name } has left
presence-follow = Follow { $name }
presence-follow-somebody = Follow the next person
presence-unfollow = Stop following
presence-following = Following { $name }
presence-following-how = Esc, or a move of your own, leaves
presence-role-owner = owns this project
presence-role-edit = can edit
presence-role-comment = can comment
presence-role-view = can look
presence-editing = { $name } changes { $field }
presence-here = { $name } is here
presence-inside = inside { $name }
