export-title = 导出运行 { $number }
export-intro = 每个文件在交给你之前，都会在它自己的运行环境里用你的 32 行数据再跑一遍。与 Keras 不一致的文件不会交出。
export-all = 全部生成并验证
export-for-server = 用于服务器
export-for-browser = 用于浏览器
export-for-phone = 用于手机
export-for-raspberry_pi = 用于树莓派
export-for-others = 用于其他
export-looking = 正在查看已有内容…
export-begin = 生成并验证
export-begin-named = 生成并验证 { $format }
export-again = 再试一次
export-cancel = 取消
export-cancel-named = 取消 { $format }
export-download = 下载
export-download-named = 下载 { $file }
export-progress = { $format } 的进度
export-proven = 已验证
export-written = 已写出，未在此运行
export-refused = 已拒绝
export-not-here = 此处没有

export-stage-waiting = 正在排队
export-stage-reading = 正在读取数据和模型
export-stage-converting = 正在转换
export-stage-proving = 正在重新运行
export-stage-blaming = 正在查找出问题的层

export-what-python = 训练出这个模型的脚本，含预处理。训练好的权重在 Keras 文件里。
export-what-notebook = 同一个脚本的笔记本形式，每个函数一个单元格。
export-what-graph = 图本身。可以在这里或任何一个 Layerloom 中再次打开。
export-what-keras = 权重、层和优化器：keras.models.load_model 读取的文件。
export-what-saved_model = TensorFlow 自己的文件夹，用于 TensorFlow Serving 和其他转换器。
export-what-onnx = 通过 ONNX Runtime 用于服务器、浏览器和手机，支持多种语言。
export-what-litert = 用于手机、树莓派等小型设备；以前叫 TensorFlow Lite。
export-what-litert_float16 = 大小减半；最适合手机的图形处理器。
export-what-litert_int8 = 大小只有四分之一，内部用整数。数值范围在训练部分的行上测得。
export-what-openvino = 用于 Intel 的处理器和图形处理器。
export-what-serving = 一个文件夹，含 Dockerfile、小型服务器和模型。服务器直接接收表格里原样的行。
export-what-core_ml = 用于 iPhone、iPad 和 Mac。
export-what-tensorflow_js = 用于不带 ONNX Runtime 的浏览器。

export-deviation = 最大偏差
export-deviation-doc = 与 Keras 的差距，占该输出最大值的比例。最多允许 { $most }。
export-agreeing = 答案相同
export-agreeing-doc = 最可能的类别与 Keras 相同的行所占比例。
export-size = 大小
export-latency = 单行耗时 p50 / p95
export-latency-doc = 一半的调用不超过第一个时间，100 次中有 95 次不超过第二个；在本机处理器上测得。
export-smallest = 最低要求
export-ms = { $n } 毫秒
export-by = { $rows ->
   *[other] 由 { $runtime } 在 { $rows } 行上重新运行。
}
export-unproven-apple = Core ML 只在 Apple 的系统上运行，所以这个文件已写出但没有运行。使用前请先在 Mac 上试一试。

export-deviates = 它的答案与 Keras 相差最大值的 { $deviation }；最多允许 { $most }。
export-deviates-wholly = 它的答案无法与 Keras 比较：缺少数值，或形状不同。
export-unconvertible = 这个模型无法转换到那里。转换器或运行环境说：
export-unfit-open = { $format } 没有循环：序列的每一步都单独写出，而这里没有人知道会有多少步。
export-unfit-long = { $format } 没有循环：序列的每一步都单独写出，而 { $n } 步多于最多写出的 { $most } 步。
export-unfit-instead = 请用能读任意长度的 LiteRT、LiteRT float16 或 ONNX；或给输入定下最多 { $most } 的长度，再训练一次。
export-int8-instead = LiteRT float16 只占一半大小，却保留更多位数：请试试它。
export-blame = 问题出在 <b>{ $name }</b>（{ $layer }）。
export-blame-deviation = 它自己的输出相差 { $deviation }。
export-no-blame = 无法归咎于单独一层。
export-show = 在画布上显示
export-failed = 没有完成：{ $error }
export-missing = { $n ->
   *[other] 训练模型的环境里没有安装：{ $packages }。用这条命令安装：
}
export-elsewhere = 转换器 { $converter } { $version } 无法与现在的 TensorFlow 装在一起：它要求多年前的版本。请取 SavedModel，解压，并在单独的环境里试试。这里尚未见它成功：
export-backend = 这种格式只能从后端 { $backends } 写出。
