# 从别处来的模型：文件为什么打不开，它的各层变成了什么。

## 无法读取的配置

problem-model_malformed = 保存的模型会写明各层以及谁接到谁。收到：已损坏的模型。在 `{ $place }`：{ $expectation }。请用 Keras 重新保存模型，再导入那个文件。
    .title = 这个保存的模型已损坏。
problem-model_without_layers = 文件里保存的是 Functional 和 Sequential 模型的层。收到：类 `{ $name }` 的模型，它的层只写在 Python 代码里。请改为粘贴那段代码，或把它改写成函数式模型。
    .title = 文件没有说明模型有哪些层。
problem-model_holds_code = 这里打开的内容只读取，绝不运行。收到：层 `{ $name }`，{ $why }。请用占位方式打开模型：该层只占住位置，不带代码。
    .title = 层 { $name } 含有 Python 代码。
saved-wants-model = 需要一个带 `class_name` 和 `config` 的对象
saved-wants-layers = 需要一个层的列表
saved-wants-layer = 需要一个带 `class_name` 和 `config` 的层
saved-wants-calls = 需要一个调用的列表
saved-wants-tensor = 张量由层名、第几次调用和第几个输出表示
saved-name-twice = 有两个层都叫“{ $name }”
saved-fed-by-nothing = 它的输入来自“{ $name }”，而文件里没有它
saved-circle = 它绕了一圈接回自己
saved-inputs-differ = 它有 { $n } 个输入，却来了 { $received } 个张量

## 报告：每项一句话

saved-placeholder = `{ $name }`（{ $what }）只占住位置：{ $why }。
saved-at = `{ $name }`：{ $what }。
saved-own-class = `{ $name }` 是用 Python 自己写的类
saved-gone-class = 如今的 Keras 没有 `{ $name }`
saved-not-alone = `{ $name }` 不能放进图里：{ $reason }
saved-lambda = Lambda 就是 Python 代码，绝不解码
saved-code-in = `{ $name }` 里有 Python 代码
saved-function-in = `{ $name }` 是一个 Python 函数
saved-own-function = `{ $name }` 是用 Python 自己写的函数
saved-path-in = `{ $name }` 指定要读取一个文件：{ $value }
saved-odd-value = `{ $name }` 的内容不在任何目录里：{ $value }
saved-bad-value = `{ $name }` 不接受 { $value }
saved-model-inside = `{ $name }` 是放在另一层里的模型
saved-layer-as-activation = 它的激活函数是一个层：`{ $name }`
saved-operation = `{ $name }` 不是可以绘制的运算
saved-op-argument = `{ $name }` 被调用时带有无法绘制的 `{ $argument }`
saved-more-arguments = 来的张量比 { $layer } 能接受的多
saved-no-port = { $layer } 不接受名为 `{ $name }` 的张量
saved-several-at-once = 有几个张量同时接到 { $layer } 的 `{ $name }`
saved-unknown-argument = { $layer } 已不再接受 `{ $name }`；{ $value } 被略去
saved-bad-argument = { $layer } 的 `{ $name }` 不接受 { $value }，已略去
saved-stateful = { $layer } 曾在批次之间保留状态（`stateful`），已略去
saved-inner-frozen = 里面的 { $name } 原来是冻结的，现在不是
saved-hard-sigmoid = 它用到 hard_sigmoid，而 Keras 3 的算法与 Keras 1 和 2 不同：是 x / 6 + 0.5，而不是 0.2 x + 0.5
saved-same = Keras 自用的 `{ $was }` 改用 { $layer } 表示：算法和权重都一样
saved-words-too-many = 它的词表有 { $n } 个词，超过图能容纳的 { $most } 个，已略去
saved-renamed = 名为“{ $was }”的层在这里叫 `{ $name }`。
saved-own-model = 模型属于自己写的类 `{ $name }`；它的层都在，而它的 Python 代码在训练时所做的已略去。
saved-training-argument = `{ $name }` 调用时带有 `training=True`，而 Keras 在整个模型里不理会它；已略去。
saved-other-options = `{ $name }` 与 `{ $owner }` 共享一个层，但调用时的选项不同；它自己的选项已略去。
saved-nested = 里面的模型 `{ $name }` 被平铺开：{ $n } 个层，名称以它的名称开头。
saved-implicit-masks = 有 { $n } 个运算用来产生掩码，Keras 会自己产生；没有画出来。
saved-no-shape = 输入 `{ $name }`：文件没有说明它的形状。请选择数据，或为它设定形状。
saved-fixed-batch = 输入 `{ $name }` 原来只接受大小为 { $n } 的批次；这里批次大小不限。
saved-input-sparse = 输入 `{ $name }` 原来是稀疏的；这里是稠密的。
saved-input-ragged = 输入 `{ $name }` 原来长短不一；这里各行补齐到同样长度。
saved-input-optional = 输入 `{ $name }` 原来可以不给；这里必须给。
saved-weighted-metrics = 加权指标已略去。
saved-loss-scale = 优化器曾为 float16 自动缩放损失（LossScaleOptimizer）；已略去。
saved-lost-loss = 它的损失已略去：{ $why }
saved-lost-metric = 有一个指标已略去：{ $why }
saved-lost-optimizer = 优化器已略去：{ $why }。
saved-not-finite = 有 { $n } 个权重数组（`{ $name }` 等）含有非有限的数。

