data-heading = 数据
data-set = 数据集
data-no-data = 还没有数据
data-none = 选择一个数据集，或把 CSV 文件、图片 zip 拖到这里。输入会采用它的形状。
data-from-csv = 你的文件
data-from-builtin = 内置
data-from-generated = 生成
data-lost = <b>{ $name } 不在这里。</b>这张图是用它画的。请重新上传文件，或选择另一个数据集。

data-upload = 上传文件……
data-csv-file = CSV 文件，或每个类别一个文件夹的图片 zip
data-uploading = 正在上传 { $name }
data-reading = 正在读取 { $name }……
data-upload-of = 上传 { $name }
data-too-large = 文件太大。
data-too-large-why = 表格最多 { $most }。收到：{ $name }，{ $size }。请上传其中一部分行。
data-too-large-zip = zip 最大 { $most }。收到的 { $name } 有 { $size }。请只打包一部分图片，或把图片缩小。

data-picture-height = 高度
data-picture-width = 宽度
data-picture-side-doc = 每张图片进入网络之前缩放到的像素数。
data-colours = 颜色
data-colours-doc = 彩色有三个通道，灰度只有一个。
data-colours-rgb = 彩色
data-colours-grayscale = 灰度
data-fit = 比例
data-fit-doc = 保持比例并裁去多余部分，或把整张图片拉伸。
data-fit-crop = 保持
data-fit-stretch = 拉伸
data-class-counts = { $n } 个类别

data-rows = 行数
data-noise = 噪声
data-seed = 种子
data-seed-doc = 用于生成各行。
data-empty-cells = 空单元格
data-fill = 填补
data-fill-doc = 数字用训练部分的中位数填补；类别则不属于任何已知类别
data-drop = 删去该行
data-drop-doc = 有空单元格的行不参与

data-size = { $rows }，{ $columns }
data-columns = { $n } 列
data-split = <b>{ $train }</b> 行用于学习，留出 <b>{ $validation }</b> 行，种子 { $seed }
data-split-stratified = <b>{ $train }</b> 行用于学习，留出 <b>{ $validation }</b> 行，分层，种子 { $seed }

data-split-last = <b>{ $train }</b> 行用于学习，留出最后 <b>{ $validation }</b> 行，因为各行前后相继

data-report = 对文件做了什么
data-first-rows = 前几行
data-first-rows-of = 文件的前几行
data-empty = 空
data-missing = { $n } 个为空
data-steps = { $n } 步
data-words = { $n } 个词
data-is-target = 目标
data-kind-number = 数字
data-kind-category = 类别
data-kind-text = 文本，未使用
data-kind-words = 文本
data-kind-picture = 图片
data-kind-series = 序列
data-kind-constant = 始终相同
data-kind-identifier = 各不相同，未使用

data-target = 目标
data-target-doc = 网络要学会预测的列。
data-target-lost = 这份数据没有可学习的列“{ $target }”。请选择一列。
data-choose-column = 选择一列
data-no-output = 在图中添加一个输出，才能选择它要预测什么。
data-classes = { $name }（{ $n } 个类别）
data-head = { $n ->
   *[other] 有 { $n } 个单元的 Dense
}
data-in-use = 使用中
