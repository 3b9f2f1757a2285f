"""Which English sentences are complete and which are fragments."""

import pytest

from auditor.checks.grammar.english_clauses import Fragment, finite_verbs, fragment_of
from auditor.checks.grammar.english_words import third_person, words_of

COMPLETE = """
Nobody slept.
Then came the rain.
In it, next to each permit, was a price.
The next inspection is on Thursday.
The drivers who slept in their cabins were cold.
The man who came in died.
The woman who had lived alone for years left the house to her sister.
The people he met there were kind.
All of them are addresses of buildings that appear in the indictment.
What he did was wrong.
Those who can, do.
The town where the army killed eleven people lies in the north.
The trucks that carried the flour never arrived.
It is over.
I am going home.
She couldn't have known.
They're waiting for the verdict.
There's no way back.
Who came first matters little.
Not everyone agreed.
The WHO declared the outbreak an emergency.
Adding salt to the water was a mistake.
Saying no is hard.
Because the road was closed, the trucks waited.
Although tired, he drove on.
While in London he met the king.
If it rains, the match will be moved.
After the war the family moved to Haifa.
After this gate the road turns south.
Since Monday the level has fallen by four meters.
That was the last we heard of him.
And that was the manner in which the goal came.
In some cases that means higher prices.
According to the ministry, the road is open.
Including the two guards, eleven people died.
Despite the rain, thousands marched.
Which of the two is right?
Drivers want the gate to stay open.
Six pumps draw off the water.
The price of bread doubles every year.
Prices doubled.
The company denies the charge.
The court acquitted him of one count.
Shimon Gabbay wept when the verdict was read.
Led by the captain, the team walked off.
The minister, who visited the site on Sunday, promised help.
He said that the contractor had been chosen and that work would begin.
"""

FRAGMENTS = [
    ("The drivers who slept for two weeks in the cabins of their vehicles with little water.", Fragment.RELATIVE),
    ("The ward which had been full for nine days.", Fragment.RELATIVE),
    ("A town where the regional army killed eleven people in March.", Fragment.RELATIVE),
    ("The trucks that carried the flour to the north of the country.", Fragment.RELATIVE),
    ("Li Wen, a doctor at the central hospital, who later died of the disease.", Fragment.RELATIVE),
    ("The minister, who visited the site on Sunday and promised more money.", Fragment.RELATIVE),
    ("The final text, which has been signed by all three members.", Fragment.RELATIVE),
    ("Adding that the road would open before the end of the year.", Fragment.PARTICIPLE),
    ("Noting the importance of cooperation between the two countries.", Fragment.PARTICIPLE),
    ("Pointing out that the generators run on oil from abroad.", Fragment.PARTICIPLE),
    ("Stressing that the permit of the mine was valid.", Fragment.PARTICIPLE),
    ("Although the ministry had denied the report on Monday.", Fragment.SUBORDINATE),
    ("Because the stock of vaccine is enough for only three days.", Fragment.SUBORDINATE),
    ("While the officials of both countries were in the room.", Fragment.SUBORDINATE),
    ("After they signed the agreement in the capital.", Fragment.SUBORDINATE),
    ("That the talks would resume in Geneva next week.", Fragment.SUBORDINATE),
    ("According to the data of the health office in the province.", Fragment.OPENER),
    ("As well as a new kitchen for his daughter’s apartment.", Fragment.OPENER),
    ("Including more than four hundred families from seven villages.", Fragment.OPENER),
    ("Due to the lack of funding and the bad roads.", Fragment.OPENER),
    ("In the end.", Fragment.VERBLESS),
    ("Not this time.", Fragment.VERBLESS),
    ("A loss of more than four million dollars in one year.", Fragment.VERBLESS),
    ("From 2015 to the present, the overall listing of the company.", Fragment.VERBLESS),
]


@pytest.mark.parametrize("sentence", COMPLETE.strip().splitlines())
def test_a_complete_sentence_is_no_fragment(sentence):
    assert fragment_of(sentence) is None


@pytest.mark.parametrize(("sentence", "kind"), FRAGMENTS)
def test_a_fragment_is_known_by_its_kind(sentence, kind):
    assert fragment_of(sentence) is kind


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("The talks have not yet been held.", ["have"]),
        ("He came and saw the gate.", ["came"]),
        ("He wanted to leave.", ["wanted"]),
        ("The minister's plan failed.", ["failed"]),
        ("It's the plan of the century.", ["it's"]),
        ("The price of the seed", []),
    ],
)
def test_one_verb_is_counted_for_each_group(sentence, verbs):
    words = words_of(sentence)
    assert [words[i] for i in finite_verbs(words)] == verbs


@pytest.mark.parametrize(
    ("base", "form"), [("go", "goes"), ("carry", "carries"), ("play", "plays"), ("watch", "watches"), ("say", "says")]
)
def test_the_third_person(base, form):
    assert third_person(base) == form
