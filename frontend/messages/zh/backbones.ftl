# 骨干网络：展开，以及它们的权重文件。
backbones-unfold = 展开
backbones-unfold-doc = 它的层作为一个块取代它，冻结与预处理都和这里一样；有权重时连同权重。撤销即可重新折叠。
backbones-unfold-title = 展开 { $name }
backbones-waiting = { $name } 正在等待：引擎仍在启动…
backbones-unfolding = Keras 正在展开 { $name }…
backbones-arranging = 正在排列 { $name } 的层…
backbones-unfolded = { $name } 现在是一个块。
backbones-no-shape = 它的层取决于流入的内容。请先把它接到图片上：（高，宽，3）。
backbones-changed = 它在此期间被改动了。请按现在的样子展开。
backbones-again = 重试
backbones-close = 关闭
backbones-cancel = 取消
