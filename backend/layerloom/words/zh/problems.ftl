# 图可能有的问题。消息依次说明：应当如何、实际收到什么、下一步做什么；`title` 是一句短句。
# 层、列和参数的名称是用户自己起的，或是 Keras 的。`反引号` 里的内容显示为代码。

## 无法打开的文件

problem-not_json = 图是一段 JSON 文本。读取停在：{ $evidence }。请重新导出图，或查看文件的那个位置。
    .title = 这不是图文件。
json-not-utf8 = 第 { $at } 个字节不是 UTF-8
json-at = 第 { $line } 行第 { $column } 列：{ $what }
json-is-a = { $path } 是 { $type }
problem-duplicate_key = 在一个对象里每个名称只能出现一次，否则不清楚以哪个为准。收到：{ $key } 出现两次。请去掉一个。
    .title = 文件中有一个名称出现了两次。
problem-too_deeply_nested = 图最多需要 { $limit } 层嵌套的括号。收到：更多。这不是 Layerloom 写出的图。
    .title = 文件嵌套太深。
problem-number_too_long = 数字最多 { $limit } 位。收到：更长的数字。请写一个更小的数。
    .title = 文件中有一个数太长。
problem-not_finite = `{ $place }` 需要一个数得到的数。收到：{ $evidence }。请在那里写一个普通的数。
    .title = { $place } 不是有限的数。
problem-not_text = `{ $place }` 含有半个字符（单独的代理项），任何文件都存不下。请重新输入文字。
    .title = { $place } 不是可读的文本。
problem-file_too_large = 图文件最大 { $limit } 字节。收到：{ $size }。它真的是图吗？
    .title = 文件太大，不像是图。
problem-too_many_nodes = 图最多 { $limit } 个节点。收到：{ $n } 个。请移除一些，或拆分图。
    .title = 图的节点太多。
problem-too_many_edges = 图最多 { $limit } 条连线。收到：{ $n } 条。请移除一些，或拆分图。
    .title = 图的连线太多。
problem-made_with_newer_layerloom = 此 Layerloom 能读到版本 { $known } 的图。收到：版本 { $version }。请更新 Layerloom，再打开它。
    .title = 这张图是用更新的 Layerloom 制作的。
problem-bad_field = `{ $place }`：{ $expectation }。收到：{ $evidence }。请改正那个字段。
    .title = { $place } 不符合图的格式。
problem-bad_field-empty = `{ $place }`：{ $expectation }。那里什么也没有。请改正那个字段。
    .title = { $place } 不符合图的格式。
field-graph = 图是一个含有节点和连线的对象
field-needed = 这个字段是必需的
field-unknown = 没有叫这个名称的字段
field-int = 需要一个整数
field-number = 需要一个数
field-finite = 需要一个有限的数
field-text = 需要一段文本
field-bool = 需要 true 或 false
field-object = 需要一个对象
field-list = 需要一个列表
field-one-of = 需要 { $known } 之一
field-greater_than = 需要大于 { $limit } 的数
field-greater_than_equal = 需要不小于 { $limit } 的数
field-less_than = 需要小于 { $limit } 的数
field-less_than_equal = 需要不大于 { $limit } 的数
field-string_too_short = 需要至少 { $n } 个字符的文本
field-string_too_long = 需要最多 { $n } 个字符的文本

## 节点与连线

problem-newer_keras = 层和默认值可能不同。这里的 Keras 是 { $installed }。收到：用 { $made_with } 制作的图。请更新 Layerloom，或用这里的 Keras 继续并比较结果。
    .title = 这张图是用更新的 Keras 制作的。
problem-cycle = 数据必须从输入流向输出，不能倒流。收到：{ $path }。请移除从 `{ $last }` 到 `{ $first }` 的连线。
    .title = 这些层绕成了一个环。
problem-block_missing = 节点在最外层或某个块中。收到：`{ $name }` 在 { $block } 中，而它不是有内容的块。请把它放到最外层，或移除它。
    .title = { $name } 所在的块已不存在。
