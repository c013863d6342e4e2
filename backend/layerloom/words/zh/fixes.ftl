# “应用”会做什么，写在问题旁边。简短，不加句号。

fix-use = 使用 { $what }
fix-use_here = 在此使用 { $layer }
fix-use_with_keras = 配合 Keras { $version } 使用
fix-set = 将 { $what } 设为 { $value }
fix-reset = { $what } 使用 Keras 的默认值
fix-rename = 重命名为 { $to }
fix-remove = 移除 { $what }
fix-remove_wire = 移除连线
fix-remove_wire_between = 移除连线 { $source } → { $target }
fix-keep_wire_from = 只保留来自 { $name } 的连线
fix-keep_first = 保留前 { $n } 个
fix-wire_to_it = 把 { $name } 连过来
fix-insert = 插入 { $layer }
fix-insert_before = 在 { $name } 之前插入 { $layer }
fix-insert_everywhere = 在每条连线上插入 { $layer }
fix-move_before = 把 { $name } 移到 { $before } 之前
fix-return_sequences = 让 { $name } 返回序列
fix-switch_on = 重新启用 { $name }
fix-to_the_top = 把 { $name } 放到最外层
fix-add_port = 给 { $name } 加一个端口
fix-own_layer = 使用自己的层
fix-share_first = 共享第一个的层
fix-make_it = 改成 { $layer }
fix-make_trainable = 设为可训练

fix-leave_out = 去掉 { $what }
fix-take = 采用 { $what }
fix-take_columns = 采用 { $n } 列
fix-take_once = 只用一次
fix-shape_of_data = 采用数据的形状
fix-predict = 预测 { $what }

fix-set_units = 将 { $name } 的 units 设为 { $units }
fix-set_head = 将 { $name } 的 units 设为 { $units }，activation 设为 { $activation }
fix-set_activation = 将 { $name } 的 activation 设为 { $activation }
fix-suited_loss = 使用适合目标的损失
fix-logits_on = 打开 from_logits
fix-logits_off = 关闭 from_logits

fix-keep_schedule = 保留学习率调度
fix-hold_backbone = 在第一阶段冻结 { $what }
fix-one_phase = 只用一个阶段训练
fix-constant_rate = 使用学习率 { $rate }
fix-watch = 观察 { $what }
fix-weight_one = 将权重设为 1
fix-pool-in-two = 把 { $name } 分两步池化：数值不变
fix-go-anywhere = 不选设备
