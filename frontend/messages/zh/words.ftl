word-yes = 是
word-no = 否
word-none = 无
word-apply = 应用
word-cancel = 取消
word-close = 关闭