problem-block_in_itself = 块里放别的节点，不能放它自己。收到：{ $path }。请取出其中一个。
    .title = { $name } 在它自己里面。
problem-wire_across_blocks = 进出块的内容都经过块的端口。收到：从 `{ $source }` 到 `{ $target }` 的连线，两者在不同的块里。请移除它，改为连到块本身。
    .title = 一条连线穿过了块的边界。
problem-block_without_input = 块接收到达其输入的内容。收到：`{ $name }` 里没有输入。请在其中放一个输入。
    .title = 没有内容能进入 { $name }。
problem-block_without_output = 块给出到达其输出的内容。收到：`{ $name }` 里没有输出。请在其中放一个输出。
    .title = 没有内容能离开 { $name }。
problem-bad_repeat = 块可出现 1 到 { $most } 次。收到：`{ $name }` 出现 { $repeat } 次。请选择其间的数。
    .title = { $name } 不能出现 { $repeat } 次。
problem-repeat_does_not_chain = 重复的块中，每一次的输出送入下一次：需要一个输入和一个输出。收到：`{ $name }` 重复 { $repeat } 次，有 { $inputs } 个输入和 { $outputs } 个输出。请让它只出现一次，或合并它的端口。
    .title = { $name } 的各次重复无法相接。
problem-repeat_does_not_chain-model = 独立的模型像一个层那样只调用一次。收到：`{ $name }` 重复 { $repeat } 次。请让它只出现一次，或让它的层归外层模型所有。
    .title = { $name } 是独立的模型，不能重复。
problem-varying_count = 变化的参数在每次重复中各有一个值。收到：`{ $inner }` 的 `{ $param }` 有 { $got } 个值，而 `{ $name }` 重复 { $repeat } 次。请给出与重复次数一样多的值。
    .title = { $inner } 的 { $param } 的值太多或太少。
problem-varying_unknown = 各次重复之间变化的是块内某层的参数。收到：{ $inner }，不在 `{ $name }` 里面。请去掉它。
    .title = { $name } 让不在其中的东西变化。
problem-too_many_repeats = 块展开后，图最多有 { $most } 个节点。收到：{ $total } 个，多数来自 `{ $name }`。请减少重复次数。
    .title = { $name } 出现得太多。
problem-dangling_edge = 连线连接两个节点。收到：从 { $source } 到 { $target } 的连线，而 { $missing } 不存在。请移除连线。
    .title = 有一条连线没有终点或起点。
problem-no_input = 数据总要从某处进来。收到：没有输入节点。请添加一个输入，并连到第一层。
    .title = 图没有输入。
problem-no_output = 模型必须给出能与目标比较的结果。收到：没有输出节点。请添加一个输出，并把最后一层连到它。
    .title = 图没有输出。
problem-too_deep = 最多 { $limit } 层可以前后相连；再多 Keras 就会失败。收到：{ $depth } 层的链。请移除一些层。
    .title = 前后相连的层太多。
problem-not_yet = 此 Layerloom 接受输入、Keras 层和运算，以及输出。收到：{ $kind }，即 `{ $name }`。请换成一个 Keras 层。
    .title = { $kind }尚不能使用。
node-block = 块
node-backbone = 骨干网络
node-custom = 自定义代码
problem-custom_gone = 它调用的是“你的代码”里的层或函数。收到：`{ $name }`，其代码已不在本项目中。请撤销删除它的操作，或移除这个节点。
    .title = { $name } 的代码不见了。
problem-custom_unproven = 只有在这里验证过的代码才会在这里运行。收到：`{ $name }`，它调用 `{ $code }`。请在“你的代码”中打开 `{ $code }`，然后按“验证”。
    .title = { $code } 尚未在这里验证。
problem-custom_name_taken-twice = 一个项目的所有代码都写进同一个脚本，其中一个名称只有一个含义。收到：`{ $name }`，{ $codes } 都定义了它。请在其中一处改名，然后重新验证。
    .title = 有两段代码都定义了 { $name }。
