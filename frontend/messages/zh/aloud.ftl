# 屏幕阅读器在节点或连线的名称之后读出的内容。
aloud-sentence = { $text }。
aloud-bypassed = 已绕过。
aloud-gives = 输出 { $shapes }。
aloud-carries = 传递 { $shape }。
aloud-parameters = { $n } 个参数。
aloud-from = 来自 { $names }。
aloud-to = 通往 { $names }。
aloud-error = 问题：{ $title }
aloud-warning = 警告：{ $title }
