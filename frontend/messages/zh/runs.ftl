runs-a-run = 运行
runs-run = 运行 { $number }
runs-none = 还没有运行。
runs-none-yet = 还没有运行。每按一次“训练”，这里就多一次运行，连同它的模型和脚本。
runs-looking = 正在查找运行……

runs-train = 训练
runs-train-doc = 训练这张图的一份快照
runs-starting = 正在启动……
runs-mend-first = 先修好 { $n } 个问题
runs-incomplete = 图还不完整
runs-engine-starting = 引擎正在启动；现在按下会等它就绪
runs-stop = 停止
runs-stop-keep = 停止，保留权重
runs-stop-run = 停止运行 { $number }，保留权重
runs-stopping = 正在停止……
runs-is-stopping = 正在停止……
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

runs-state = 状态
runs-state-queued = 排队中
runs-state-running = 训练中
runs-state-succeeded = 完成
runs-state-failed = 失败
runs-state-stopped = 已停止
runs-state-paused = 已暂停
runs-best = 最佳
runs-took = 用时
runs-started = 开始时间
runs-files = 文件
runs-actions = 操作
runs-place = 队列中第 { $n } 位
runs-download = 下载运行 { $number } 的 { $file }
runs-receipt = 回执

runs-log = 运行日志
runs-log-words = { $name }（{ $layer }）在 { $seconds } 内学到 { $n } 个条目，最常见的在前：{ $shown }
runs-log-bins = { $name }（{ $layer }）在 { $seconds } 内学到 { $n } 个区间，边界为 { $shown }
runs-log-scale = { $name }（{ $layer }）在 { $seconds } 内学到其数字的尺度，均值：{ $shown }
runs-log-model = { $steps ->
   *[other] { $params } 个参数，每轮 { $steps } 个批次，每批 { $each } 个；编译用时 { $seconds }。
}
runs-not-started = 尚未开始

runs-version = 版本
runs-this-canvas = 当前画布
runs-changes-since = 此后有 { $n } 处改动
runs-compare = 比较
runs-compare-version = 将 { $name } 与当前画布比较
runs-restore = 恢复
runs-restore-version = 恢复 { $name }
runs-delete = 删除
runs-delete-version = 删除版本 { $name }
runs-saved = 已保存
runs-saved-by = 由 { $name }
runs-save-version = 保存版本……
runs-save = 保存
runs-name-of-version = 版本名称
runs-version-name = 版本 { $n }
runs-version-saved = “{ $name }”已保存，可在“运行”中找到。
runs-export = 导出…
runs-export-run = 导出运行 { $number }
runs-export-action = 导出训练好的模型

compare-action = 与早先的版本比较……
compare-restored = 图已恢复为 { $name }。
compare-undo = 撤销