problem-bad_name = 名称有 1 到 100 个可见字符，不含斜杠。收到：{ $name }：{ $reason }。请重命名，例如 `{ $better }`。
    .title = 这个名称不能用。
name-empty = 它是空的
name-long = 它有 { $n } 个字符
name-slash = 里面有斜杠
name-dots = 它只有点
name-control = 里面有控制字符
name-unseen = 它完全不可见
problem-hidden_characters = 看起来相同的名称应当真的相同。收到：{ $name } 中有{ $which }。请重命名为 `{ $better }`，或保持不变。
    .title = 这个名称含有看不见的字符。
hidden-invisible = 不可见字符
hidden-line = 行分隔符
hidden-paragraph = 段落分隔符
problem-duplicate_name = 每个节点都要有自己的名称；Keras 不接受两个相同的。收到：`{ $name }` 出现 { $n } 次。请重命名，例如 { $better }。
    .title = { $n } 个节点都叫 { $name }。

problem-unknown_port-input = `{ $name }` 的输入有：{ $known }。收到：连到 `{ $received }` 的连线。请连到存在的输入。
    .title = { $name } 没有输入 { $port }。
problem-unknown_port-output = `{ $name }` 的输出有：{ $known }。收到：连到 `{ $received }` 的连线。请连到存在的输出。
    .title = { $name } 没有输出 { $port }。
problem-port_taken = `{ $name }` 的 `{ $port }` 只接一条连线。收到：{ $n } 条，来自 { $sources }。请只留一条，或先用 Concatenate 或 Add 把它们合并。
    .title = 有几条连线接到了 { $name } 的同一处。
problem-wrong_way_wire-output = 输出没有去向。收到：从 `{ $name }` 出发的连线。请移除它，或反过来画。
    .title = { $name } 处有一条方向相反的连线。
problem-wrong_way_wire-input = 输入没有来源。收到：通往 `{ $name }` 的连线。请移除它，或反过来画。
    .title = { $name } 处有一条方向相反的连线。
problem-nothing_to_pass = 被绕过的层会把到达它的内容原样传下去。收到：没有连线通往 `{ $name }`。请把一个层连到它，或移除它。
    .title = 没有内容可以绕过 { $name }。
problem-bypassed_port = 到达被绕过的层的内容只从它的第一个输出离开。收到：从 `{ $name }` 的 `{ $port }` 出发的连线。请重新启用该层，或移除连线。
    .title = { $name } 已被绕过，所以没有 { $port }。
problem-input_missing = { $what } 需要一条接到 `{ $port }` 的连线。收到：没有内容流入。请把一个层连到它，或移除 `{ $name }`。
    .title = 没有内容流入 { $name }。
problem-input_missing-port = { $what } 需要一条接到 `{ $port }` 的连线。收到：没有内容到达 `{ $port }`。请把一个层连到它，或移除 `{ $name }`。
    .title = { $name } 在等待 { $port }。
an-output = 输出
problem-too_few_inputs = `{ $name }` 至少合并 { $wanted } 个张量。收到：{ $got }。请再连一个层，或移除 `{ $name }`。
    .title = { $layer } 没有可合并的内容。
problem-too_many_inputs = `{ $name }` 在 `{ $port }` 处接 { $most } 条连线。收到：{ $got }。请移除其余的。
    .title = { $layer } 最多合并 { $most } 个张量。

## 层与参数

problem-unknown_layer = 层必须是 Keras 自带的。收到：{ $layer }。{ $step }
    .title = Keras 没有 { $layer } 层。
problem-unknown_op = 运算必须是 `keras.ops` 中的一个。收到：{ $op }。{ $step }
    .title = Keras 没有 { $op } 运算。
problem-unusable_op = 这里的运算必须接收张量并给出张量。收到：{ $op }：{ $reason }请选择另一个运算，或作用相同的层。
    .title = { $op } 不能用来绘图。
