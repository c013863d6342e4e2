# 一个层用它自己的数字在做什么：一句话，以及由此而来的结果。
explain-conv2d = { $n } 个小探测器在图片上滑动。
explain-conv2d-more = 每个探测器一次看 { $window } 个像素，发现自己要找的图案就亮起来。
explain-conv1d = { $n } 个小探测器沿着序列滑动。
explain-conv1d-more = 每个探测器一次看 { $n } 步，发现自己要找的图案就亮起来。
explain-dense = { $n } 个单元，每个都看所有输入的数字。
explain-dense-more = 每个单元给它们加权、求和，再传出一个数字。
explain-max-pooling = 每 { $window } 个像素只留下最强的一个。
explain-max-pooling-more = 图片变小了；找到的东西还在，确切位置则不那么重要了。
explain-average-pooling = 每 { $window } 个像素变成它们的平均值。
explain-average-pooling-more = 图片变得更小、更柔和。
explain-dropout = 训练时，{ $percent } % 的数字会被随机关掉。
explain-dropout-more = 这样就没有单元能只依赖一个邻居；使用模型时什么也不丢。
explain-memory = 由 { $n } 个数字组成的记忆，一步一步地读完序列。
explain-lstm-every-step = 每读一步，它都把当时的想法传下去。
explain-lstm-end = 读到最后，它把记住的内容传下去。
explain-gru-more = 它是门更少的 LSTM：更轻巧，而且往往一样好。
explain-embedding = { $words } 个词，每个都得到一个由 { $n } 个数字表示的位置。
explain-embedding-more = 用法相近的词在训练中会彼此靠近。
explain-attention = { $n } 个头在问：这个位置该看哪些位置？
explain-attention-more = 查询提问，键作答，值就是随后传下去的内容。
explain-sum = { $n ->
   *[other] { $sum } = { $n } 个参数
}
