runs-a-run = 运行
runs-run = 运行 { $number }
runs-none = 还没有运行。
runs-looking = 正在查找运行……

runs-train = 训练
runs-train-doc = 训练这张图的一份快照
runs-starting = 正在启动……
runs-mend-first = 先修好 { $n } 个问题
runs-incomplete = 图还不完整
runs-engine-starting = 引擎正在启动；现在按下会等它就绪
runs-stop = 停止
runs-stop-keep = 停止，保留权重
runs-stopping = 正在停止……
runs-is-stopping = 正在停止……
runs-pause = 暂停
runs-pause-doc = 把机器让给其他运行；按“继续”后从停下的地方接着训练
runs-pause-run = 暂停运行 { $number }
runs-pausing = 正在暂停…
runs-is-pausing = 正在暂停…
runs-is-paused = 已暂停。
runs-resume = 继续
runs-resume-run = 继续运行 { $number }
runs-pause-action = 暂停训练
runs-resume-action = 继续已暂停的运行
runs-more-problems = 还有 { $n } 个问题：请看下方的“问题”标签页。

runs-waits = 运行正在等待轮到它。
runs-trains = 正在训练。
runs-progress = 第 { $epoch } / { $epochs } 轮 · 第 { $step } / { $steps } 步
runs-progress-run = 运行：第 { $epoch } 轮，共 { $epochs } 轮
runs-progress-epoch = 第 { $epoch } 轮：第 { $step } 步，共 { $steps } 步
runs-left = 还需 { $time }
runs-status = 训练：第 <b>{ $epoch }</b> 轮，共 { $epochs } 轮
runs-stage-waiting = 等待轮到它
runs-stage-data = 正在准备数据
runs-stage-learning = 正在从数据中学习：{ $done } / { $of } 层
runs-stage-building = 正在构建模型
runs-stage-compiling = 正在编译第一步
runs-epochs = { $n } 轮
runs-epochs-in = { $n } 轮，用时 { $time }

runs-state-queued = 排队中
runs-state-running = 训练中
runs-state-succeeded = 完成
runs-state-failed = 失败
runs-state-stopped = 已停止
runs-state-paused = 已暂停
runs-log = 运行日志
runs-log-words = { $name }（{ $layer }）在 { $seconds } 内学到 { $n } 个条目，最常见的在前：{ $shown }
runs-log-bins = { $name }（{ $layer }）在 { $seconds } 内学到 { $n } 个区间，边界为 { $shown }
runs-log-scale = { $name }（{ $layer }）在 { $seconds } 内学到其数字的尺度，均值：{ $shown }；方差：{ $spread }
runs-log-model = { $steps ->
   *[other] { $params } 个参数，每轮 { $steps } 个批次，每批 { $each } 个；编译用时 { $seconds }。
}
runs-not-started = 尚未开始

runs-save-version = 保存版本……
runs-export-action = 导出训练好的模型

compare-action = 与早先的版本比较……
compare-restored = 图已恢复为 { $name }。
compare-undo = 撤销
runs-log-phase = 从第 { $epoch } 轮起进入第二阶段：骨干网络的最后 { $layers } 层也开始学习，学习率 { $rate }；现在有 { $params } 个参数在学习。