problem-unusable_layer = 这里的层必须只凭参数就能构建。收到：{ $layer }：{ $reason }请选择另一个层。
    .title = { $layer } 不能用来绘图。
unusable-abstract = 抽象：是用 Python 编写层时的基类。
unusable-cell = 单元计算序列的一步：它要放在 RNN 层里面。
unusable-file = 需要训练所用机器上的一个文件：`filepath`。
unusable-op-numbers = 它用单纯的数字造出张量：请把数字写在需要的地方。
unusable-op-no-tensor = 它不给出张量。
unusable-op-rows = 只有行数已知时才能运行，而批次的行数不定。
unusable-op-length = 它的张量有多长取决于流入的数字。
unusable-op-window = Keras 只用写下的数字生成窗口，不用流过模型的内容。
unusable-op-numpy = 它给出 NumPy 数组，模型会在那里中断。
unusable-op-single-rows = Keras 只对长度已知的单行数字计算它；模型的批次两者都不是。
unusable-op-axes = 它给出多少个张量取决于流入的轴数。
unusable-op-rearrange = Keras 只有在行数已知时才能算出它的形状；模型的批次行数不定。请使用 reshape 和 transpose。
unusable-op-adaptive = Keras 3.15 保存的含它的模型无法再次加载。AdaptiveAveragePooling 和 AdaptiveMaxPooling 层作用相同。
unusable-op-conv-transpose = Keras 3.15 在模型中运行它时会弄混两个设置。Conv2DTranspose 等层作用相同。
unusable-python = 需要 Python 代码：{ $what }。
problem-unknown_parameter = 参数用 Keras 自己的名称。收到：{ $layer } 的 { $given }={ $value }。{ $step }
    .title = { $layer } 没有参数 { $name }。
problem-missing_parameter = `{ $path }` 没有默认值：它需要{ $wants }。收到：什么也没有。请设置它。
    .title = { $layer } 需要 { $path }。
problem-bad_parameter = `{ $path }` 需要{ $wants }。收到：{ $name }={ $value }。请更改。
    .title = { $layer } 的 { $path } 不合适。
problem-bad_parameter-better = `{ $path }` 需要{ $wants }。收到：{ $name }={ $value }。请更改，例如改为 { $better }。
    .title = { $layer } 的 { $path } 不合适。
problem-unknown_member = `{ $path }` 需要一种 Keras 自带的{ $kinds }。收到：{ $name }。{ $step }
    .title = Keras 没有{ $kind } { $name }。
problem-shared_owner_missing = `{ $name }` 使用另一个节点的层。收到：{ $owner }，它不是这张图里的层。请给 `{ $name }` 一个自己的层。
    .title = { $name } 所共享的层不见了。
problem-shared_owner_shares = 共享的层只有一个所有者，而所有者有自己的层。收到：`{ $name }` 共享 `{ $owner }`，而它又共享别的层。请共享所有者的层。
    .title = { $name } 共享的层本身也是共享的。
problem-shared_class_differs = 用两次的同一个层只能是一种层。收到：`{ $name }` 是 { $layer }，`{ $owner }` 是 { $owner_layer }。请改成 { $owner_layer }，或给它一个自己的层。
    .title = { $name } 与它共享的层种类不同。

## 数据的列、目标与形状

problem-unknown_column = `{ $name }` 采用 { $data } 的列：{ $known }。收到：{ $column }。{ $step }
    .title = 数据没有列 { $column }。
problem-column_not_usable = 输入是数字或类别。收到：`{ $column }` 的内容是{ $holds }。请从 `{ $name }` 中去掉它。
    .title = 列 { $column } 不能作为输入。
column-holds-text = 自由文本，需要能读文本的层
column-holds-constant = 每行都相同的值，从中学不到什么
column-holds-identifier = 像车牌一样每行都不同的值，从中学不到什么
column-holds-series = 长度不定的序列，没有层能接受
problem-column_twice = 每一列只能进入一个输入一次。收到：`{ $name }` 中有两次 `{ $column }`。请移除一个。
    .title = 列 { $column } 在一个输入里出现了两次。
