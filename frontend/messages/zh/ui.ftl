ui-close = 关闭