## 无法打开的文件

problem-file_unreadable-model = 模型从这台机器上的文件读取。收到：{ $name }：{ $error }。请检查它的路径。
    .title = 无法读取这个文件。
problem-model_file_too_large = 模型文件最大 { $most } MB。收到：超过此数。请在保存时不带优化器，或导入它的 `model.to_json()`。
    .title = 文件太大。
problem-model_takes_memory = 读取所用的内存要少于一次运行的内存。收到：一个需要更多内存的文件。请在保存时不带优化器，或导入它的 `model.to_json()`。
    .title = 这个文件占用的内存太多。
problem-model_file_unknown = 模型可以是 `.keras`、`.h5`、`model.to_json()` 的 JSON，或 Python 代码。收到：“{ $name }”，{ $what }。请用 `model.save("model.keras")` 保存模型，再导入那个文件。
    .title = 这个文件不是可以读取的模型。
problem-model_is_code = Python 代码在沙箱里运行，而且要等 Keras 就绪。收到：一个 Python 文件。请粘贴它，或等 Keras 启动后再导入。
    .title = Python 代码不是读取的，而是运行的。
file-empty = 一个空文件
file-pickle = 一个 Python pickle，它其实是程序；绝不打开
file-tflite = 一个 LiteRT 模型，它的层已不存在
file-savedmodel = 一个 TensorFlow SavedModel，它其实是程序；绝不打开
file-onnx = 一个 ONNX 模型
file-text = 一段不含模型的文字
problem-not_json-model = 模型的 `{ $file }` 是一段 JSON 文本。读取停在：{ $evidence }。请重新保存模型。
    .title = 无法读取模型的配置。
problem-duplicate_key-model = 在一个对象里每个名称只能出现一次，否则不清楚以哪个为准。收到：`{ $file }` 里 { $key } 出现两次。请用 Keras 重新保存模型。
    .title = 模型的配置里有一个名称出现了两次。
problem-too_deeply_nested-model = 模型的 `{ $file }` 最多需要 { $limit } 层嵌套的括号。收到：更多。这不是 Keras 写出的配置。
    .title = 模型的配置嵌套太深。
problem-number_too_long-model = 数字最多 { $limit } 位。收到：`{ $file }` 里有更长的数字。这不是 Keras 写出的配置。
    .title = 模型的配置里有一个数太长。
problem-not_finite-model = `{ $file }` 的 `{ $place }` 需要一个数得到的数。收到：{ $evidence }。请在那里用普通的数重新保存模型。
    .title = 模型的配置里有非有限的数。
problem-not_text-model = `{ $file }` 的 `{ $place }` 应是任何文件都存得下的文本。收到：半个字符（单独的代理项）。请换一个名称，再重新保存模型。
    .title = 模型的配置里有不可读的文本。
problem-file_too_large-model = 模型的 `{ $file }` 最大 { $limit } 字节。收到：{ $size }。也许某一层带着很长的列表，例如词表；请去掉它。
    .title = 模型的配置太大。
problem-config_too_large = 一份配置最多 { $limit } 个值。收到：{ $n } 个。请拆分模型，或去掉很长的列表。
    .title = 模型的配置太大。

## .keras 文件，它是一个 zip 压缩包

problem-archive_damaged = `.keras` 文件是一个完整的 zip 压缩包。收到：无法读取的压缩包（{ $evidence }）。请重新复制或下载。
    .title = 文件已损坏。
