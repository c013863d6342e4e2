# keras.applications 的模型：展开，以及它们的权重文件。

problem-backbone_not_built = Keras 只能用 { $name } 所适合的内容来构建它。收到：{ $what } 请修改它所指出的地方，然后重试。
    .title = Keras 无法构建这个 { $name }。
problem-backbone_not_unfolded = { $name } 的每一层都必须成为带有自己权重的节点。收到：层 `{ $layer }`，它做不到。请让它保持折叠：照样可以训练。
    .title = { $name } 无法展开。
problem-weights_unwanted = 权重文件属于 weights 为 "imagenet" 的骨干网络。收到：没有权重的 { $name }。请先设置它的权重。
    .title = 这个 { $name } 不需要文件。
problem-weights_of_another-hash = { $name } 从 `{ $file }` 读取权重，其哈希为 `{ $hash }`。收到：`{ $given }`，`{ $got }`。请提供这个文件，或把骨干网络的参数设为你的文件所对应的值。
    .title = 这不是 { $name } 需要的文件。
problem-weights_of_another-layers = { $name } 从 `{ $file }` 读取权重；Keras 没有公布它的哈希，因此逐层比较。收到：`{ $given }`，在第 `{ $got }` 层不同。请提供该名称的文件，或把骨干网络的参数设为你的文件所对应的值。
    .title = 这不是 { $name } 需要的文件。
problem-weights_no_network = 这个 Layerloom 不从网络获取任何内容（LAYERLOOM_WEIGHTS_FROM）。请把 `{ $file }` 放到 `{ $folder }`，或上传它。Keras 从 `{ $origin }` 获取它，其哈希为 `{ $hash }`。
    .title = 这里已关闭网络。
problem-weights_unreached = 权重来自 `{ $origin }`。收到：{ $what }。请重试，或在另一台机器上获取 `{ $file }`（哈希 `{ $hash }`），再放到 `{ $folder }` 或上传。
    .title = 无法获取 { $file }。
problem-weights_no_room = `{ $file }` 需要 { $needed } MB。收到：可用 { $free } MB。请腾出磁盘空间后重试。
    .title = 没有空间存放 { $file }。
problem-weights_too_large = 权重文件最多 { $most } MB。收到：`{ $file }`，它更大。请检查它的来源地址。
    .title = { $file } 太大。
