picture-title = Picture and link
picture-preview = The model as a picture
picture-colours = Colours of the picture
picture-light = Light
picture-dark = Dark
picture-transparent = Transparent ground
picture-save-svg = Save as SVG
picture-save-png = Save as PNG
picture-copy = Copy the picture
picture-copied = The picture is on the clipboard.
picture-inside = The graph is inside the saved picture: dropped on a canvas or on the start page, the picture becomes the model again.
picture-none = This browser makes no picture of this size. Save it as SVG.
picture-no-clipboard = This browser gives no clipboard here. Save the picture instead.
picture-link = A link that holds the model
picture-link-hint = Whoever opens it sees the model and can make a project of it. Nothing is stored anywhere else; the link is { $size } long.
picture-copy-link = Copy the link
picture-link-copied = The link is on the clipboard.

picture-reading = Reading { $name }…
picture-found = { $n ->
    [one] { $n } node in { $name }.
   *[other] { $n } nodes in { $name }.
}
picture-open-project = Open as a new project
picture-paste = Paste into this project
picture-compare = Compare with this canvas
picture-pasted = { $n ->
    [one] { $n } node pasted at the right of the others.
   *[other] { $n } nodes pasted at the right of the others.
}

picture-shared = A model somebody shares with you
picture-shared-hint = { $n ->
    [one] { $n } node. It is in the link alone; opening it makes a project of your own.
   *[other] { $n } nodes. They are in the link alone; opening it makes a project of your own.
}
picture-opening = Opening the model…
picture-open-shared = Open as a project
picture-all-projects = All projects

picture-graph-damaged = The graph in this file is damaged.
picture-graph-damaged-why = The file was changed or cut off on its way. Save it from Layerloom again, or ask for it once more.
picture-picture-without-graph = This picture holds no graph.
picture-picture-without-graph-why = “{ $name }” is a picture like any other. Pictures saved by Layerloom's Export menu hold their graph; a screenshot, or a picture that another program saved again, does not.
picture-unknown-file = This kind of file cannot be opened.
picture-unknown-file-why = A graph (.json), a Keras model (.keras, .h5, .json), Python code (.py) or a picture saved by Layerloom (.svg, .png) can be opened here. Received: { $name }.
picture-graph-too-large = This file is too large.
picture-graph-too-large-why = A graph's file has at most { $most }. Received: { $size }.
picture-link-too-long = This model is too large for a link.
picture-link-too-long-why = A link holds at most { $most }; this model needs { $size }. Save the picture or the graph (.json) instead, and send that.
picture-link-damaged = This link is not whole.
picture-link-damaged-why = A part of the address is missing or was changed on its way. Ask for the link once more, or for the model's picture.