problem-columns_do_not_mix = 数字和类别可以并列在一个输入里；图片、序列或文本需要各自的输入。收到：{ $columns }。请为 `{ $name }` 选择一个，并为其余的添加输入。
    .title = { $name } 不能同时采用这些列。
problem-input_without_columns = 输入至少采用 { $data } 的一列。收到：所有可用的列都已是目标或属于别的输入。请给 `{ $name }` 自己的列。
    .title = 没有列留给 { $name }。
problem-input_shape_missing = 输入的形状来自数据，或由你指定。收到：两者都没有。请选择数据，或写一个形状，例如 (28, 28, 1)。
    .title = { $name } 还没有形状。
problem-bad_shape = 形状最多有 6 个大小，每个至少为 1，未知的留空。收到：{ $received }：{ $reason }。请改正。
    .title = { $name } 的形状不合理。
shape-sizes = { $n } 个大小
shape-below-one = 有小于 1 的大小
problem-shape_disagrees = { $data } 的每个样本给出 { $found }。收到：`{ $name }` 的 { $given }。请采用数据的形状。
    .title = { $name } 与数据的形状不同。
problem-bad_dtype = 数字以 { $known } 存储。收到：{ $dtype }。请使用 { $guess }。
    .title = { $name } 的类型 Keras 不认识。
problem-tensor_too_large = 张量的一个样本最多有 { $limit } 个数。收到：{ $shape }，即 { $n } 个。请把它改小。
    .title = { $name } 太大。
problem-target_missing = 输出学习 { $data } 的一列：{ $known }。收到：没有。请选择要预测的列。
    .title = { $name } 没有目标。
problem-unknown_target = `{ $name }` 学习 { $data } 的一列：{ $known }。收到：{ $column }。请从中选一列。
    .title = 数据没有列 { $column }。
problem-target_not_usable = 目标是数字、图片，或至少有两个值的类别。收到：`{ $column }`{ $reason }。请选择另一列。
    .title = 列 { $column } 无法学习。
unlearnable-empty = 在每一行都是空的
unlearnable-constant = 在每一行都是同一个值
unlearnable-identifier = 几乎在每一行都是独有的数字或名称
unlearnable-text = 几乎在每一行都是独有的文本
unlearnable-series = 在每一行都是一整个序列
unlearnable-classes = 有 { $n } 个类别
problem-target_leak = 要预测的内容不能作为输入。收到：`{ $column }` 是目标，却经由 `{ $name }` 流入。请从 `{ $name }` 中去掉它。
    .title = 模型看到了答案。
problem-no_data = 形状可以不靠数据画出来，训练却需要数据。收到：没有数据集。请在数据面板中选择一个。
    .title = 还没有可供训练的数据。

## 不相配的形状

problem-wrong_rank = { $layer } 需要 { $sizes }。收到：来自 `{ $source }` 的 { $shape }，{ $sample }。{ $step }
    .title = { $layer } 要的是{ $wants }，得到的是{ $is }。
problem-shapes_differ = { $layer } 逐个数字地计算，所以它的所有输入要有同样的形状。收到：{ $got }。请把它们变成同样的形状，例如用 Dense 或 Conv 层，或使用 Concatenate。
    .title = { $layer } 合并相同的形状，这些却不同。
problem-shapes_do_not_join = 除了要合并的那个轴（轴 { $axis }），所有大小都必须相等。收到：{ $got }。请先把其余的变成同样大小。
    .title = Concatenate 无法把它们并在一起。
problem-shapes_do_not_broadcast = { $op } 逐个数字地计算：从最后一个轴数起，大小必须相等，或其中之一为 1。收到：{ $got }。请把它们变成相配的大小，例如用 Dense 层或 reshape。
    .title = { $op } 无法让这些数字一一对应。
