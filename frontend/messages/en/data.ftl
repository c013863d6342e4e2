data-heading = Data
data-set = Data set
data-no-data = No data yet
data-none = Choose a set, or drop a CSV file or a zip of pictures here. Inputs take their shape from it.
data-from-csv = Your files
data-from-builtin = Come along
data-from-generated = Generated
data-lost = <b>{ $name } is not here.</b> The graph was drawn with it. Upload the file again, or choose another set.

data-upload = Upload a file…
data-csv-file = CSV file, or zip with one folder of pictures for each class
data-uploading = Uploading { $name }
data-reading = Reading { $name }…
data-upload-of = Upload of { $name }
data-too-large = This file is too large.
data-too-large-why = A table may have { $most }. Received: { $name } with { $size }. Upload a part of its rows.
data-too-large-zip = A zip may have { $most }. Received: { $name } with { $size }. Pack a part of the pictures, or make them smaller.

data-picture-height = height
data-picture-width = width
data-picture-side-doc = Pixels that every picture is brought to, before the network sees it.
data-colours = colours
data-colours-doc = Colour has three channels, grey one.
data-colours-rgb = colour
data-colours-grayscale = grey
data-fit = proportions
data-fit-doc = Keep them and cut off what is too much, or stretch the whole picture.
data-fit-crop = keep
data-fit-stretch = stretch
data-class-counts = { $n ->
    [one] { $n } class
   *[other] { $n } classes
}

data-rows = rows
data-noise = noise
data-seed = seed
data-seed-doc = Of the rows that are made.
data-empty-cells = Empty cells
data-fill = fill
data-fill-doc = A number gets the training part's median; a category is none of the known
data-drop = drop row
data-drop-doc = Rows with an empty cell are left out

data-size = { $rows }, { $columns }
data-columns = { $n ->
    [one] { $n } column
   *[other] { $n } columns
}
data-split = <b>{ $train }</b> rows to learn from, <b>{ $validation }</b> held out, seed { $seed }
data-split-stratified = <b>{ $train }</b> rows to learn from, <b>{ $validation }</b> held out, stratified, seed { $seed }

data-split-last = <b>{ $train }</b> rows to learn from, the last <b>{ $validation }</b> held out, because rows follow one another

data-report = What was done to the file
data-first-rows = First rows
data-first-rows-of = First rows of the file
data-empty = empty
data-missing = { $n } empty
data-steps = { $n ->
    [one] { $n } step
   *[other] { $n } steps
}
data-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
data-is-target = target
data-kind-number = number
data-kind-category = category
data-kind-text = text, not used
data-kind-words = text
data-kind-picture = picture
data-kind-series = series
data-kind-constant = always the same
data-kind-identifier = unique, not used

data-target = Target
data-target-doc = The column the network learns to foretell.
data-target-lost = This data has no column “{ $target }” to learn. Choose one.
data-choose-column = Choose a column
data-no-output = Add an Output to the drawing to choose what it foretells.
data-classes = { $n ->
    [one] { $name } ({ $n } class)
   *[other] { $name } ({ $n } classes)
}
data-head = { $n ->
    [one] Dense with { $n } unit
   *[other] Dense with { $n } units
}
data-in-use = in use
