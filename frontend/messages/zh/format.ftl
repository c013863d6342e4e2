format-one-number = 一个数

# 时间：$n 已经写好，含小数。
format-seconds = { $n } 秒
format-minutes = { $minutes } 分 { $seconds } 秒
format-hours = { $hours } 小时 { $minutes } 分
format-just-now = 刚刚
format-minutes-ago = { $n } 分钟前
format-hours-ago = { $n } 小时前
format-yesterday = 昨天
format-not-a-number = 不是数
format-loss = 损失
format-accuracy = 准确率
format-validation = 验证{ $what }
