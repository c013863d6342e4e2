number-needed = 这里需要一个数。
number-whole-needed = 这里需要一个整数。
number-none = “{ $text }”不是数。试试 0.001 或 1e-3。
number-at-least = 不小于 { $limit }。
number-at-most = 不大于 { $limit }。