problem-archive_without_config = `.keras` 文件里有 `config.json`。收到：没有它的压缩包。请用 `model.save("model.keras")` 保存模型。
    .title = 压缩包里没有 Keras 模型。
problem-archive_too_many = `.keras` 文件里只有少数成员，最多 { $limit } 个。收到：{ $n } 个。这不是 Keras 写出的文件。
    .title = 压缩包里的文件太多。
problem-archive_of_another = `.keras` 文件里有 `config.json` 和 `model.weights.h5`。收到：`{ $name }`。请用 `model.save("model.keras")` 保存模型。
    .title = 压缩包里是另一种模型。
problem-archive_of_another-savedmodel = TensorFlow SavedModel 其实是程序，绝不打开。收到：`{ $name }`。请用 `model.save("model.keras")` 保存模型。
    .title = 这是一个 SavedModel。
problem-archive_of_another-torch = PyTorch 检查点是 Python pickle，绝不打开。收到：`{ $name }`。只读取 Keras 模型。
    .title = 这是一个 PyTorch 检查点。
problem-archive_of_another-npz = NPZ 形式的权重是 Python pickle，绝不打开。收到：`{ $name }`。请用 `model.save("model.keras")` 保存模型。
    .title = 这些权重是 pickle。
problem-archive_of_another-sharded = 分成几个文件的权重不能读取。收到：`{ $name }`。请用 `model.save("model.keras")` 把模型存成一个文件。
    .title = 权重被分成了几个文件。
problem-archive_of_another-office = `.keras` 文件里有 `config.json`。收到：一份办公软件的文档。请用 `model.save("model.keras")` 保存模型。
    .title = 这是一份办公文档。
problem-member_twice = 压缩包的每个成员只能出现一次，否则不清楚以哪个为准。收到：`{ $name }` 出现两次。请用 Keras 重新保存模型。
    .title = 压缩包里同一个文件有两份。
problem-member_outside = 压缩包的成员都留在包内。收到：`{ $name }`，一个指向外面的路径。这不是 Keras 写出的文件；什么也没有解开。
    .title = 压缩包伸到了自己外面。
problem-member_link = 压缩包的成员都是普通文件。收到：`{ $name }`，一个指向别的文件的链接。这不是 Keras 写出的文件；什么也没有解开。
    .title = 压缩包里有一个链接。
problem-member_encrypted = `.keras` 文件不加密。收到：带密码的 `{ $name }`。请解开后重新保存模型。
    .title = 压缩包有密码。
problem-member_unknown = `.keras` 文件里有 `metadata.json`、`config.json`、`model.weights.h5` 和词表。收到：`{ $name }`。这不是只由 Keras 写出的文件；请把它去掉。
    .title = 压缩包里有一个模型不会有的文件。
problem-member_too_large = `{ $name }` 最大 { $limit } 字节。收到：超过此数。请在保存时不带优化器，或导入它的 `model.to_json()`。
    .title = 模型的一部分太大。
problem-member_bomb = Keras 几乎不压缩文件。收到：`{ $name }`，它从 { $packed } 字节膨胀到 { $size } 字节。这不是 Keras 写出的文件；什么也没有解开。
    .title = 压缩包解开后远远大于它本身。
problem-member_overlaps = 压缩包的成员依次排列。收到：`{ $name }`，它与另一个成员共用字节。这不是 Keras 写出的文件；什么也没有解开。
    .title = 压缩包把同样的字节用了两次。

## HDF5 文件：.h5，以及 .keras 文件里的权重

problem-hdf5_damaged = 权重是一个 HDF5 文件。收到：无法读取的文件（{ $evidence }）。请重新复制或下载。
    .title = 权重已损坏。
problem-hdf5_link = HDF5 文件里的每样东西只出现一次，而且就在这个文件里。收到：`{ $name }`，一个链接。这不是 Keras 写出的文件；没有跟随任何链接。
    .title = 权重里有一个指向别处的链接。
problem-hdf5_link-again = HDF5 文件里的每样东西只出现一次。收到：`{ $name }`，它和另一个是同一个对象。这不是 Keras 写出的文件。
    .title = 权重里同一个对象出现两次。
problem-hdf5_elsewhere = 数字就在文件本身里。收到：`{ $name }`，它的数字要从另一个文件读取。这不是 Keras 写出的文件；没有打开别的文件。
    .title = 权重在另一个文件里。