problem-matrices_do_not_fit = { $op } 用行乘以列：第一个的最后一个大小（{ $first }）必须等于第二个的倒数第二个大小（{ $second }）。收到：{ $got }。请用 transpose 转置其中一个，或用 Dense 层使大小一致。
    .title = { $op } 无法相乘这些矩阵。
problem-rows_lost = 输出需要为每个样本给出一个答案，所以第一个轴必须保持开放。收到：来自 `{ $source }` 的 { $shape }：样本被混在一起或换了位置。请给运算指定 0 以外的轴（例如 -1），或让轴 0 留在最前。
    .title = `{ $output }` 丢失了样本。
problem-rows_mixed = 每个样本必须保留自己的数字。收到：{ $got }，每个样本 { $before } 个数字；`{ $name }` 给出 { $gives }，每个样本 { $after } 个，于是不同样本的数字混到了一起。请选择乘积为 { $before } 的大小。
    .title = `{ $name }` 混合了样本。
problem-kernel_too_large = 它的窗口（{ $param }）{ $window } 必须放得进输入的内容。收到：来自 `{ $source }` 的 { $shape }。请使用更小的 { $param }、padding "same"，或在它之前少做池化。
    .title = { $layer } 要看的比现有的多。
problem-wrong_numbers = { $layer } 处理的是{ $wants }。收到：来自 `{ $source }` 的 { $dtype }。请让它之前的部分给出另一种数字，或在此使用另一个层。
    .title = { $layer } 处理的是{ $wants }，得到的是{ $is }。
problem-wrong_channels = { $layer } 处理有 { $wants } 个通道的图片。收到：来自 `{ $source }` 的 { $shape }。请用在图片仍有颜色的地方，或在此使用另一个层。
    .title = { $layer } 要 { $wants } 个通道，得到 { $n } 个。
problem-too_small = { $layer } 需要至少为 { $least } 的大小。收到：来自 `{ $source }` 的 { $shape }。请在它之前少缩小一些，或更改它的设置。
    .title = { $layer } 需要的比这更多。
problem-one_value_each = { $layer } 每个样本接受一个值，即 (None, 1)。收到：来自 `{ $source }` 的 { $shape }，{ $sample }。请给它一列。
    .title = { $layer } 每个样本接受一个值。
problem-equation_does_not_fit = 逗号前的字母代表进来的轴，批次在最前：除它之外有 { $axes } 个。收到：来自 `{ $source }` 的 { $shape }，除批次外有 { $n } 个。请写与轴数一样多的字母。
    .title = 算式的轴数不符。
problem-reshape_does_not_fit = `target_shape` 容纳的数必须与进来的一样多：{ $numbers }。收到：{ $wanted }，而进来的是来自 `{ $source }` 的 { $shape }。请选择乘积为 { $numbers } 的大小。
    .title = Reshape 必须保留每一个数。
problem-size_unknown = 权重是为固定数量的特征准备的。收到：来自 `{ $source }` 的 { $shape }，最后一个大小未定。请给输入一个完整的形状，或在它之前放一个 GlobalAveragePooling 层。
    .title = { $layer } 必须知道输入有多宽。
problem-shared_inputs_differ = `{ $name }` 使用 `{ $owner }` 的权重，它们是为 { $first } 准备的。收到：{ $now }。请把两者变成同样的形状，或给 `{ $name }` 一个自己的层。
    .title = 一个共享的层得到了两种宽度的输入。
problem-layer_refused = Keras 无法用 `{ $name }` 的参数和输入构建它。收到：{ $got }。Keras 的原话在证据里；请检查它的参数和流入的内容。
    .title = { $layer } 不能接受这个。
problem-too_many_parameters = 这里的模型最多有 { $limit } 个参数。收到：{ $n } 个参数；上限 { $limit }。`{ $name }` 得到 { $got }。请减少单元或滤波器，或缩小它的输入。
    .title = { $layer } 会有 { $n } 个参数。
