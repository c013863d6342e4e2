# What can be wrong with data: an uploaded table, a data set, the rows of a run.

## An uploaded table

problem-csv_empty = A table needs a line with column names and at least one row below it. Received: a file without any text. Save the table again as CSV and upload that file.
    .title = The file is empty.
problem-csv_no_rows = A table needs at least one row below its column names. Received: { $n } column names and nothing else. Add the rows, or upload another file.
    .title = There are column names, but no rows.
problem-csv_not_text = A CSV file is plain text with one row a line. Received: { $what }. Open the file in the program that made it and save it as CSV (UTF-8).
    .title = This is not a CSV file.
problem-csv_encoding = Every letter of a CSV file follows one encoding. Received: a file that begins as { $encoding }, which byte { $position } breaks. Save it again as CSV with the encoding UTF-8, or as Windows-1252 or UTF-16 if that is what your program offers.
    .title = The file's letters cannot be read.
problem-csv_nul = A CSV file is plain text. Received: a NUL character in line { $line }, which text never holds; the file may be damaged. Save the table again as CSV and upload that file.
    .title = The file holds NUL characters.
problem-csv_too_many_columns = A table may have { $most } columns. Received: { $n }. Leave some out; if rows and columns are swapped, transpose the table.
    .title = The table has too many columns.
problem-csv_too_many_rows = A table may have { $most } rows. Received: more than that. Upload a sample of the rows.
    .title = The table has too many rows.
problem-csv_cell_too_long = A cell may hold { $most } characters. Received: a longer one in line { $line }. Shorten it, or leave that column out; a missing line break has the same effect.
    .title = One cell is too long.
problem-csv_unclosed_quote = A cell that begins with " must end with ". Received: the row that begins in line { $line } opens one and the file ends, or goes on for very long, before it closes. Close it, or write a quotation mark inside a cell twice.
    .title = A quotation mark is never closed.
problem-csv_bad_quotes = After a cell in quotation marks comes the next cell or the end of the line. Received: something else in line { $line }. Write a quotation mark inside a cell twice.
    .title = A quotation mark stands in the wrong place.
problem-csv_ragged = Every row needs { $n } cells, one for each column name. Received: { $received }. Correct these lines; a cell that contains the separator must stand in quotation marks.
    .title = Some rows have too many or too few cells.

## An uploaded zip of pictures

problem-zip_damaged = Pictures come as a whole zip archive. Received: one that cannot be read ({ $error }). Pack or download it again.
    .title = The zip is damaged.
problem-zip_without_pictures = A zip of pictures holds one folder for each class, with PNG, JPEG, GIF, BMP or WebP files. Received: { $n } files, none of them such a picture. Pack the folders that hold the pictures.
    .title = There are no pictures in the zip.
problem-zip_without_folders = Pictures lie in one folder for each class, because the folder is what there is to learn. Received: `{ $name }`, and no folders. Sort the pictures into folders and pack those.
    .title = The pictures lie in no folders.
problem-zip_one_class = Learning to tell pictures apart needs at least two classes, each a folder. Received: pictures in “{ $name }” alone. Add a folder of other pictures.
    .title = There is only one class of pictures.
problem-zip_unreadable = Pictures are PNG, JPEG, GIF, BMP or WebP files. Received: files that are called so and hold something else, `{ $name }` first. Save them as pictures again.
    .title = No picture in the zip can be read.
problem-zip_too_many = A zip may hold { $limit } files. Received: { $n }. Pack a sample of the pictures.
    .title = The zip holds too many files.
problem-zip_too_many_classes = Each folder is a class, and there may be { $limit }. Received: { $n } folders. Pack the pictures of one class into one folder.
    .title = There are too many classes.
problem-zip_class_name = A folder's name is the class, and may have { $limit } characters. Received: “{ $name }”. Shorten it.
    .title = A folder's name is too long.
problem-zip_bomb = Pictures are packed already, so a zip of them grows little. Received: one that grows from { $packed } to { $size } MB. Nothing was unpacked.
    .title = The zip unpacks to far more than it holds.
problem-zip_outside = Files of a zip stay inside it. Received: `{ $name }`, a path that leads out. Nothing was unpacked.
    .title = The zip reaches outside itself.
problem-zip_link = A zip of pictures holds plain files. Received: `{ $name }`, a link to another file. Pack the files themselves; nothing was unpacked.
    .title = The zip holds a link.
problem-zip_encrypted = A zip of pictures has no password. Received: `{ $name }` with one. Pack it without.
    .title = The zip has a password.
problem-zip_nested = A zip of pictures holds folders, not other archives. Received: `{ $name }`. Unpack it and pack its pictures.
    .title = There is an archive in the zip.
problem-zip_twice = Each file of a zip is there once, or it is unclear which one counts. Received: `{ $name }` twice. Pack it again.
    .title = The zip holds the same file twice.
problem-zip_overlaps = Files of a zip lie one after another. Received: `{ $name }`, which shares its bytes with another. Nothing was unpacked.
    .title = The zip uses the same bytes twice.
problem-picture_size = Pictures can be brought to 1 to { $most } pixels. Received: { $side } { $pixels }. 96 or 224 is usual.
    .title = This is no size for pictures.
picture-height = height
picture-width = width
problem-pictures_too_large = All pictures together may take { $most } GB at the size that they are brought to. Received: { $n } pictures, { $size } GB. { $fits } by { $fits } pixels fit, or a zip of fewer.
    .title = The pictures are too large together.
