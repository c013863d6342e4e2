"""The table of a run's curves, as a spreadsheet opens it."""

import csv

import numpy as np

from layerloom.training.curves import Curves


def test_no_name_of_an_output_is_run_by_a_spreadsheet(tmp_path):
    curves = Curves()
    curves.batches_ended(1, ("loss", "=a_loss"), np.array([[-1.5, 0.5]], dtype="float32"))
    curves.epoch_ended(1, {"loss": -1.5, "=a_loss": 0.5}, 0.01)
    curves.write(tmp_path / "curves.csv")
    with (tmp_path / "curves.csv").open() as file:
        header, row = csv.reader(file)
    assert header == ["step", "epoch", "batch_loss", "batch_=a_loss", "loss", "'=a_loss", "learning_rate"]
    assert row == ["0", "1", "-1.5", "0.5", "-1.5", "0.5", "0.01"]
