# 数据可能有的问题：上传的表格、数据集、一次运行的各行。

## 上传的表格

problem-csv_empty = 表格需要一行列名，下面至少有一行数据。收到：没有任何文字的文件。请把表格重新存为 CSV 再上传。
    .title = 文件是空的。
problem-csv_no_rows = 表格的列名下面至少要有一行。收到：{ $n } 个列名，此外什么也没有。请添加行，或上传另一个文件。
    .title = 有列名，但没有行。
problem-csv_not_text = CSV 文件是纯文本，一行文字一行数据。收到：{ $what }。请用制作它的程序打开，存为 CSV（UTF-8）。
    .title = 这不是 CSV 文件。
problem-csv_encoding = CSV 文件中的每个字符都遵循同一种编码。收到：以 { $encoding } 开头的文件，第 { $position } 个字节不符合它。请重新存为 UTF-8 编码的 CSV；若你的程序只提供 Windows-1252 或 UTF-16，也可以。
    .title = 无法读取文件中的文字。
problem-csv_nul = CSV 文件是纯文本。收到：第 { $line } 行有 NUL 字符，文本里绝不会有它；文件可能已损坏。请把表格重新存为 CSV 再上传。
    .title = 文件里有 NUL 字符。
problem-csv_too_many_columns = 表格最多 { $most } 列。收到：{ $n } 列。请去掉一些；如果行和列颠倒了，请转置表格。
    .title = 表格的列太多。
problem-csv_too_many_rows = 表格最多 { $most } 行。收到：超过此数。请上传其中一部分行。
    .title = 表格的行太多。
problem-csv_cell_too_long = 单元格最多 { $most } 个字符。收到：第 { $line } 行有更长的。请缩短它，或去掉那一列；缺少换行也会这样。
    .title = 有一个单元格太长。
problem-csv_unclosed_quote = 以 " 开头的单元格必须以 " 结尾。收到：从第 { $line } 行开始的数据打开了引号，直到文件结束或过了很久仍未关闭。请关闭它，或把单元格内的引号写两次。
    .title = 有一个引号没有关闭。
problem-csv_bad_quotes = 引号括起的单元格之后，只能是下一个单元格或行尾。收到：第 { $line } 行有别的内容。请把单元格内的引号写两次。
    .title = 引号的位置不对。
problem-csv_ragged = 每行需要 { $n } 个单元格，每个列名一个。收到：{ $received }。请改正这些行；含有分隔符的单元格必须放在引号里。
    .title = 有些行的单元格太多或太少。

## 上传的图片压缩包

problem-zip_damaged = 图片应放在完整的 zip 压缩包里。收到的压缩包无法读取（{ $error }）。请重新打包或重新下载。
    .title = zip 已损坏。
problem-zip_without_pictures = 图片压缩包里每个类别一个文件夹，内有 PNG、JPEG、GIF、BMP 或 WebP 文件。收到 { $n } 个文件，没有一个是这样的图片。请打包存放图片的文件夹。
    .title = zip 里没有图片。
problem-zip_without_folders = 图片要按类别放进文件夹，因为要学的就是文件夹。收到 `{ $name }`，没有文件夹。请把图片分到文件夹里再打包。
    .title = 图片没有放在文件夹里。
problem-zip_one_class = 区分图片至少需要两个类别，每个类别一个文件夹。收到的图片都在“{ $name }”里。请再加一个放其他图片的文件夹。
    .title = 只有一类图片。
problem-zip_unreadable = 图片应是 PNG、JPEG、GIF、BMP 或 WebP 文件。收到的文件名字像图片，内容却不是，第一个是 `{ $name }`。请重新保存为图片。
    .title = zip 里没有一张图片能读取。
problem-zip_too_many = 一个 zip 最多 { $limit } 个文件。收到 { $n } 个。请只打包一部分图片。
    .title = zip 里的文件太多。
problem-zip_too_many_classes = 每个文件夹是一个类别，最多 { $limit } 个。收到 { $n } 个文件夹。请把同一类的图片放进同一个文件夹。
    .title = 类别太多。
problem-zip_class_name = 文件夹的名字就是类别，最多 { $limit } 个字符。收到“{ $name }”。请缩短它。
    .title = 有一个文件夹的名字太长。
problem-zip_bomb = 图片本来就是压缩过的，解开后不会大很多。收到的 zip 会从 { $packed } MB 变成 { $size } MB。没有解压任何内容。
    .title = zip 解开后远大于它本身。
problem-zip_outside = zip 里的文件应留在里面。收到 `{ $name }`，这个路径通向外面。没有解压任何内容。
    .title = zip 里的路径通向外面。
problem-zip_link = 图片压缩包里应是普通文件。收到 `{ $name }`，它是指向另一个文件的链接。请打包文件本身；没有解压任何内容。
    .title = zip 里有链接。
problem-zip_encrypted = 图片压缩包不能有密码。收到的 `{ $name }` 有密码。请不带密码打包。
    .title = zip 有密码。
problem-zip_nested = 图片压缩包里应是文件夹，不是别的压缩包。收到 `{ $name }`。请解开它，再打包其中的图片。
    .title = zip 里还有压缩包。
problem-zip_twice = zip 里每个文件只能出现一次，否则不知道以哪个为准。收到两个 `{ $name }`。请重新打包。
    .title = zip 里有两个相同的文件。
problem-zip_overlaps = zip 里的文件依次排列。收到的 `{ $name }` 与另一个文件共用字节。没有解压任何内容。
    .title = zip 重复使用了同样的字节。
problem-picture_size = 图片可以缩放到 1 到 { $most } 像素。收到的{ $side }是 { $pixels }。常用 96 或 224。
    .title = 这不是图片的尺寸。
