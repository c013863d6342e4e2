number-needed = A number is needed here.
number-whole-needed = A whole number is needed here.
number-none = “{ $text }” is no number. Try 0.001 or 1e-3.
number-at-least = At least { $limit }.
number-at-most = At most { $limit }.
