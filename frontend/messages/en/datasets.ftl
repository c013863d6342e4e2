# Names and sentences of the sets that come along; the server says the same where a message is missing.

dataset-digits = Digits
dataset-digits-doc = Handwritten digits as pictures of 8 by 8 pixels.
dataset-iris = Iris
dataset-iris-doc = Three species of iris, told apart by the size of their petals and sepals.
dataset-wine = Wine
dataset-wine-doc = Chemical measurements of wines from three cultivars.
dataset-breast_cancer = Breast cancer
dataset-breast_cancer-doc = Measurements of cell nuclei, and whether the tumour was malignant.
dataset-diabetes = Diabetes
dataset-diabetes-doc = Ten measurements of patients, and how far the disease had progressed a year later.
dataset-moons = Moons
dataset-moons-doc = Two half circles that reach into each other.
dataset-circles = Circles
dataset-circles-doc = A small circle inside a large one.
dataset-spirals = Spirals
dataset-spirals-doc = Two arms that wind around each other one and a half times.
dataset-balls = Balls
dataset-balls-doc = A picture of a ball and how far away it was, in metres: a small ball close by looks like a large one far away.
dataset-pairs = Pairs of digits
dataset-pairs-doc = Two handwritten digits, and whether they are the same one. The last pairs are held out: nearly all of their pictures stand in no earlier pair.
dataset-opinions = Opinions
dataset-opinions-doc = Made-up sentences about things people bought, and whether they are content. Words mislead: “not bad”.
dataset-visitors = Swimming pool
dataset-visitors-doc = Hundreds of visitors on thirty days in a row, and on the day after. The last days are held out: what comes later must not be known before.

dataset-rows-row = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
dataset-rows-picture = { $n ->
    [one] { $n } picture
   *[other] { $n } pictures
}
dataset-rows-pair = { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
}
dataset-rows-sentence = { $n ->
    [one] { $n } sentence
   *[other] { $n } sentences
}
dataset-rows-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
