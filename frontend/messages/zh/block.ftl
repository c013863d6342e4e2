# 块：把模型的一部分当作一个节点。名称是用户自己起的。
block-refused-none = 请先选中要组成块的层。
block-refused-ends = 输入和输出不能放进块里。请选中它们之间的层。
block-refused-between =
    { $n ->
        [0] { $name } 夹在中间：数据会离开块再回来。请把它也选上。
       *[other] { $name } 和另外 { $n } 个节点夹在中间：数据会离开块再回来。请把它们也选上。
    }
block-refused-no-block = 只有块才能拆开。
block-refused-shares = { $name } 再次使用了 { $owner } 的层。请先让它拥有自己的层。
block-refused-shared = { $names } 也在使用 { $name }。请先让它们拥有自己的层。

block-repeat = 重复
block-repeat-doc = 这个块依次出现多少次，每次都有自己的权重。它需要一个输入和一个输出。
block-repeat-wrong = 块出现的次数是 1 到 { $most } 的整数。收到：{ $typed }。
block-vary = 变化
block-vary-doc = 块内某一层的参数，块每次出现时取不同的值。
block-vary-choose = 选择参数…
block-values-doc = { $n } 个值，用逗号隔开，块每次出现各取一个。
block-values-wrong =
    { $n ->
       *[other] 这个块出现 { $n } 次，需要 { $n } 个用逗号隔开的值。收到：{ $given } 个。
    }
block-same = { $label }：每次相同
block-varies = 在 { $name } × { $n } 里：{ $values }
block-varies-change = 更改
block-kind = 构建为
block-kind-doc = 就地：它的层就是模型自己的层，如同调用一个 Python 函数。模型：模型里的模型，像层一样被调用。
block-kind-inline = 就地
block-kind-model = 模型
block-bypassed = 已绕过
block-bypassed-doc = 块留在图里，数据从旁边绕过。
block-open = 打开
block-unpack = 拆开
block-uses = 再次使用 { $name } 的层和权重。在这里的更改也会在那里生效。
block-go-there = 去看看
block-port-in = 进入块的端口：卡片上的端口用的就是这个名称。
block-port-out = 离开块的端口：卡片上的端口用的就是这个名称。
block-save = 存入我的块
block-saved = { $name } 已存入我的块，每个项目的面板里都有它。
block-library-empty = 还没有保存任何块。请在画布上选中一个块并保存。
block-from-file = 从文件添加…
block-as-file = 把 { $name } 存为文件
block-delete = 删除 { $name }
block-no-clip = 这个文件里没有块。请选择在这里保存的文件，或只含一个块的图。
