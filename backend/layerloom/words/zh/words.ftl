# 多条消息共用的句子成分。

list-comma = { $front }、{ $last }
list-and = { $front } 和 { $last }
list-or = { $front } 或 { $last }
list-space = { $front }{ $last }
as-it-is = { $text }
list-more = 另外 { $n } 个
none-at-all = 一个也没有
value-very-long = 一个很长的数

## 张量是什么。数字是轴数，含批次轴。

kind-1 = 一个数
kind-2 = 一个列表
kind-3 = 一个序列
kind-4 = 一张图片
kind-5 = 一个体数据
kind-6 = 一段体数据的影片
numbers-float = 带小数的数
numbers-int = 整数
numbers-string = 文本

kind-axes = { $n } 个轴
kind-at-least = 至少{ $kind }
kind-ConvLSTM1D = 由行组成的序列
kind-ConvLSTM2D = 由图片组成的序列
kind-ConvLSTM3D = 由体数据组成的序列

sizes-2 = (None, 特征)
sizes-3 = (None, 步, 特征)
sizes-4 = (None, 高, 宽, 通道)
sizes-5 = (None, 深, 高, 宽, 通道)
sizes-6 = (None, 步, 深, 高, 宽, 通道)

## 张量的一个样本，用文字来说。

size-any = 任意
sample-numbers = 每个样本 { $n } 个数
sample-any-numbers = 每个样本任意个数
sample-steps = 每个样本 { $steps } 步，每步 { $width } 个数
sample-positions = 每个样本 { $height } × { $width } 个位置，各有 { $channels } 个通道
sample-more = 每个样本 { $sizes } 个数

got-nothing = 什么也没有
got-from = 来自 `{ $name }` 的 { $shape }

## 下一步，作为消息的最后一句。

step-did-you-mean = 你是指 { $guess } 吗？
step-from-palette = 请从层面板中选择一个。
step-from-list = 请从列表中选择一个。
step-remove-it = 请移除它。
step-among-columns = 请在数据的列中选择。
step-change-before = 请改动它之前的部分。
step-mend-or-change = { $mend }，或改动它之前的部分。

## 参数或设置接受什么。跟在“需要”之后。

wants-or-nothing = { $what }，或留空
wants-digits = { $what }，最多 18 位数字
wants-finite = { $what }，且为有限值
wants-int = 一个整数
wants-int-least = 不小于 { $low } 的整数
wants-int-between = 从 { $low } 到 { $high } 的整数
wants-float = 一个数
wants-float-least = 不小于 { $low } 的数
wants-float-between = 从 { $low } 到 { $high } 的数
wants-number-from = 从 { $low } 起的数
wants-above = 大于 { $low } 的数
wants-share = 0 与 1 之间的数，例如 { $example }
wants-schedule = 一个数或一种学习率调度
wants-schedule-least = 不小于 { $low } 的数，或一种学习率调度
wants-schedule-between = 从 { $low } 到 { $high } 的数，或一种学习率调度
wants-int_tuple = 一个或多个整数
wants-int_tuple-least = 一个或多个整数，每个不小于 { $low }
wants-int_tuple-between = 一个或多个整数，每个从 { $low } 到 { $high }
wants-int_tuple-of = 一个整数或 { $rank } 个整数
wants-int_tuple-of-least = 一个整数或 { $rank } 个整数，每个不小于 { $low }
wants-int_tuple-of-between = 一个整数或 { $rank } 个整数，每个从 { $low } 到 { $high }
wants-bool = true 或 false
wants-str = 一段文本
wants-choice = { $choices } 之一
wants-shape = 一列整数，例如 [8, 16]
wants-axis = 一个整数或一列整数
wants-int_list = 一列整数
wants-float_list = 一列数
wants-str_list = 一列文本
wants-dtype = 数值类型，例如 float32
wants-activation = 激活函数的名称，例如 relu
wants-initializer = 一种初始化器
wants-regularizer = 一种正则化器
wants-constraint = 一种约束
wants-layer = 一个层，例如 { "{" }"name": "LSTM", "params": { "{" }…{ "}" }{ "}" }
wants-layers = 一列层
wants-function = Python 代码，尚不能使用
wants-tensor = 一个数，或等长的数字列表，例如 [0.5, 1]
wants-slice = 像 Python 那样写在方括号里的位置，例如 :, 0 或 ..., 1:3
wants-any = 一个数、一段文本、它们的列表，或按名称列出的数
wants-any-digits = 最多 18 位数字的数
wants-metric-name = 简短的名称，例如 accuracy
wants-weights = null 或 "imagenet"
wants-stateless = false：各行会打乱次序，状态不能跨批次保留

## Keras 按名称提供的东西：其中一个，以及全部。

member-loss = 损失
members-loss = 损失
member-metric = 指标
members-metric = 指标
member-optimizer = 优化器
members-optimizer = 优化器
member-schedule = 学习率调度
members-schedule = 学习率调度
member-initializer = 初始化器
members-initializer = 初始化器
member-regularizer = 正则化器
members-regularizer = 正则化器
member-constraint = 约束
members-constraint = 约束
member-activation = 激活函数
members-activation = 激活函数
member-layer = 层
members-layer = 层
