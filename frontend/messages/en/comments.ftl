comments = Comments
comments-add = Comment on this node
comments-go = Comments
comments-about = Comments on { $name }
comments-on = { $n ->
    [one] { $n } comment on { $name }
   *[other] { $n } comments on { $name }
}
comments-write = Comment on { $name }
comments-answer = Answer
comments-answers = Answers
comments-send = Send
comments-change = Change what you wrote
comments-keep = Keep
comments-resolve = Resolve
comments-reopen = Reopen
comments-resolved = { $n ->
    [one] { $n } resolved
   *[other] { $n } resolved
}
comments-delete = Delete
comments-delete-sure = { $n ->
    [0] Delete it: press once more
    [one] Delete it with its answer: press once more
   *[other] Delete it with { $n } answers: press once more
}
comments-gone = On a node that is gone
comments-none = Nobody has said anything yet. Select a node and press { $keys } to comment on it.
comments-none-look = Nobody has said anything yet.
comments-said = { $name } commented: { $text }