problem-too_many_parameters_together = 这里的模型最多有 { $limit } 个参数。收到：{ $n } 个参数；上限 { $limit }。最大的层是 { $largest }。请把它们改小。
    .title = 模型会有 { $n } 个参数。

## 输出、损失与指标

problem-units_differ_from_classes = 每个类别需要一个自己的单元。收到：来自 `{ $last }` 的 { $units } 个，对 { $classes } 个类别。请把它的 units 设为 { $classes }。
    .title = { $target } 有 { $classes } 个类别，最后一层有 { $units } 个单元。
problem-one_unit_for_classes = { $loss } 为每个类别比较一个数。收到：来自 `{ $last }` 的一个数，而 `{ $target }` 有 { $classes } 个类别。Keras 不会抱怨，却什么也学不到。请给最后一层每个类别一个单元。
    .title = 一个单元无法在 { $classes } 个类别中选择。
problem-units_for_one_number = { $what } 需要一个单元。收到：来自 `{ $last }` 的 { $units } 个。请把它的 units 设为 1。
    .title = { $target } 是一个数，最后一层给出 { $units } 个。
units-a-number = 一个数
problem-softmax_on_one_unit = softmax 把 1 分给所有单元，而 `{ $last }` 只有一个。收到：units=1，activation=softmax。请使用 sigmoid，或每个类别一个单元。
    .title = 一个单元上的 softmax 总是回答 1。
problem-loss_wants_probabilities = 没有 from_logits 时，损失读取 0 与 1 之间的数。收到：来自 `{ $last }` 的 { $activation } 数值。请以 softmax 或 sigmoid 结尾，或设置 from_logits。
    .title = { $loss } 需要概率。
problem-logits_already_probabilities = 有 from_logits 时，{ $loss } 会自己算出概率。收到：来自 `{ $last }` 的概率（{ $activation }）。训练会又慢又迟钝。请关闭 from_logits。
    .title = { $Activation } 用了两次。
problem-loss_wants_classes = 这个损失比较各类别的概率。收到：`{ $target }`，一列数字。请使用针对数字的损失。
    .title = { $loss } 用于类别，{ $target } 却是数字。
problem-loss_wants_classes-picture = 这个损失比较各类别的概率。收到：`{ $target }`，一列图片。请使用针对数字的损失。
    .title = { $loss } 用于类别，{ $target } 却是图片。
problem-bounded_for_number = `{ $target }` 可以是任意数，而 { $activation } 始终在 0 与 1 之间。收到：`{ $last }` 上的 activation={ $activation }。请在最后一层使用 linear。
    .title = { $Activation } 无法达到每个数。
problem-sigmoid_for_classes = { $classes } 个类别中只有一个正确，所以它们的概率之和应为 1。收到：`{ $last }` 上的 activation=sigmoid。请使用 softmax。
    .title = sigmoid 会让几个类别同时正确。
problem-output_not_flat = `{ $name }` 每个样本比较 { $wanted } 个数。收到：来自 `{ $last }` 的 { $shape }，{ $sample }。请在最后一层之前放 Flatten 或 GlobalAveragePooling 层。
    .title = { $name } 要一行数，得到的更多。
problem-picture_shape_differs = `{ $target }` 是图片：{ $picture }。收到：来自 `{ $last }` 的 { $shape }，{ $sample }。请让最后一层给出与图片一样多的行、列和通道。
    .title = { $name } 比较的图片形状不同。
problem-vocabulary_too_large = `{ $column }` 的每个词都是小于 { $words } 的数，用来查找那一行。收到：`{ $name }` 的 input_dim={ $rows }。请把 input_dim 设为 { $words }。
    .title = { $name } 没有某些词对应的行。
problem-unknown_application = 骨干网络是 keras.applications 中的模型。收到：{ $application }。{ $step }
    .title = Keras 没有这个骨干网络。
problem-learns_from_no_input = { $layer } 在训练之前从数据中学习，因此数据必须直接流入它。收到：`{ $name }` 位于另一层之后。请把一个输入直接连到它，或改用在训练中学习的层。
    .title = { $layer } 必须紧跟在输入之后。
