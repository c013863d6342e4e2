# 内置数据集的名称和说明；缺少消息时，显示服务器的原文。

dataset-digits = 手写数字
dataset-digits-doc = 手写数字，8 × 8 像素的图片。
dataset-iris = 鸢尾花
dataset-iris-doc = 三种鸢尾花，凭花瓣和花萼的大小来分辨。
dataset-wine = 葡萄酒
dataset-wine-doc = 三个葡萄品种所酿葡萄酒的化学测量值。
dataset-breast_cancer = 乳腺癌
dataset-breast_cancer-doc = 细胞核的测量值，以及肿瘤是否为恶性。
dataset-diabetes = 糖尿病
dataset-diabetes-doc = 患者的十项测量值，以及一年后病情发展到什么程度。
dataset-moons = 双月
dataset-moons-doc = 两个彼此交错的半圆。
dataset-circles = 圆环
dataset-circles-doc = 大圆里套着小圆。
dataset-spirals = 螺旋
dataset-spirals-doc = 两条相互缠绕一圈半的旋臂。
dataset-balls = 小球
dataset-balls-doc = 一张球的图片和它的距离（米）：近处的小球看起来就像远处的大球。
dataset-pairs = 数字对
dataset-pairs-doc = 两个手写数字，以及它们是否相同。最后的一些对被留出：其中的图片几乎都没有在前面的对里出现过。
dataset-opinions = 评价
dataset-opinions-doc = 编写的购物评价，以及写的人是否满意。字面会误导人：“不坏”。
dataset-visitors = 游泳馆
dataset-visitors-doc = 连续三十天及次日的访客人数（单位：百人）。最后的日子被留出：之后发生的事不能事先知道。

dataset-rows-row = { $n } 行
dataset-rows-picture = { $n } 张图片
dataset-rows-pair = { $n } 对
dataset-rows-sentence = { $n } 句
dataset-rows-day = { $n } 天
