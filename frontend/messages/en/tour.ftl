tour-step = Step { $at } of { $of }
tour-next = Next
tour-done = Done
tour-leave = Leave the tour

tour-add = Add a layer
tour-add-how = Take one from the list, Dropout perhaps, and let it go on a wire. Or press it in the list: it joins what is selected.
tour-shapes = Read the shapes
tour-shapes-how = A wire says what flows through it: 8 × 8 × 1 is a picture of 8 by 8 pixels. Choose a card and change one of its numbers: the shapes follow. What does not fit turns red, and says what would mend it.
tour-train = Train it
tour-train-how = Press Train. What is drawn is what learns; nothing has to be saved first.
tour-watch = Watch it learn
tour-watch-how = The lines are its mistakes, epoch by epoch: on what it learns from, and on rows it has never seen. The Keras code is under Export.