zip-unreadable = { $n ->
    [one] { $n } picture cannot be read and is left out: { $names }.
   *[other] { $n } pictures cannot be read and are left out: { $names }.
}
zip-loose = { $n ->
    [one] { $n } picture lies in no folder and is left out: { $names }.
   *[other] { $n } pictures lie in no folder and are left out: { $names }.
}
zip-others = { $n ->
    [one] { $n } file is no picture and is left out: { $names }.
   *[other] { $n } files are no pictures and are left out: { $names }.
}
zip-parts = The folders { $names } were joined: what is held out is drawn here, with the seed of the split.
zip-was-cmyk = { $n ->
    [one] { $n } picture is made for printing (CMYK) and is brought to RGB.
   *[other] { $n } pictures are made for printing (CMYK) and are brought to RGB.
}
zip-was-deep = { $n ->
    [one] { $n } picture has 16 bits a pixel, of which the upper 8 are taken.
   *[other] { $n } pictures have 16 bits a pixel, of which the upper 8 are taken.
}
zip-was-moving = { $n ->
    [one] { $n } picture moves; its first frame is taken.
   *[other] { $n } pictures move; their first frames are taken.
}
zip-was-transparent = { $n ->
    [one] { $n } picture is partly transparent and is put on white.
   *[other] { $n } pictures are partly transparent and are put on white.
}
zip-was-turned = { $n ->
    [one] { $n } picture was taken with the camera turned, and is turned upright.
   *[other] { $n } pictures were taken with the camera turned, and are turned upright.
}

## A data set

# A language may call those that come along, by $id, by a name of its own.
dataset = { $title }

problem-data_rows = This set can be made with 10 to { $most } rows. Received: rows={ $rows }. Choose a number between them.
    .title = This number of rows cannot be made.
problem-data_noise = Noise is a spread between 0 and 10. Received: noise={ $noise }. Try 0.1.
    .title = This noise cannot be made.
problem-unknown_dataset = The graph asks for the data set “{ $name }”, which is not in this installation. Choose another one, or upload the file again.
    .title = This data set is not here.
problem-upload_too_large = An upload may have { $most } MB. Received: more than that. Upload a sample of the rows.
    .title = The file is too large.
problem-unknown_dataset-upload = The file you ask for is not in this installation. Upload it again.
    .title = This data set is not here.
problem-unknown_dataset-yours = There is no data set “{ $name }” of yours. Choose another one, or upload the file again.
    .title = This data set is not here.
problem-bad_rows = Ask for 1 to { $most } rows. Received: { $received }.
    .title = This is no number of rows.
problem-dataset_in_use = A run that is waiting or training uses this file. Stop the run or let it end, then delete the file.
    .title = A run needs this data set.

## The rows of a run

problem-no_rows_left = Training needs rows whose target is known. Received: { $rows } rows, { $complete } of them complete. Choose another target, or fill missing values instead of dropping their rows.
    .title = No rows are left to train on.
problem-no_rows_left-split = The split holds out every row. Received: validation={ $share }. Hold out less: 0.2 is usual.
    .title = No rows are left to train on.
problem-no_rows_held_out = The split holds out at least one row. Received: a share of { $share } of { $complete } rows, which is none. Hold out more: 0.2 is usual.
    .title = No rows are left to validate on.
problem-single_class_target = A target needs at least two classes. Received: “{ $column }” is “{ $value }” in every row. Choose another target column, or a file that holds more than one class.
    .title = There is only one class to learn.

## What is done to an uploaded table, as sentences of a report

file-zip = a zip archive or an Excel workbook
file-office = an old Excel or Word document
file-pdf = a PDF document
file-png = a PNG picture
file-jpeg = a JPEG picture
file-gif = a GIF picture
file-gzip = a gzip archive
file-sqlite = an SQLite database
file-parquet = a Parquet file
file-hdf5 = an HDF5 file
file-numpy = a NumPy array
file-program = a program
file-bytes = bytes that are no text
csv-line-has = line { $line } has { $n }
csv-read-as = The file is not UTF-8; it was read as { $encoding }. If letters look wrong, save it as UTF-8 and upload it again.
csv-no-header = The first line holds numbers, not names: the columns were named column_1, column_2, ….
csv-unnamed = Column { $place } had no name and is called “{ $name }”.
csv-renamed = Column { $place } had the same name as another one and is called “{ $name }”.
csv-cleaned = The name of column { $place } was cleaned; it is called “{ $name }”.
column-note = “{ $name }”: { $note }
column-gaps = { $n ->
    [one] “{ $name }”: { $n } cell is empty.
   *[other] “{ $name }”: { $n } cells are empty.
}
column-empty = Every cell is empty.
column-infinite = { $n ->
    [one] { $n } value is infinite or too large ({ $cell } in line { $line }) and count as missing.
   *[other] { $n } values are infinite or too large ({ $cell } in line { $line }) and count as missing.
}
column-decimal-comma = Its numbers are written with a decimal comma.
column-unclear-commas = Its commas may separate thousands or decimals, so it was not read as numbers.
column-as-classes = Its { $n } whole numbers are taken as classes.
column-text = It holds text with more than { $most } different values, or hardly any twice, and feeds no input.
column-over-budget = The columns before it hold { $most } categories already; it is not read as one.

## What is done to the rows of a run

rows-left-out = { $n } of { $rows } rows left out: the target is missing.
rows-left-out-any = { $n } of { $rows } rows left out: the target or another value is missing.
gaps-median = { $name }: { $n } missing, filled with the median { $fill }.
gaps-no-category = { $name }: { $n } missing, filled with no category.
split = { $train } rows to train on, { $validation } held out to validate on ({ $share }).
split-stratified = the same share of every class, split seed { $seed }
split-random = drawn at random, split seed { $seed }
split-last = the last ones, because rows follow one another