picture-height = 高度
picture-width = 宽度
problem-pictures_too_large = 所有图片缩放后合计最多 { $most } GB。收到 { $n } 张图片，共 { $size } GB。{ $fits } × { $fits } 像素放得下，也可以换一个图片更少的 zip。
    .title = 图片合起来太大。
zip-unreadable = { $n } 张图片无法读取，已略去：{ $names }。
zip-loose = { $n } 张图片不在任何文件夹里，已略去：{ $names }。
zip-others = { $n } 个文件不是图片，已略去：{ $names }。
zip-parts = 文件夹 { $names } 已合并：留出的部分在这里按划分的种子抽取。
zip-was-cmyk = { $n } 张图片是印刷用的（CMYK），已转为 RGB。
zip-was-deep = { $n } 张图片每像素 16 位，取高 8 位。
zip-was-moving = { $n } 张图片是动图，取第一帧。
zip-was-transparent = { $n } 张图片有透明部分，已放到白底上。
zip-was-turned = { $n } 张图片拍摄时相机是转着的，已转正。

## 数据集

# 内置数据集可以按 $id 用自己语言的名称。
dataset = { $title }

problem-data_rows = 这个数据集可以生成 10 到 { $most } 行。收到：rows={ $rows }。请选择其间的数。
    .title = 无法生成这么多行。
problem-data_noise = 噪声是 0 到 10 之间的离散度。收到：noise={ $noise }。试试 0.1。
    .title = 无法生成这样的噪声。
problem-unknown_dataset = 这张图需要数据集“{ $name }”，但此处没有安装。请选择另一个，或重新上传文件。
    .title = 这里没有这个数据集。
problem-upload_too_large = 上传最大 { $most } MB。收到：超过此数。请上传其中一部分行。
    .title = 文件太大。
problem-unknown_dataset-upload = 你要的文件不在这里。请重新上传。
    .title = 这里没有这个数据集。
problem-unknown_dataset-yours = 你没有名为“{ $name }”的数据集。请选择另一个，或重新上传文件。
    .title = 这里没有这个数据集。
problem-bad_rows = 请求 1 到 { $most } 行。收到：{ $received }。
    .title = 这不是行数。
problem-dataset_in_use = 有一个正在等待或训练的运行在用此文件。请停止运行或等它结束，再删除文件。
    .title = 有一次运行需要这个数据集。

## 一次运行的各行

problem-no_rows_left = 训练需要目标已知的行。收到：{ $rows } 行，其中 { $complete } 行完整。请选择另一个目标，或填补缺失值而不是删去那些行。
    .title = 没有可供训练的行了。
problem-no_rows_left-split = 划分把所有行都留出了。收到：validation={ $share }。请少留一些：通常是 0.2。
    .title = 没有可供训练的行了。
problem-no_rows_held_out = 划分至少要留出一行。收到：从 { $complete } 行中留出 { $share }，结果一行也没有。请多留一些：通常是 0.2。
    .title = 没有可供验证的行了。
problem-single_class_target = 目标至少需要两个类别。收到：“{ $column }”在每一行都是“{ $value }”。请选择另一列作为目标，或用含有多个类别的文件。
    .title = 只有一个类别可学。

## 对上传的表格做了什么，作为报告中的句子

file-zip = 一个 zip 压缩包或 Excel 工作簿
file-office = 一个旧版 Excel 或 Word 文档
file-pdf = 一个 PDF 文档
file-png = 一张 PNG 图片
file-jpeg = 一张 JPEG 图片
file-gif = 一张 GIF 图片
file-gzip = 一个 gzip 压缩包
file-sqlite = 一个 SQLite 数据库
file-parquet = 一个 Parquet 文件
file-hdf5 = 一个 HDF5 文件
file-numpy = 一个 NumPy 数组
file-program = 一个程序
file-bytes = 不是文本的字节
csv-line-has = 第 { $line } 行有 { $n } 个
csv-read-as = 文件不是 UTF-8；已按 { $encoding } 读取。如果文字显示不对，请存为 UTF-8 后重新上传。
csv-no-header = 第一行是数字而不是名称：各列已命名为 column_1、column_2……
csv-unnamed = 第 { $place } 列没有名称，现叫“{ $name }”。
csv-renamed = 第 { $place } 列与另一列同名，现叫“{ $name }”。
csv-cleaned = 第 { $place } 列的名称已清理，现叫“{ $name }”。
column-note = “{ $name }”：{ $note }
column-gaps = “{ $name }”：{ $n } 个单元格为空。
column-empty = 每个单元格都是空的。
column-infinite = { $n } 个值为无穷大或太大（第 { $line } 行的 { $cell }），按缺失处理。
column-decimal-comma = 它的数字用逗号作小数点。
column-unclear-commas = 它的逗号可能是千位分隔也可能是小数点，因此没有当作数字读取。
column-as-classes = 它的 { $n } 个整数被当作类别。
column-text = 它含有超过 { $most } 种不同的文本，或几乎没有重复，不流入任何输入。
column-over-budget = 它之前的列已有 { $most } 个类别；它不再当作类别读取。

## 对一次运行的各行做了什么

rows-left-out = { $rows } 行中略去 { $n } 行：缺少目标。
rows-left-out-any = { $rows } 行中略去 { $n } 行：缺少目标或其他值。
gaps-median = { $name }：缺失 { $n } 个，用中位数 { $fill } 填补。
gaps-no-category = { $name }：缺失 { $n } 个，填为不属于任何类别。
split = { $train } 行用于训练，留出 { $validation } 行用于验证（{ $share }）。
split-stratified = 每个类别占比相同，划分种子 { $seed }
split-random = 随机抽取，划分种子 { $seed }
split-last = 取最后的，因为各行前后相继