problem-vocabulary_empty = { $layer } 学习其输入训练部分中的词。收到：{ $columns } 中没有任何词。请为输入选择一个含有词的列，或改变 `{ $name }` 的分词方式。
    .title = { $name } 找不到可学的词。
problem-metric_cannot_work = { $metric }{ $reason }。收到：`{ $target }` 的 { $metric }。请使用 { $better }。
    .title = { $metric } 在这里无法测量。
metric-counts-equal = 统计完全相等的数，而概率从不完全相等
metric-counts-classes = 统计正确的类别，而目标不是类别
metric-measures-distance = 测量数与数的距离，而目标是类别
metric-compares-each = 为每个类别比较一个数，而目标是类别的位置
metric-wants-position = 需要类别的位置，而这个损失需要每个类别一个数
metric-wants-units = 需要每个类别一个单元，而这里只有一个
problem-nothing_to_learn = 训练会改变权重，所以至少有一层要有可以改变的权重。收到：{ $frozen } 不能改变。请把一个层设为可训练。
    .title = 这个模型里没有可以学习的部分。
problem-nothing_to_learn-no_weights = 训练会改变权重，所以至少有一层要有可以改变的权重。收到：没有带权重的层。请在输出之前放一个 Dense 层。
    .title = 这个模型里没有可以学习的部分。

## 训练设置

problem-bad_setting = `{ $field }` 需要{ $wants }。收到：{ $value }。请更改。
    .title = { $field } 不合适。
problem-bad_setting-better = `{ $field }` 需要{ $wants }。收到：{ $value }。请更改，例如改为 { $better }。
    .title = { $field } 不合适。
problem-unknown_monitor = `{ $field }` 观察每一轮都会报告的量：{ $known }。收到：{ $monitor }。请观察 `val_loss`。
    .title = 没有测量名为 { $monitor } 的量。
problem-undirected_monitor = `{ $field }` 观察 Keras 知道越大越好还是越小越好的量：{ $known }。收到：{ $monitor }，它虽有报告，但属于多个输出或只是计数。请观察 `val_loss`。
    .title = { $name } 可升可降。
problem-nothing_to_unfreeze = 第二阶段让第一阶段冻结的骨干网络的层也学习。收到的图里没有冻结的骨干网络。请冻结一个，或只用一个阶段训练。
    .title = 第二阶段没有可以解冻的层。
problem-too_many_to_unfreeze = 第二阶段让骨干网络的最后几层学习。收到 `{ $name }` 的 { $layers } 层，而它只有 { $n } 层。最多选 { $n } 层。
    .title = 骨干网络没有这么多层。
problem-plateau_with_schedule = 停滞时降低学习率，需要学习率是一个数。收到：{ $schedule }，它是一种调度，已经在每一步改变学习率。两者请只留其一。
    .title = 学习率会有两个主人。
problem-bad_weight = 输出的权重是大于 0 的数。收到：{ $weight }。请设为 1，或移除该输出。
    .title = { $name } 的权重不合适。

## 模型要去的设备

problem-layer_cannot_go_there = { $target }上的模型是 { $format }，它不接受 `{ $layer }`。收到：{ $why }。请换一个层，或换一种设备。
    .title = { $name } 去不了{ $target }。
problem-layer_cannot_go_there-others = { $target }上的模型是 { $format }，它不接受 `{ $layer }`。收到：{ $why }。请换一个层，或以 { $others } 导出模型。
    .title = { $name } 无法以 { $format } 去{ $target }。
problem-steps_not_written_out = 作为 { $format }，`{ $layer }` 只读固定长度的序列，最多 { $most } 步。收到：{ $shape }。请给输入定下这样的长度，或以 { $instead } 导出模型，它可读任意长度。
    .title = { $name } 无法以 { $format } 去{ $target }。
target-server = 服务器
target-browser = 浏览器
target-phone = 手机
target-raspberry_pi = 树莓派
