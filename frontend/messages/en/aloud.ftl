# Read out by a screen reader after the name of a node or a wire.
aloud-sentence = { $text }.
aloud-bypassed = Bypassed.
aloud-gives = Gives { $shapes }.
aloud-carries = Carries { $shape }.
aloud-parameters = { $n ->
    [one] { $n } parameter.
   *[other] { $n } parameters.
}
aloud-from = From { $names }.
aloud-to = To { $names }.
aloud-error = Problem: { $title }
aloud-warning = Warning: { $title }
