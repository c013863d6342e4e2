# keras.applications 的模型：展开，以及它们的权重文件。

problem-backbone_not_built = Keras 只能用 { $name } 所适合的内容来构建它。收到：{ $what } 请修改它所指出的地方，然后重试。
    .title = Keras 无法构建这个 { $name }。
problem-backbone_not_unfolded = { $name } 的每一层都必须成为带有自己权重的节点。收到：层 `{ $layer }`，它做不到。请让它保持折叠：照样可以训练。
    .title = { $name } 无法展开。