problem-hdf5_elsewhere-virtual = 数字就在文件本身里。收到：`{ $name }`，一个由别的数据拼成的虚拟数据集。这不是 Keras 写出的文件；没有打开别的文件。
    .title = 权重由别的文件拼成。
problem-hdf5_filter = Keras 按原样保存数字。收到：`{ $name }`，要用过滤器才能读取。请用 Keras 重新保存模型。
    .title = 权重用过滤器压缩过。
problem-hdf5_not_numbers = 权重是数字。收到：`{ $name }`，里面是别的东西。请用 Keras 重新保存模型。
    .title = 权重里有不是数字的东西。
problem-hdf5_bomb = 数组占用其形状所需的字节。收到：`{ $name }`，它声称有 { $size } 字节，实际只有 { $stored } 字节。这不是 Keras 写出的文件；没有占用内存。
    .title = 权重声称的比文件里有的多。
problem-hdf5_too_much = 一个模型的 HDF5 文件里，这些东西最多 { $limit } 个。收到：更多，在 `{ $name }`。这不是 Keras 写出的文件。
    .title = 权重的部分太多。
problem-h5_without_config = 保存整个模型的 `.h5` 文件里有 `model_config`。收到：没有它的文件，只有权重。请用 `model.save("model.keras")` 保存模型。
    .title = 文件里有权重，但没有模型。

## Python 代码

problem-code_too_long = 粘贴的代码最多 { $limit } 个字符。收到：{ $n } 个。请只粘贴生成模型的部分。
    .title = 代码太多。
problem-code_not_python = 粘贴的代码是 Python。第 { $line } 行不是。收到：{ $what }。请改正那一行。
    .title = 第 { $line } 行不是 Python。
problem-code_failed = 代码在沙箱里运行，没有网络，也没有文件。第 { $line } 行失败了。收到：{ $what }。请改正它，或去掉模型用不到的部分。
    .title = 第 { $line } 行失败了。
problem-code_without_model = 代码会生成一个 Keras 模型并放在变量里。收到：运行到底也没有模型的代码。请调用生成它的函数：`model = build_model()`。
    .title = 代码里没有模型。
problem-code_model_unread = Functional 或 Sequential 模型会说明自己有哪些层。收到：{ $what } 请把它改写成函数式模型。
    .title = 无法读取代码里的模型。
problem-code_not_python-at = 编辑后的代码仍须是 Python。第 { $line } 行不是。收到：{ $what }。请改正那一行；什么都没有改动。
    .title = 第 { $line } 行不是 Python。
problem-code_across_blocks = 连线只连接同一个块里的节点。收到：从 `{ $source }` 通到 `{ $target }` 的代码，而两者在不同的块里。请在画布上画这条连线，或先拆开块。
    .title = 代码从一个块通到了另一个块。
problem-code_in_repeat = 重复或共享的块，除了逐次变化的参数，每一次都相同。收到：只在其中一次里改动 `{ $name }` 的代码。请在块的函数里改，或先拆开块。
    .title = 块的某一次会和其他几次不同。
recode-untold = 第 { $line } 行：改动了 `{ $name }`。数据如何加载和划分在“数据”面板里设置；这里保持原样。
problem-sandbox_missing = 别人带来的代码只在能关住它的地方运行。收到：{ $level }。请在带 Landlock 的 Linux（5.13 或更高）上运行 Layerloom，或导入保存好的模型。
    .title = 这台机器关不住代码。
code-time = 它的 { $seconds } 秒用完了
code-memory = 它的内存用完了
code-network = 它要用网络，而代码在这里没有网络
code-processes = 它启动或触及了另一个进程，而代码在这里不允许这样做
code-file = 它打开了 `{ $name }`，而代码在这里只看得到自己创建的文件
code-file-size = 它写的文件太大
code-line = 第 { $line } 行没有运行到底：{ $what }
code-fit = 没有运行 `fit`；它的要求成了设置：{ $epochs } 轮，批大小 { $batch_size }。
code-model-unread = `{ $name }`：{ $why }
problem-code_not_utf8 = Python 代码是 UTF-8 文本。收到：第 { $position } 个字节不是 UTF-8 的文件。请存为 UTF-8。
    .title = 无法读取代码的文字。
problem-code_switched_off = 运行这个 Layerloom 的人不让粘贴的代码运行（`LAYERLOOM_CODE=off`）。收到：Python 代码。请改为导入保存好的模型。
    .title = 这里关闭了粘贴代码。
