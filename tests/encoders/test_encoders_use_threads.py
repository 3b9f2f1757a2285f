from __future__ import annotations

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from auditor.encoders.use_threads import MOST, Threads


def blas_threads():
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


@pytest.mark.parametrize("count", [1, 3])
def test_blas_runs_at_one_thread_meanwhile_and_results_keep_their_order(count):
    assert np.ones((2, 2)).sum() == 4
    before = blas_threads()
    with Threads(count).working() as each:
        assert set(blas_threads()) <= {1}
        assert list(each(lambda n: n * n, range(50))) == [n * n for n in range(50)]
    assert blas_threads() == before


def test_blas_is_given_back_when_the_work_fails():
    before = blas_threads()
    with pytest.raises(ZeroDivisionError), Threads(2).working() as each:
        list(each(lambda n: 1 // n, [1, 0]))
    assert blas_threads() == before


def test_count_is_bounded():
    assert 1 <= Threads().count <= MOST
    assert (Threads(0).count, Threads(99).count) == (1, MOST)
