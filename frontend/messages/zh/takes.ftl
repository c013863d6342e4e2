# 键入参数时它接受什么，用学生的话来说。
takes-misfit = { $name } 接受{ $what }。收到：“{ $typed }”。
takes-misfit-hint = { $name } 接受{ $what }。收到：“{ $typed }”。{ $hint }
takes-no-default = { $name } 没有默认值：它接受{ $what }。
takes-did-you-mean = 你是指 { $one } 还是 { $other }？
takes-quotes = 文本要写在引号里："auto"。

takes-or-nothing = { $what }，或留空
takes-from-to = { $what }，从 { $low } 到 { $high }
takes-at-least = { $what }，不小于 { $low }
takes-at-most = { $what }，不大于 { $high }
takes-each-from-to = { $what }，每个从 { $low } 到 { $high }
takes-each-at-least = { $what }，每个不小于 { $low }
takes-each-at-most = { $what }，每个不大于 { $high }

takes-int = 一个整数
takes-float = 一个数
takes-range = 一个数，或两个数作为下限和上限
takes-tuple = 一个整数或 { $n } 个整数
takes-some = 一个或多个整数
takes-one-of = { $choices } 之一
takes-bool = 是或否
takes-str = 一段文本
takes-shape = 整数，例如 8 × 16
takes-axis = 一个整数或一列整数
takes-int_list = 整数，例如 2, 1
takes-float_list = 数，例如 0.5, 1
takes-str_list = 文本，例如 red, green
takes-tensor = 一个数，或数字列表，例如 [0.5, 1]
takes-slice = 像 Python 那样的位置，例如 :, 0 或 ..., 1:3
takes-any = JSON，例如 3、"text" 或 [1, 2]
takes-named = Keras 自带的一种
