# Asked once: how one moves around.
canvas-pointing = How do you move around?
canvas-pointing-mouse = With a mouse
canvas-pointing-mouse-how = The wheel zooms, a drag on empty canvas moves it.
canvas-pointing-trackpad = With a trackpad
canvas-pointing-trackpad-how = Two fingers move, a pinch zooms, a drag selects.
canvas-pointing-later = It can be changed in the settings at any time.
canvas-pointing-close = Leave it as it is
