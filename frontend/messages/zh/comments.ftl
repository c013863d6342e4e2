comments = 评论
comments-add = 评论此节点
comments-go = 评论
comments-about = 关于 { $name } 的评论
comments-on = { $name } 上有 { $n } 条评论
comments-write = 评论 { $name }
comments-answer = 回复
comments-answers = 回复列表
comments-send = 发送
comments-change = 修改你写的内容
comments-keep = 保存
comments-resolve = 标记为已解决
comments-reopen = 重新打开
comments-resolved = { $n } 条已解决
comments-delete = 删除
comments-delete-sure = { $n ->
    [0] 删除：请再按一次
   *[other] 连同 { $n } 条回复一起删除：请再按一次
}
comments-gone = 所在节点已不存在
comments-none = 还没有人说话。选中一个节点并按 { $keys } 即可评论。
comments-none-look = 还没有人说话。
comments-said = { $name } 评论道：{ $text }