problem-unknown_import = 运行从随模型带来的数字开始。收到：一个这里没有保存任何内容的名称。请重新导入模型，或从新的权重开始。
    .title = 这里没有导入的权重。
problem-layers_begin_anew = 导入的权重适合保持原样的层。收到：{ $names }，共 { $n } 层，被改过或是新的。它们从新的权重开始；其余的保留自己的。
    .title = 并非每一层都保留导入的权重。
problem-unknown_model = 代码里有这些模型：{ $known }。收到：{ $name }。请选择其中一个。
    .title = 代码里没有这个模型。
problem-no_weights_inside = `.keras` 或 `.h5` 文件可以带有权重。收到：不带权重的文件。请去掉 --weights。
    .title = 没有带来权重。

## 自己的代码

problem-custom_nothing = 自己的代码是一个 Keras 的层、损失、指标或初始化器（类），或一个张量函数。收到：都不是。请从 `class Twice(keras.layers.Layer):` 开始。
    .title = 代码里没有层，也没有函数。
problem-custom_needs_value = 提供之前会先试用，所以 `__init__` 的每个参数都要有值。收到：没有值的 `{ $name }`。请给它默认值：`{ $name }=…`。
    .title = 试用时 `{ $name }` 需要一个值。
problem-custom_not_kept = 要能保存，它必须记得自己是用什么创建的。收到：没有保存 `{ $name }` 的 `__init__`（第 { $line } 行）。请加上 `self.{ $name } = { $name }`。
    .title = `__init__` 没有保存 `{ $name }`。
problem-custom_failed = 提供之前会先试用：{ $step }。第 { $line } 行失败了。收到：{ $what }。请改正那一行。
    .title = 第 { $line } 行失败了。
problem-custom_other_shape = 输出的形状应是它宣布的：{ $announced }。收到：{ $came }。请改正 `compute_output_shape`，或去掉它。
    .title = 它给出的形状与宣布的不同。
problem-custom_unequal = 保存再加载之后，同样的输入应得到同样的数。收到：`{ $name }` 给出了别的数。请让 `get_config` 说出每个参数，并用种子生成随机数。
    .title = 重新加载之后就不一样了。
problem-code_switched_off-drawn = 这个 Layerloom 的管理者不允许运行自己的代码（`LAYERLOOM_CODE=off`）。收到：`{ $name }`。请改用 Keras 的层。
    .title = 这里关闭了自己的代码。
problem-custom_name_taken = 脚本和 Keras 的名称保持原来的含义。第 { $line } 行给了它另一个含义。收到：`{ $name }`。请换一个名称。
    .title = 名称 { $name } 已被占用。
problem-custom_makes_layers = 处理张量的函数不创建层：每次调用都会是新的层，学不到任何东西。收到：`{ $name }`，它创建了 { $layer }。请写一个类：`class Mine(keras.layers.Layer):`。
    .title = { $name } 创建了层。
problem-custom_not_drawn = “你的代码”里放的是层或处理张量的函数。收到：`{ $name }`，它是{ $kind }。请以 `class Mine(keras.layers.Layer):` 或 `def mine(x):` 开头。
    .title = { $name } 既不是层也不是函数。
problem-custom_kept_already = 一个项目中的每段代码都有自己的名称。收到：`{ $name }`，它已经存在。请编辑那一段，或换一个名称。
    .title = 已经有 { $name } 了。
problem-custom_too_much = 一个项目最多保存 { $most } 段代码。收到：又一段。请删除一段没有用到的代码。
    .title = 这个项目的代码太多了。
problem-custom_not_edited = 只有当所有层都来自 Keras 时，才能在这里编辑图的脚本。收到：调用 `{ $name }`（自己的代码）的脚本。请在“你的代码”中编辑它，并在画布上编辑图。
    .title = 这个脚本调用了自己的代码。
problem-custom_here = 图文件中的代码会在当前进程中运行，拥有你的全部权限。收到：调用 `{ $name }` 的图。请先阅读它的代码；如果信任它，请用 `layerloom.load(path, code=True)` 打开。
    .title = 这个图带有代码。
custom-kind-loss = 损失函数
custom-kind-metric = 指标
custom-kind-initializer = 初始化器
custom-runs = 运行它的各行
custom-builds = 创建它并对一个张量调用
custom-computes = 对数字运行它
custom-saves = 保存它
custom-loads = 重新加载它
