# 为什么不能画这条连线。名称是用户自己起的。
wire-dangling = 连线的两端都要有节点。
wire-crosses = { $source } 与 { $target } 不在同一个块里。连线不能穿过块的边界，要经过块的端口。
wire-self = { $name } 不能连到自己。
wire-from-output = { $name } 是模型的终点：输出没有去向。
wire-into-input = { $name } 是模型的起点：输入没有来源。
wire-no-output = { $name } 没有输出“{ $port }”。
wire-no-input = { $name } 没有输入“{ $port }”。
wire-twice = { $source } 与 { $target } 已经连上了。
wire-circle = 这样会形成环：{ $path }。数据只能朝一个方向流动。
wire-taken = { $name } 只接一条连线，它已来自 { $before }。请先删除那条连线，或用 Add、Concatenate 把两者合并。
wire-another-node = 另一个节点
wire-this-node = 此节点
