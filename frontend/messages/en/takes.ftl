# What a parameter takes when it is typed, in a student's words.
takes-misfit = { $name } takes { $what }. Received: “{ $typed }”.
takes-misfit-hint = { $name } takes { $what }. Received: “{ $typed }”. { $hint }
takes-no-default = { $name } has no default: it takes { $what }.
takes-did-you-mean = Did you mean { $one } or { $other }?
takes-quotes = A text stands in quotes: "auto".

takes-or-nothing = { $what }, or nothing
takes-from-to = { $what } from { $low } to { $high }
takes-at-least = { $what }, { $low } or more
takes-at-most = { $what }, at most { $high }
takes-each-from-to = { $what }, each from { $low } to { $high }
takes-each-at-least = { $what }, each { $low } or more
takes-each-at-most = { $what }, each at most { $high }

takes-int = a whole number
takes-float = a number
takes-range = a number, or two for a lower and an upper end
takes-tuple = a whole number or { $n } of them
takes-some = a whole number or several of them
takes-one-of = one of { $choices }
takes-bool = yes or no
takes-str = a text
takes-shape = whole numbers, such as 8 × 16
takes-axis = a whole number or a list of them
takes-int_list = whole numbers, such as 2, 1
takes-float_list = numbers, such as 0.5, 1
takes-str_list = texts, such as red, green
takes-tensor = a number, or lists of numbers, such as [0.5, 1]
takes-slice = places as in Python, such as :, 0 or ..., 1:3
takes-any = JSON, such as 3, "text" or [1, 2]
takes-named = one of Keras’ own
