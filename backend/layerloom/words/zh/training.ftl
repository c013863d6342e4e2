# 什么会让运行意外结束。

## 训练

problem-loss_not_finite = 损失必须一直是有限的数。收到：第 { $epoch } 轮第 { $batch } 批的 loss={ $value }。常见原因是学习率太高：{ $now } 数字没有标准化，或最后的激活函数与损失不相配，也会如此。之前的检查点都保留着。
    .title = 第 { $epoch } 轮第 { $batch } 批，损失不再是数。
problem-out_of_memory = 模型、它的梯度和一个批次必须一起放得进内存。收到：大小为 { $batch } 的批次放不下。试试大小为 { $less } 的批次、更少的单元或滤波器，或更小的图片。
    .title = 运行需要的内存超过了允许的：试试比 { $batch } 更小的批次。
problem-model_too_large = 检查点把权重和优化器为它们记住的内容存在一个文件里。它超过了运行可写的最大文件。请减少单元或滤波器，或用记得更少的优化器，例如 SGD。
    .title = 模型太大，无法保存。
problem-other_layers = 运行只能从层相同的检查点继续。收到：{ $error }。请恢复训练时的版本，或从头训练。
    .title = 要继续的检查点有不同的层。
problem-disk_full = 检查点需要磁盘空间。之前的那个完整保留。请腾出一些空间后再训练。
    .title = 磁盘已满：无法写入最后的检查点。
problem-training_failed = 模型构建好了，但训练失败。Keras 的说法见下方，完整经过在日志里。先看看输出：每个损失都与它的目标和最后一层相配吗？
    .title = Keras 无法训练这个模型。
problem-weights_missing = 带有 ImageNet 权重的骨干网络从文件中读取它们。收到：{ $folder } 中没有 { $file }。请把该文件放到那里（{ $origin }，哈希 { $hash }），或不带权重进行训练。
    .title = 骨干网络的权重不在这里。
problem-weights_damaged = { $folder } 中的文件 { $file } 应有哈希 { $hash }。收到：{ $got }。请从 { $origin } 重新获取。
    .title = 骨干网络的权重已损坏。
problem-no_checkpoint = 运行要从早先运行的检查点继续。那个文件缺失或损坏了。请从头训练。
    .title = 要继续的检查点不见了。
rate-now = 现在是 { $rate }。
rate-tenth = 试试它的十分之一。

## 运行为什么结束、暂停或回到队列：一句接一句的句子

reason-all-epochs = 全部 { $n } 轮已完成。
reason-done = 所有轮次已完成。
reason-stopped-early = 在第 { $epoch } 轮（共 { $epochs } 轮）后提前停止：{ $monitor } 已有 { $patience } 轮没有改善。
reason-best-kept = 保留了最好的一轮，即第 { $epoch } 轮的权重。
reason-stopped-in = 你在第 { $epoch } 轮（共 { $epochs } 轮）停止了它。
reason-stopped-before = 在开始之前被你停止。
reason-stopped-while-paused = 在暂停时被你停止。
reason-stopped-kept = 被你停止。学到的内容已保留。
reason-stopped-stubborn = 被你停止。它没有及时自行结束。
reason-paused = 被你暂停。
reason-paused-in = 你在第 { $epoch } 轮（共 { $epochs } 轮）暂停了它。
reason-taken-up = 由你继续。
reason-closed = 训练时 Layerloom 被关闭；它会从最后的检查点继续。

# 下面各句的前半句。
why-worker-lost = 它的工作进程失去联系
why-forks-lost = 派生运行的进程失去联系
why-outside = 它被外部结束
reason-stopped-meanwhile = 被你停止。{ $why }，没能自行结束。
reason-paused-meanwhile = 被你暂停。其间{ $why }。
reason-goes-on = { $why }；它会从最后的检查点继续。
reason-lost-often = { $why }，接连 { $times } 次。再次启动之前，请查看工作进程的日志。
reason-ended-often = { $why }，接连 { $times } 次，这几乎总是意味着计算机内存不足。

reason-try-smaller = 试试更小的批次、更少的单元或滤波器，或更小的图片。
reason-memory = 内存不足。
reason-memory-limit = 内存不足：它占用了 { $held } GB，上限是 { $limit } GB。
reason-silent = 它没有了声息：{ $seconds } 秒没有任何消息，因此被结束。日志记着它停在哪里。
reason-error = 它以错误结束：{ $error }：{ $message }
reason-crashed = 它崩溃了：{ $what }。多半是内存太少。
reason-see-log = 日志末尾或许有更多说明。
reason-no-word = 它一声不响地结束了（代码 { $code }）。
reason-disk-full = 磁盘已满。请在 Layerloom 的文件夹所在处腾出空间，然后重新训练。
reason-files = Layerloom 无法保存这次运行的文件：{ $error }。请查看工作进程的日志。
reason-rescued-best = 它在第 { $epoch } 轮之后的最佳检查点已保留为 model.keras。
reason-rescued-last = 它在第 { $epoch } 轮之后的最后检查点已保留为 model.keras。
fault-instruction = 非法指令
fault-abort = 某个库内部中止
fault-memory = 内存错误
fault-arithmetic = 算术错误
fault-signal = 信号 { $n }

## How far a run's child is locked in

jail-all = 文件、网络、进程和信号均已隔离（Landlock { $version }、seccomp）
jail-no-files = 网络、进程和信号已隔离（seccomp）；文件未隔离：此内核没有 Landlock
jail-no-network = 文件已隔离（Landlock { $version }）；网络未隔离：这台机器没有 seccomp 过滤器
jail-none = 未隔离：此内核既没有 Landlock，也没有适用于这台机器的 seccomp 过滤器
jail-elsewhere = 未隔离：{ $system } 没有 Landlock；仅有独立进程和限额
jail-own-user = { $level }；独立用户
