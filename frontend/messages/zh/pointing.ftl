# 只问一次：如何移动画布。
canvas-pointing = 你用什么来移动画布？
canvas-pointing-mouse = 鼠标
canvas-pointing-mouse-how = 滚轮缩放，拖动空白处移动画布。
canvas-pointing-trackpad = 触控板
canvas-pointing-trackpad-how = 双指移动，捏合缩放，拖动框选。
canvas-pointing-later = 以后可随时在设置中更改。
canvas-pointing-close = 保持现状
