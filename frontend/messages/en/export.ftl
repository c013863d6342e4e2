export-title = Export run { $number }
export-intro = Every file is run again in its own runtime, on 32 rows of your data, before you get it. One that differs from Keras is not handed out.
export-all = Make and prove all
export-for-server = For a server
export-for-browser = For a browser
export-for-phone = For a phone
export-for-raspberry_pi = For a Raspberry Pi
export-for-others = For everything else
export-looking = Looking at what there is…
export-begin = Make and prove
export-begin-named = Make and prove { $format }
export-again = Try again
export-cancel = Cancel
export-cancel-named = Cancel { $format }
export-download = Download
export-download-named = Download { $file }
export-progress = Progress of { $format }
export-proven = Proven
export-written = Written, not run here
export-refused = Refused
export-not-here = Not here

export-stage-waiting = Waits for its turn
export-stage-reading = Reading data and model
export-stage-converting = Converting
export-stage-proving = Running it again
export-stage-blaming = Looking for the layer to blame

export-what-python = The script that trains this very model, with its preprocessing. Trained weights are in the Keras file.
export-what-notebook = The same script as a notebook, one cell for each function.
export-what-graph = The drawing itself. It opens here again, and in any other Layerloom.
export-what-keras = Weights, layers and optimizer: what keras.models.load_model reads.
export-what-saved_model = TensorFlow's own folder, for TensorFlow Serving and for other converters.
export-what-onnx = For servers, browsers and phones through ONNX Runtime, from many languages.
export-what-litert = For phones, Raspberry Pi and other small machines; once called TensorFlow Lite.
export-what-litert_float16 = Half the size; the best one for a phone's graphics unit.
export-what-litert_int8 = A quarter of the size, whole numbers inside. Their ranges are measured on rows of the training part.
export-what-openvino = For Intel's processors and graphics units.
export-what-serving = A folder with a Dockerfile, a small server and the model. The server takes rows as they stand in your table.
export-what-core_ml = For iPhone, iPad and Mac.
export-what-tensorflow_js = For browsers without ONNX Runtime.

export-deviation = Largest deviation
export-deviation-doc = From Keras, as a share of the output's largest value. At most { $most } is allowed.
export-agreeing = Same answer
export-agreeing-doc = Share of the rows whose likeliest class is the same as in Keras.
export-size = Size
export-latency = One row, p50 / p95
export-latency-doc = Half of the calls took at most the first time, 95 of 100 the second; on this machine's processor.
export-smallest = Needs at least
export-ms = { $n } ms
export-by = { $rows ->
    [one] Run again by { $runtime } on { $rows } row.
   *[other] Run again by { $runtime } on { $rows } rows.
}
export-unproven-apple = Core ML runs on Apple's systems alone, so this file was written and not run. Try it on a Mac before you rely on it.

export-deviates = Its answers differ from Keras by { $deviation } of the largest value; at most { $most } is allowed.
export-deviates-wholly = Its answers cannot be compared with Keras: a number is missing, or the shape differs.
export-unconvertible = This model cannot go there. The converter or the runtime says:
export-unfit-open = { $format } has no loops: every step of a sequence is written out on its own, and here nobody knows how many there will be.
export-unfit-long = { $format } has no loops: every step of a sequence is written out on its own, and { $n } are more than the { $most } that are.
export-unfit-instead = Take LiteRT, LiteRT float16 or ONNX, which read any length; or give the Input a length of at most { $most } and train again.
export-int8-instead = LiteRT float16 keeps more digits in half the size: try that one.
export-blame = To blame is <b>{ $name }</b> ({ $layer }).
export-blame-deviation = Its own output differs by { $deviation }.
export-no-blame = No single layer is to blame.
export-show = Show it on the canvas
export-failed = It came to no end: { $error }
export-missing = { $n ->
    [one] A package is not installed where the models are trained: { $packages }. This command installs it:
   *[other] Packages are not installed where the models are trained: { $packages }. This command installs them:
}
export-elsewhere = The converter { $converter } { $version } cannot be installed beside today's TensorFlow: it asks for a version of years ago. Take the SavedModel, unpack it, and try this in an environment of its own. It has not been seen to succeed here:
export-backend = This format is written from the backend { $backends } alone.
