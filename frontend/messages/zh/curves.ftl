curves-run-starting = 运行 { $number } 正在启动。
curves-fetching = 正在获取运行 { $number } 的曲线……
curves-no-epoch = 第一轮尚未结束。
curves-every-epoch = 每一轮的指标

# 图表。$name 是指标在 Keras 中的名称。
curves-log-x = { $name }：批次取对数
curves-log-y = { $name }：数值取对数
curves-log-x-short = 对数 x
curves-log-y-short = 对数 y
curves-save-png = 将 { $name } 存为 PNG
curves-axis-epoch = 第 { $n } 轮
curves-epoch = 第 { $n } 轮
curves-at = 第 { $epoch } 轮，第 { $step } 步
curves-key-raw = 批次
curves-key-batch = 平滑
curves-key-train = 训练
curves-key-validation = 验证
curves-picture-batches = 批次，已平滑
curves-flag = 自第 { $epoch } 轮第 { $step } 步起不是有限值
curves-flag-doc = 曲线中断之处，数值为无穷大或不是数。
curves-not-finite = 不是有限值
curves-spoken-nothing = { $name }：还没有一轮结束。
curves-spoken = 第 { $epoch } 轮后的 { $name }：训练 { $train }。
curves-spoken-both = 第 { $epoch } 轮后的 { $name }：训练 { $train }，验证 { $validation }。

curves-column-epoch = 轮
curves-column-learning-rate = 学习率
curves-column-seconds = 秒
curves-validation-of = 验证 { $name }

curves-smoothing = 平滑
curves-chart = 图表
curves-table = 表格
curves-csv = CSV：
curves-epochs = 按轮
curves-batches = 按批次
curves-save-epochs = 每轮一行存为 CSV
curves-save-batches = 每批一行存为 CSV

curves-facts = 运行概况
curves-samples = 样本/秒
curves-learning-rate = 学习率
curves-device = 设备
curves-isolation = 隔离：{ $jail }
curves-memory = 内存
curves-best = 最佳
curves-gap = 差距
curves-gap-small = 小
curves-gap-small-why = 学到的东西对网络没见过的行同样成立。
curves-gap-growing = 在变大
curves-gap-growing-why = 训练还在变好，验证却在变差：网络开始死记这些行了。
curves-gap-large = 大
curves-gap-large-why = 验证远远落后于训练。更多数据、Dropout 或更小的网络可以让两者靠拢。
curves-queue = 队列
curves-next = 下一个
curves-place = 第 { $n } 位

curves-failed = 运行失败。
curves-close = 关闭并显示曲线
curves-received = 收到的内容
curves-phase = 阶段 { $n }
curves-phase-spoken = 从第 { $epoch } 轮起进入阶段 { $n }。
