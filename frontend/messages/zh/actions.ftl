actions-group-go = 前往
actions-group-add = 添加
actions-group-edit = 编辑
actions-group-move = 移动与游走
actions-group-view = 视图
actions-group-run = 训练
actions-group-project = 项目
actions-group-share = 协作
actions-group-settings = 设置与帮助

actions-key-ctrl = Ctrl
actions-key-meta = Meta
actions-key-alt = Alt
actions-key-shift = Shift
actions-key-enter = 回车
actions-key-escape = Esc
actions-key-space = 空格
actions-key-tab = Tab
actions-key-delete = Delete
actions-key-backspace = 退格
actions-key-home = Home
actions-key-end = End
actions-key-pageup = 上一页
actions-key-pagedown = 下一页
actions-key-insert = Insert

actions-anything = 前往任何地方
actions-anything-hint = 查找节点、层、运行、设置、命令……
actions-found = 搜索结果
actions-recent = 最近
actions-nothing = 没有与“{ $query }”匹配的内容。
actions-count = { $n ->
    [0] 没有找到
   *[other] 找到 { $n } 项
}
