start-title = Draw a network. Watch it learn.
start-lead = Pick a start, change anything, press Train. The Keras code is yours.
start-own = Your own beginning
start-choose-file = Choose a file…
start-untitled = Untitled
start-empty-canvas = Empty canvas
start-paste-code = Paste Python code…
start-file = Graph, picture of a graph, Keras model, Python code, or table
start-drop = Or drop a file anywhere on this page.
start-let-go = Let go to open it
start-kinds = A table (.csv), a graph (.json), a Keras model (.keras, .h5, .json), Python code (.py), or a picture saved from Layerloom (.png, .svg)
start-opening = Opening { $name }
start-uploading = Uploading { $name }
start-reading = Reading { $name }…
start-waiting = { $name } waits: the engine is still starting…
start-unknown-file = This kind of file cannot be opened.
start-unknown-file-why = A table (.csv) becomes a project with a network that fits it; a Keras model (.keras, .h5, .json) and Python code (.py) become a graph; a graph (.json) and a picture with a graph inside (.png, .svg) open as they were. Received: { $name }. Save it as one of these.

start-templates = Begin with an example
start-templates-loading = Loading the examples
start-learns = { $rows } · about { $time }
start-from-digits = { $n ->
    [one] { $n } picture of a digit
   *[other] { $n } pictures of digits
}
start-from-iris = { $n ->
    [one] { $n } measured flower
   *[other] { $n } measured flowers
}
start-from-diabetes = { $n ->
    [one] { $n } patient
   *[other] { $n } patients
}
start-from-balls = { $n ->
    [one] { $n } picture of a ball
   *[other] { $n } pictures of balls
}
start-from-pairs = { $n ->
    [one] { $n } pair of digits
   *[other] { $n } pairs of digits
}
start-from-opinions = { $n ->
    [one] { $n } made-up opinion
   *[other] { $n } made-up opinions
}
start-from-visitors = { $n ->
    [one] { $n } day at a swimming pool
   *[other] { $n } days at a swimming pool
}

start-template-digits-cnn = Digits, our first CNN
start-template-digits-cnn-doc = A small convolutional network reads handwritten digits.
start-template-iris-mlp = Iris, three species
start-template-iris-mlp-doc = Two dense layers tell three species of iris apart by four measurements.
start-template-diabetes-regression = Diabetes, a number
start-template-diabetes-regression-doc = Ten measurements foretell how far an illness has come a year later.
start-template-balls-two-inputs = Balls, two inputs
start-template-balls-two-inputs-doc = A picture and a distance meet in one model: neither could tell alone.
start-template-digits-autoencoder = Autoencoder, 8 numbers wide
start-template-digits-autoencoder-doc = Squeezes a picture through eight numbers and draws it again.
start-template-pairs-siamese = Same or different?
start-template-pairs-siamese-doc = Two pictures share one network, which learns whether they show the same digit.
start-template-opinions-text = Opinions, content or not
start-template-opinions-text-doc = Words become vectors, vectors become an answer.
start-template-opinions-words = Opinions, word by word
start-template-opinions-words-doc = A model that reads plain sentences, and learns their words from the data.
start-template-visitors-series = Visitors, tomorrow’s number
start-template-visitors-series-doc = Tomorrow from the last thirty days: an LSTM reads a swimming pool’s visitors.

start-projects = Your projects
start-projects-loading = Loading your projects
start-search = Search projects
start-order = Order
start-order-changed = Last changed
start-order-trained = Last trained
start-order-name = Name
start-found = { $n ->
    [0] No project answers “{ $query }”.
    [one] { $n } project found
   *[other] { $n } projects found
}
start-all = { $n ->
    [one] Show { $n } project
   *[other] Show all { $n } projects
}
start-fewer = Show fewer
start-none = Your projects will stand here
start-none-hint = Pick an example above: it opens at once, and whatever you change is kept.
start-no-layers = No layers yet
start-untrained = Not trained yet
start-best = Best { $best }
start-more = More for { $name }
start-rename = Rename
start-duplicate = Duplicate
start-save = Save graph
start-delete = Delete
start-new-name = New name
start-deleted = “{ $name }” is deleted.
