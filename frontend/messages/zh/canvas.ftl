canvas-note-empty = 空便签
canvas-note-says = 便签：{ $text }

canvas-undo = 撤销
canvas-replace = 替换
canvas-wire-removed = 连线已删除。
canvas-wire-into = { $name } · { $port }
canvas-wire-choose = 松开以选择一个层
canvas-wire-let-go = 松开以删除连线
canvas-two-ends = 连线从节点下方的输出连到另一个节点上方的输入。

canvas-refused-dangling_edge = 没有节点
canvas-refused-wire_across_blocks = 在别的块里
canvas-refused-self_loop = 连到了自己
canvas-refused-wrong_way_wire = 方向反了
canvas-refused-unknown_port = 没有这个端口
canvas-refused-duplicate_edge = 已经连上
canvas-refused-port_taken = 已被占用
canvas-refused-cycle = 会形成环

canvas-note-hint = 双击即可书写
canvas-note-text = 便签内容
canvas-note-placeholder = 写在这里。**粗体**、*斜体*、- 列表、# 标题。
canvas-note-color = 便签颜色
canvas-note-yellow = 黄色
canvas-note-green = 绿色
canvas-note-blue = 蓝色
canvas-note-pink = 粉色
canvas-note-grey = 灰色
canvas-note-remove = 删除便签

canvas-remove = 删除
canvas-duplicate = 复制一份
canvas-share = 共享权重，或再次使用这一层
canvas-bypass = 绕过或重新启用
canvas-connect = 连线到……
canvas-copy = 复制
canvas-cut = 剪切
canvas-paste = 粘贴
canvas-paste-with-wires = 连同输入连线一起粘贴
canvas-copied = 已将 { $n } 个对象复制为文本，可以粘贴到任何地方。
canvas-nothing-to-paste = 剪贴板上没有图的任何部分。
canvas-write = 在便签里书写
canvas-choose = 选中当前聚焦的对象
canvas-select-all = 全选
canvas-select-upstream = 选中之前的全部
canvas-select-downstream = 选中之后的全部
canvas-select-path = 选中两者之间的路径
canvas-no-path = 它们之间没有连线相通。
canvas-deselect = 取消选择

canvas-search = 在此添加层
canvas-add-note = 添加便签
canvas-fit = 显示全部
canvas-fit-selection = 显示选中的部分
canvas-full-size = 原始大小，100 %
canvas-zoom-in = 放大
canvas-zoom-out = 缩小
canvas-tidy = 整理布局
canvas-map = 显示或隐藏缩略图
canvas-hand = 手形：拖动即移动画布
canvas-select = 箭头：拖动即框选

canvas-move-left = 左移
canvas-move-right = 右移
canvas-move-up = 上移
canvas-move-down = 下移
canvas-far-left = 大步左移
canvas-far-right = 大步右移
canvas-far-up = 大步上移
canvas-far-down = 大步下移
canvas-walk-left = 走到左边的节点
canvas-walk-right = 走到右边的节点
canvas-walk-up = 沿连线向上走
canvas-walk-down = 沿连线向下走

canvas-menu = 这里可以做什么
canvas-insert = 在连线中插入层
canvas-tools-view = 视图
canvas-tools-draw = 绘图
canvas-percent = { $zoom } %
canvas-zoom-now = 缩放 { $zoom } %，恢复原始大小
canvas-drag-selects = 拖动即框选
canvas-map-label = 网络缩略图


canvas-bypassed = 已绕过
canvas-bypassed-why = 已绕过：数据不经过这一层。按 Ctrl+B 重新启用。
canvas-unused = 未使用
canvas-unused-why = 不通向任何输出：不会进入模型。
canvas-changed = 上次运行后有改动
canvas-target = 目标
canvas-no-target = 没有目标
canvas-no-data = 没有数据
canvas-shared = 共享
canvas-shared-with = 使用 { $name } 的权重
canvas-shared-by = 也被 { $names } 使用
canvas-shared-why = 使用另一个节点的权重
canvas-unknown-why = 形状尚不清楚
canvas-params = { $n ->
   *[other] { $params } 个参数
}
canvas-params-gives = { $n ->
   *[other] { $params } 个参数，输出 { $shape }
}
canvas-params-why = { $n ->
   *[other] { $params } 个参数，其中 { $trainable } 个可以学习
}
canvas-input = 输入
canvas-output = 输出
canvas-input-named = 输入 { $name }
canvas-output-named = 输出 { $name }
canvas-port-many = { $name }（可接多条连线）
canvas-port-optional = { $name }（可以不接）

canvas-is-node = 节点
canvas-is-wire = 连线
canvas-is-note = 便签
canvas-network = 网络
canvas-wire-label = 从 { $from } 到 { $to } 的连线
canvas-shape-why = { $dtype }，一个样本：{ $shape }
canvas-shape-is = { $shape } 是{ $kind }
canvas-insert-after = 在来自 { $name } 的连线中插入层
canvas-insert-here = 在此插入层

canvas-empty = 先放一个输入。
canvas-empty-how = 数据自上而下流动：输入、各层、输出。每条连线都显示流过它的形状。
canvas-empty-no-data = 数据自上而下流动：输入、各层、输出。每条连线都显示流过它的形状；在右侧选好数据，形状就是真实的。
canvas-empty-input = 添加输入
canvas-empty-search = 搜索层
canvas-double-click = 双击
canvas-empty-yet = 这里还没有画任何东西。
canvas-tidy-failed = 无法整理网络：页面的一部分尚未到达，而服务器没有响应。
canvas-explain = 讲解这个层

canvas-group = 组成块
canvas-unpack = 拆开块
canvas-unfold = 展开骨干网络
canvas-enter-block = 打开块
canvas-leave-block = 离开块
canvas-select-too = 一并选中
canvas-where = 当前位置
canvas-model = 模型
canvas-times = × { $n }
canvas-at-top = 整个模型
canvas-inside = 在 { $name } 里，共 { $n } 个节点
canvas-see-inside = 显示 { $name } 的内部
canvas-show-inside = 显示内部
canvas-inside-of = { $name } 内部：{ $names }
canvas-empty-block = 这个块里还没有内容。
canvas-empty-block-how = 进来的是输入，出去的是输出，层放在两者之间。
