"""Words that the tagger or the parser took for something else are mended before anybody reads the parse."""

from __future__ import annotations

from spacy.tokens import Span

from events.docs import doc
from timeline.events import grammar
from timeline.events.mending import Lemmas, mend


def test_a_past_goes_on_from_a_past() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "failed VBD ROOT 1",
        "to TO mark 3",
        "agree VB xcomp 1",
        "and CC cc 5",
        "left VBD conj 3",
    )
    mend(parsed, Lemmas())
    assert parsed[5].head == parsed[1]
    assert [s.text for s in grammar.subjects(parsed[5])] == ["They"]


def test_the_verb_of_a_caption_is_made_one() -> None:
    parsed = doc(
        "Lavrov NNP compound 1",
        "meets NNS ROOT 1 meet",
        "with IN case 3",
        "Kerry NNP nmod 1",
    )
    mend(parsed, Lemmas(verbs={"meet"}))
    assert (parsed[1].tag_, parsed[0].dep_, parsed[3].dep_) == ("VBZ", "nsubj", "obl")


def test_a_noun_that_is_no_verb_stays_a_noun() -> None:
    parsed = doc("Geneva NNP compound 1", "talks NNS ROOT 1 talk", "failed VBD acl 1 fail")
    mend(parsed, Lemmas(verbs={"talk"}))
    assert parsed[1].tag_ == "NNS"


def test_a_past_that_the_tagger_took_for_an_adjective_is_a_verb() -> None:
    parsed = doc("Okafor NNP nsubj 1", "unveiled JJ ROOT 1", "the DT det 3", "plan NN obj 1")
    mend(parsed, Lemmas())
    assert (parsed[1].tag_, parsed[1].pos_) == ("VBD", "VERB")


def test_a_whole_sentence_has_a_main_verb() -> None:
    parsed = doc("Crowds NNS ROOT 0 crowd", "rallied VBN acl 0 rally", "in IN case 3", "Rome NNP obl 1", ". . punct 0")
    mend(parsed, Lemmas(intransitive={"rally"}))
    assert (parsed[1].dep_, parsed[1].tag_, parsed[0].head.text, parsed[0].dep_) == ("ROOT", "VBD", "rallied", "nsubj")


def test_a_headline_keeps_its_participle() -> None:
    parsed = doc("Men NNS ROOT 0 man", "arrested VBN acl 0 arrest", "in IN case 3", "Rome NNP obl 1", ". . punct 0")
    mend(parsed, Lemmas(intransitive={"rally"}))
    assert parsed[1].dep_ == "acl"


def test_an_adjective_with_a_copula_stays_one() -> None:
    parsed = doc("Okafor NNP nsubj 2", "is VBZ cop 2 be", "tired JJ ROOT 2", "of IN case 4", "talks NNS obl 2")
    mend(parsed, Lemmas())
    assert parsed[2].tag_ == "JJ"


def test_a_present_that_stands_where_only_a_noun_can_is_one() -> None:
    rig = doc("Smoke NN nsubj 1", "hangs VBZ ROOT 1", "since IN mark 4", "Horizon NNP nsubj 4", "rig VBP obl 1")
    users = doc("Users NNS appos 2", "however RB advmod 2", "account VB nsubj 3", "noted VBD ROOT 3 note")
    for parsed in (rig, users):
        mend(parsed, Lemmas())
    assert (rig[4].tag_, rig[4].pos_, rig[3].dep_) == ("NN", "NOUN", "compound")
    assert users[2].tag_ == "VB"


def test_what_a_modal_governs_is_an_infinitive() -> None:
    sung = doc("Choirs NNS nsubj 2", "will MD aux 2", "sing VBG ROOT 2 s")
    singing = doc("Choirs NNS nsubj 3", "will MD aux 3", "be VB aux 3", "singing VBG ROOT 3 sing")
    for parsed in (sung, singing):
        mend(parsed, Lemmas())
    assert (sung[2].tag_, sung[2].lemma_, singing[3].tag_) == ("VB", "sing", "VBG")


def test_a_particle_leaves_its_verb_an_object() -> None:
    parsed = doc("Peru NNP nsubj 1", "called VBD ROOT 1 call", "off IN case 4", "the DT det 4", "vote NN obl 1")
    mend(parsed, Lemmas(verbs={"call off"}))
    assert (parsed[2].dep_, parsed[2].head, grammar.objects(parsed[1])) == ("compound:prt", parsed[1], [parsed[4]])


def test_a_case_is_against_somebody() -> None:
    case = ("Peru NNP nsubj 1", "lost VBD ROOT 1 lose", "a DT det 3", "case NN obj 1", "against IN case 5")
    sued, fought = (
        doc(*case, "Chile NNP obl 1"),
        doc("Peru NNP nsubj 1", "fought VBD ROOT 1 fight", *case[2:], "Mali NNP obl 1"),
    )
    game = doc(*case[:3], "game NN obj 1", case[4], "Chile NNP obl 1")
    for parsed in (sued, fought, game):
        mend(parsed, Lemmas())
    assert (sued[5].head, sued[5].dep_, fought[5].head) == (sued[3], "nmod", fought[3])
    assert game[5].head == game[1]


def test_what_is_said_is_the_content_of_its_saying() -> None:
    before = doc("Aid NN nsubj 1", "came VBD advcl 4 come", ", , punct 4", "envoys NNS nsubj 4", "said VBD ROOT 4 say")
    after = doc("Aid NN nsubj 1", "came VBD ROOT 1 come", ", , punct 4", "envoys NNS nsubj 4", "said VBD conj 1 say")
    joined = doc("Aid NN nsubj 1", "came VBD ROOT 1 come", "and CC cc 4", "envoys NNS nsubj 4", "said VBD conj 1 say")
    for parsed in (before, after, joined):
        mend(parsed, Lemmas(reporting={"say"}))
    assert (before[1].dep_, after[1].dep_, joined[4].dep_) == ("ccomp", "ccomp", "conj")
    assert after[1].head == after[4]


def test_what_somebody_is_due_to_do_is_an_infinitive() -> None:
    parsed = doc("Peru NNP nsubj:outer 4", "is VBZ cop 4 be", "due JJ mark 4", "to TO fixed 2", "sign VB ROOT 4")
    mend(parsed, Lemmas())
    assert grammar.has_to(parsed[4])
    assert (grammar.auxiliaries(parsed[4]), grammar.subjects(parsed[4])) == ([parsed[1]], [parsed[0]])


def test_a_name_after_a_day_is_the_subject_that_is_missing() -> None:
    parsed = doc(
        "On IN case 1",
        "Friday NNP obl 6",
        ", , punct 3",
        "Duarte NNP appos 1",
        ", , punct 1",
        "was VBD aux:pass 6 be",
        "named VBN ROOT 6 name",
    )
    mend(parsed, Lemmas())
    assert (grammar.subjects(parsed[6]), parsed[3].dep_) == ([parsed[3]], "nsubj:pass")


def test_what_was_done_by_somebody_hangs_on_its_noun() -> None:
    parsed = doc(
        "Deal NN ROOT 0",
        ", , punct 2",
        "signed VBN parataxis 0 sign",
        "by IN case 4",
        "Peru NNP obl 2",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].dep_, parsed[2].head.text) == ("acl", "Deal")


def test_what_is_said_of_a_noun_with_a_participle_is_a_clause() -> None:
    parsed = doc(
        "Ferry NN nsubj 5",
        "bound VBN acl 0 bind",
        "overturned VBN acl 0 overturn",
        ", , punct 5",
        "police NNS nsubj 5",
        "said VBD ROOT 5 say",
    )
    mend(parsed, Lemmas(reporting={"say"}))
    assert (parsed[2].dep_, parsed[2].tag_, parsed[0].head.text) == ("ccomp", "VBD", "overturned")


def test_an_adverb_behind_a_noun_and_before_a_verb_is_a_noun() -> None:
    parsed = doc(
        "The DT det 1",
        "relief NN nsubj 4",
        "well RB advmod 4",
        "will MD aux 4",
        "reach VB ROOT 4",
        "the DT det 7",
        "damaged VBN amod 7 damage",
        "well RB obj 4",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[4])] == ["well"]
    assert (parsed[1].dep_, parsed[7].tag_) == ("compound", "NN")


def test_a_noun_read_as_an_adverb_has_its_article_and_its_preposition_back_from_a_time() -> None:
    for preposition, dep in ((), "obj"), (("over IN case 6",), "obl"):
        behind = 4 + len(preposition)
        words = ("It PRP nsubj 1", "crossed VBD ROOT 1 cross", *preposition, f"the DT det {behind + 1}")
        words = (*words, f"well RB advmod {behind + 1}", f"last JJ amod {behind + 1}", "week NN obl:unmarked 1")
        parsed = doc(*(w.replace("case 6", f"case {behind + 1}") for w in words))
        mend(parsed, Lemmas(units={"week"}))
        well = parsed[len(words) - 3]
        assert (well.tag_, well.dep_, well.head.text, parsed[2].head.text) == ("NN", dep, "crossed", "well")


def test_a_team_that_played_well_stays_the_subject() -> None:
    parsed = doc("The DT det 1", "team NN nsubj 2", "played VBD ROOT 2 play", "well RB advmod 2")
    mend(parsed, Lemmas())
    assert parsed[3].tag_ == "RB"
    assert [s.text for s in grammar.subjects(parsed[2])] == ["team"]


def test_what_is_set_to_happen_is_what_stands_before_it() -> None:
    parsed = doc(
        "Berg NNP nsubj 1",
        "ordered VBD ROOT 1 order",
        "a DT det 3",
        "review NN obj 1",
        ", , punct 5",
        "set VBN conj 1 set",
        "to TO mark 7",
        "start VB xcomp 5",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[7])] == ["review"]


def test_what_is_due_after_and_has_a_verb_of_its_own() -> None:
    parsed = doc(
        "Karhu NNP nsubj 1",
        "wants VBZ ROOT 1 want",
        "to TO mark 3",
        "fish VB xcomp 1",
        "off IN case 5",
        "islands NNS obl 3",
        "and CC cc 7",
        "work NN conj 5",
        "is VBZ cop 9 be",
        "due JJ mark 11",
        "to TO mark 11",
        "begin VB advcl 3",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[11])] == ["work"]


def test_what_somebody_is_told_describes_nobody() -> None:
    parsed = doc(
        "Rey NNP nsubj 1",
        "told VBD ROOT 1 tell",
        "a DT det 3",
        "judge NN iobj 1",
        "that IN mark 7",
        "he PRP nsubj 7",
        "had VBD aux 7 have",
        "slept VBN acl:relcl 3 sleep",
    )
    mend(parsed, Lemmas(telling={"tell"}))
    assert (parsed[7].dep_, parsed[7].head) == ("ccomp", parsed[1])


def test_who_was_told_may_be_described() -> None:
    parsed = doc(
        "Rey NNP nsubj 1", "told VBD ROOT 1 tell", "pilots NNS iobj 1", "who WP nsubj 4", "slept VBD acl:relcl 2"
    )
    mend(parsed, Lemmas(telling={"tell"}))
    assert (parsed[4].dep_, parsed[4].head) == ("acl:relcl", parsed[2])


def test_a_clause_of_one_is_that_of_the_one_not_of_those_it_is_of() -> None:
    parsed = doc(
        "round NN nsubj 6",
        "of IN case 2",
        "talks NNS nmod 0 talk",
        "which WDT nsubj 5",
        "is VBZ aux 5 be",
        "opening VBG acl:relcl 2 open",
        "ended VBD ROOT 6 end",
    )
    mend(parsed, Lemmas())
    assert parsed[5].head == parsed[0]


def test_what_is_said_in_a_statement_is_said_by_who_makes_it() -> None:
    parsed = doc(
        "Karhu NNP nsubj 1",
        "said VBD ROOT 1 say",
        "in IN case 4",
        "a DT det 4",
        "statement NN obl 1",
        "it PRP nsubj 7",
        "had VBD aux 7 have",
        "lost VBN acl:relcl 4 lose",
        "money NN obj 7",
    )
    mend(parsed, Lemmas(reporting={"say"}))
    assert (parsed[7].head, parsed[7].dep_) == (parsed[1], "ccomp")


def test_what_was_done_to_others_has_its_verb() -> None:
    parsed = doc(
        "Six CD nsubj:pass 2",
        "were VBD aux:pass 2 be",
        "killed VBN ROOT 2 kill",
        "and CC cc 4",
        "others NNS nsubj:pass 2 other",
        "wounded VBN acl 4 wound",
    )
    mend(parsed, Lemmas())
    assert (parsed[5].dep_, parsed[5].head, parsed[4].head) == ("conj", parsed[2], parsed[5])


def test_the_plural_that_opens_a_sentence_is_no_present() -> None:
    parsed = doc(
        "Claims VBZ ROOT 0 claim",
        "that IN mark 3",
        "Togo NNP nsubj 3",
        "left VBD ccomp 0 leave",
        "are VBP cop 5 be",
        "untrue JJ ccomp 0",
    )
    mend(parsed, Lemmas())
    assert (parsed[0].tag_, parsed[0].head, parsed[5].dep_) == ("NNS", parsed[5], "ROOT")
    assert (parsed[3].head, parsed[3].dep_) == (parsed[0], "acl")


def test_what_a_thing_is_called_is_not_the_thing() -> None:
    parsed = doc("They PRP nsubj 1", "called VBD ROOT 1 call", "the DT det 3", "raid NN xcomp 1", "wrong JJ amod 3")
    mend(parsed, Lemmas(naming={"call"}))
    assert [(t.dep_, t.head.text) for t in (parsed[3], parsed[4])] == [("obj", "called"), ("xcomp", "called")]


def test_the_subject_of_what_is_said_is_not_who_says_it() -> None:
    parsed = doc(
        "Talks NNS nsubj 5 talk",
        "were VBD aux:pass 2 be",
        "suspended VBN ccomp 5 suspend",
        ", , punct 5",
        "envoys NNS nsubj 5",
        "said VBD ROOT 5 say",
    )
    mend(parsed, Lemmas(reporting={"say"}))
    assert (parsed[0].head.text, parsed[0].dep_) == ("suspended", "nsubj:pass")


def test_what_is_due_to_happen_is_a_verb_and_what_is_due_to_something_is_none() -> None:
    parsed = doc(
        "Talks NNS nsubj 4 talk",
        "are VBP cop 4 be",
        "due JJ case 4",
        "to IN fixed 2",
        "end NN ROOT 4",
        "in IN case 6",
        "May NNP nmod 4",
    )
    mend(parsed, Lemmas())
    assert (parsed[4].tag_, parsed[2].dep_, parsed[3].dep_, parsed[6].dep_) == ("VB", "advmod", "mark", "obl")
    parsed = doc("Delays NNS nsubj 4 delay", "are VBP cop 4 be", "due JJ case 4", "to IN fixed 2", "rain NN ROOT 4")
    mend(parsed, Lemmas())
    assert (parsed[4].tag_, parsed[2].dep_) == ("NN", "case")


def test_what_is_due_somewhere_belongs_to_the_noun_before_it() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "left VBD ROOT 1 leave",
        "with IN case 4",
        "a DT det 4",
        "ship NN obl 1",
        "due JJ case 7",
        "in IN fixed 5",
        "Oslo NNP nmod 4",
        "in IN case 9",
        "May NNP nmod 4",
    )
    mend(parsed, Lemmas())
    assert (parsed[5].head, parsed[5].dep_) == (parsed[4], "acl")
    assert [(parsed[i].head.text, parsed[i].dep_) for i in (7, 9)] == [("due", "obl")] * 2


def test_a_list_that_ends_in_others_is_who_did_it() -> None:
    parsed = doc("Maas NNP ROOT 0", "and CC cc 2", "others NNS conj 0", "met VBD conj 0 meet", ". . punct 0")
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[3])] == ["Maas", "others"]


def test_what_opens_a_sentence_and_is_untrue_is_no_verb() -> None:
    parsed = doc(
        "Claims VBZ ROOT 0 claim",
        "that IN mark 3",
        "rebels NNS nsubj 3",
        "left VBD ccomp 0 leave",
        "are VBP cop 5 be",
        "false JJ ccomp 0",
    )
    mend(parsed, Lemmas())
    assert (parsed[0].tag_, parsed[0].dep_, parsed[0].head.text, parsed[3].dep_) == ("NNS", "nsubj", "false", "acl")


def test_following_governs_what_somebody_speaks_after() -> None:
    parsed = doc("Maas NNP nsubj 1", "spoke VBD ROOT 1", "following VBG advcl 1 follow", "talks NNS obj 2")
    mend(parsed, Lemmas())
    assert [(preposition, n.text) for preposition, n in grammar.obliques(parsed[1])] == [("following", "talks")]


def test_what_is_told_of_a_name_between_commas_is_no_further_subject() -> None:
    parsed = doc(
        "Maas NNP nsubj 5",
        ", , punct 3",
        "its PRP$ nmod:poss 3",
        "treasurer NN nsubj 5",
        ", , punct 3",
        "left VBD ROOT 5 leave",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[5])] == ["Maas"]


def test_the_second_of_two_is_who_is_named_right_after_him() -> None:
    parsed = doc(
        "The DT det 1",
        "mayor NN nsubj 8",
        "and CC cc 4",
        "his PRP$ nmod:poss 4",
        "rival NN conj 1",
        ", , punct 6",
        "Maas NNP appos 1 Maas PERSON",
        ", , punct 1",
        "met VBD ROOT 8 meet",
    )
    mend(parsed, Lemmas(people={"mayor", "rival"}))
    assert parsed[6].head.text == "rival"


def test_one_who_is_both_is_who_is_named_after_both() -> None:
    parsed = doc(
        "Its PRP$ nmod:poss 1",
        "chairman NN nsubj 7",
        "and CC cc 3",
        "owner NN conj 1",
        ", , punct 5",
        "Maas NNP appos 1 Maas PERSON",
        ", , punct 1",
        "left VBD ROOT 7 leave",
    )
    mend(parsed, Lemmas(people={"chairman", "owner"}))
    assert parsed[5].head.text == "chairman"


def test_what_somebody_offers_to_do_hangs_on_the_offer() -> None:
    parsed = doc(
        "Peru NNP nsubj 1",
        "praised VBD ROOT 1 praise",
        "an DT det 3",
        "offer NN obj 1",
        "by IN case 5",
        "Togo NNP nmod 3",
        "to TO mark 7",
        "vote VB advcl 1",
    )
    mend(parsed, Lemmas())
    assert (parsed[7].head.text, parsed[7].dep_) == ("offer", "acl")


def test_having_done_something_is_no_content_of_a_saying() -> None:
    parsed = doc(
        "Having VBG aux 1 have",
        "met VBN ccomp 5 meet",
        "Gil NNP obj 1",
        ", , punct 1",
        "Maas NNP nsubj 5",
        "said VBD ROOT 5 say",
    )
    mend(parsed, Lemmas(reporting={"say"}))
    assert parsed[1].dep_ == "advcl"
    assert [s.text for s in grammar.subjects(parsed[1])] == ["Maas"]


def test_a_modal_with_a_capital_is_a_name() -> None:
    parsed = doc("Ana NNP nsubj 2", "May MD aux 2", "met VBD ROOT 2 meet", "Gil NNP obj 2")
    mend(parsed, Lemmas())
    assert (parsed[1].tag_, parsed[1].head.text, parsed[1].dep_) == ("NNP", "Ana", "flat")
    assert not grammar.auxiliaries(parsed[2])


def test_a_modal_of_a_headline_stays_one() -> None:
    parsed = doc("Karhu NNP nsubj 2", "May MD aux 2", "Sell VB ROOT 2 sell", "Unit NN obj 2")
    mend(parsed, Lemmas())
    assert parsed[1].tag_ == "MD"


def test_a_modal_that_is_nobodys_name_or_opens_a_question_stays_one() -> None:
    asked = doc("Asked VBN ROOT 0 ask", ": : punct 0", "Will MD aux 4", "it PRP nsubj 4", "end VB parataxis 0 end")
    joined = doc("Karhu NNP nsubj 2", "Could MD aux 2", "reserve VB ROOT 2", "seats NNS obj 2 seat")
    for parsed, modal in ((asked, 2), (joined, 1)):
        mend(parsed, Lemmas())
        assert parsed[modal].tag_ == "MD"


def test_an_office_is_not_who_is_given_it() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "named VBD ROOT 1 name",
        "Ama NNP compound 4",
        "Addo NNP flat 2",
        "chairman NN obj 1",
    )
    parsed.set_ents([Span(parsed, 2, 4, "PERSON")])
    mend(parsed, Lemmas(naming={"name"}))
    assert [(t.dep_, t.head.text) for t in (parsed[2], parsed[4])] == [("obj", "named"), ("xcomp", "named")]


def test_a_clause_that_is_contrasted_stands_beside_and_a_scene_does_not() -> None:
    words = ["Sy NNP nsubj:pass 2", "was VBD aux:pass 2 be", "fined VBN ROOT 2 fine", ", , punct 7", "while IN mark 7"]
    parsed = doc(*words, "Gil NNP nsubj:pass 7", "was VBD aux:pass 7 be", "freed VBN advcl 2 free")
    mend(parsed, Lemmas())
    assert (parsed[7].dep_, parsed[4].dep_) == ("conj", "cc")
    parsed = doc(*words, "Gil NNP nsubj 7", "was VBD aux 7 be", "singing VBG advcl 2 sing")
    mend(parsed, Lemmas())
    assert parsed[7].dep_ == "advcl"


def test_a_noun_with_an_article_is_a_subject_and_no_adverb() -> None:
    parsed = doc("The DT det 1", "well NN advmod 3", "is VBZ aux:pass 3 be", "sealed VBN ROOT 3 seal")
    mend(parsed, Lemmas())
    assert parsed[1].dep_ == "nsubj:pass"


def test_what_was_then_is_told_by_a_clause_of_its_own() -> None:
    parsed = doc(
        "It PRP nsubj 3",
        "was VBD cop 3 be",
        "in IN case 3",
        "May NNP ROOT 3",
        "that IN mark 7",
        "the DT det 6",
        "ferry NN nsubj 7",
        "sank VBD acl:relcl 3 sink",
    )
    mend(parsed, Lemmas())
    assert parsed[7].dep_ == "csubj"


def test_what_a_relative_clause_tells_of_a_thing_stays_with_it() -> None:
    parsed = doc(
        "It PRP nsubj 3",
        "was VBD cop 3 be",
        "a DT det 3",
        "ferry NN ROOT 3",
        "that WDT nsubj 5",
        "sank VBD acl:relcl 3",
    )
    mend(parsed, Lemmas())
    assert parsed[5].dep_ == "acl:relcl"


def test_where_somebody_is_due_belongs_to_it() -> None:
    parsed = doc(
        "Kos NNP nsubj 1",
        "said VBD ROOT 1 say",
        "Maas NNP nsubj 4",
        "was VBD cop 4 be",
        "due JJ ccomp 1",
        "in IN case 6",
        "Lima NNP ccomp 1",
        "on IN case 8",
        "Friday NNP nmod 6",
    )
    mend(parsed, Lemmas())
    assert [n.text for _, n in grammar.obliques(parsed[4])] == ["Lima", "Friday"]


def test_an_office_is_parted_from_the_name_behind_it() -> None:
    parsed = doc(
        "Minister NN nsubj 8 minister",
        "of IN case 3",
        "Defence NNP compound 3",
        "Ivan NNP nmod 0 Ivan PERSON",
        "Soto NNP flat 3 Soto PERSON",
        "and CC cc 6",
        "Kofi NNP conj 3 Kofi PERSON",
        "Mensah NNP flat 6 Mensah PERSON",
        "met VBD ROOT 8 meet",
    )
    mend(parsed, Lemmas())
    assert [(preposition, n.text) for preposition, n in grammar.obliques(parsed[0])][:1] == [("of", "Defence")]
    assert [s.text for s in grammar.subjects(parsed[8])] == ["Minister", "Kofi"]


def test_what_figures_show_has_its_subject_back_past_an_aside() -> None:
    parsed = doc(
        "Polls NNS nsubj 1 poll",
        "show VBP ROOT 1 show",
        "ports NNS obj 1 port",
        ", , punct 5",
        "including VBG case 5 include",
        "Tema NNP nmod 2",
        ", , punct 7",
        "want VBP conj 1 want",
        "change NN obj 7 change",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].head, parsed[2].dep_, parsed[7].dep_) == (parsed[7], "nsubj", "ccomp")


def test_who_is_joined_to_an_office_is_one_more() -> None:
    parsed = doc(
        "Minister NN nsubj 5 minister",
        "Ivan NNP nmod 0 Ivan PERSON",
        "and CC cc 4",
        "envoy NN nmod:desc 4",
        "Kofi NNP nmod 0 Kofi PERSON",
        "met VBD ROOT 5 meet",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[5])] == ["Minister", "Kofi"]


def test_a_round_is_held_and_not_the_body_that_it_is_held_under() -> None:
    parsed = doc(
        "a DT det 1",
        "round NN ROOT 1",
        "of IN case 3",
        "talks NNS nmod 1 talk",
        "under IN case 6",
        "United NNP compound 6",
        "Nations NNPS nmod 3",
        ", , punct 10",
        "which WDT nsubj:pass 10",
        "was VBD aux:pass 10 be",
        "held VBN acl:relcl 6 hold",
    )
    mend(parsed, Lemmas())
    assert parsed[10].head.text == "round"


def test_a_conjunction_opens_a_clause_that_has_a_subject() -> None:
    parsed = doc(
        "Peru NNP nsubj 1",
        "closed VBD ROOT 1 close",
        "ports NNS obj 1 port",
        "after IN case 4",
        "guards NNS nmod 2 guard",
        "found VBD advcl 1 find",
        "bombs NNS obj 5 bomb",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[5])] == ["guards"]
    assert (parsed[3].head, parsed[3].dep_) == (parsed[5], "mark")


def test_what_governs_a_noun_leaves_it_when_the_clause_has_a_subject() -> None:
    parsed = doc(
        "Peru NNP nsubj 1",
        "left VBD ROOT 1 leave",
        "after IN case 3",
        "talks NNS obl 1 talk",
        "Togo NNP nsubj 5",
        "led VBD acl:relcl 3 lead",
    )
    mend(parsed, Lemmas())
    assert (parsed[3].dep_, parsed[2].dep_) == ("obl", "case")


def test_what_an_effort_is_to_do_is_told_of_it() -> None:
    parsed = doc(
        "Efforts NN nsubj 4 effort",
        "today NN obl 4",
        "to TO mark 3",
        "talk VB advcl 4",
        "failed VBD ROOT 4 fail",
    )
    mend(parsed, Lemmas())
    assert (parsed[3].head, parsed[3].dep_) == (parsed[0], "acl")


def test_a_month_behind_a_number_is_no_auxiliary() -> None:
    parsed = doc("Yards NNS nsubj 4 yard", "on IN case 2", "3 CD obl 4", "May NNP aux 4", "closed VBD ROOT 4 close")
    mend(parsed, Lemmas())
    assert (parsed[3].head, parsed[3].dep_) == (parsed[2], "nmod:unmarked")


def test_two_clauses_are_not_one_subject() -> None:
    parsed = doc(
        "Moe NNP nsubj 6",
        "quit VBD conj 0 quit",
        "and CC cc 4",
        "its PRP$ nmod:poss 4",
        "chairman NN conj 0",
        "will MD aux 6",
        "help VB ROOT 6",
        "she PRP nsubj 8",
        "said VBD parataxis 6 say",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[1])] == ["Moe"]
    assert [s.text for s in grammar.subjects(parsed[6])] == ["chairman"]
    assert (parsed[1].dep_, parsed[6].head, parsed[8].head) == ("ROOT", parsed[1], parsed[1])


def test_what_he_did_is_no_participle() -> None:
    parsed = doc(
        "Reports NNS nsubj 1 report",
        "say VBP ROOT 1",
        "he PRP nsubj 3",
        "filed VBN ccomp 1 file",
        "for IN case 5",
        "relief NN obl 3",
    )
    mend(parsed, Lemmas())
    assert parsed[3].tag_ == "VBD"


def test_who_is_asked_is_asked_to_do_it() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "asked VBD ROOT 1 ask",
        "a DT det 3",
        "judge NN obj 1",
        "to TO mark 5",
        "rule VB acl 3",
    )
    mend(parsed, Lemmas(asked={"judge"}))
    assert (parsed[5].head, parsed[5].dep_) == (parsed[1], "xcomp")


def test_what_stands_right_behind_a_verb_is_its_object_but_no_length_of_time() -> None:
    parsed = doc(
        "They PRP nsubj 1", "called VBD ROOT 1 call", "off RP compound:prt 1", "the DT det 4", "talks NNS obl 1 talk"
    )
    mend(parsed, Lemmas())
    assert parsed[4].dep_ == "obj"
    parsed = doc("They PRP nsubj 1", "waited VBD ROOT 1 wait", "the DT det 3", "week NN obl:unmarked 1")
    mend(parsed, Lemmas(units={"week"}))
    assert parsed[3].dep_ == "obl:unmarked"


def test_what_is_so_from_a_day_is_the_predicate() -> None:
    parsed = doc("Rules NNS nsubj 3 rule", "are VBP cop 3 be", "effective JJ amod 3", "Monday NNP ROOT 3")
    mend(parsed, Lemmas())
    assert (parsed[2].dep_, parsed[3].head, parsed[0].head) == ("ROOT", parsed[2], parsed[2])
    parsed = doc("Keita NNP nsubj 3", "is VBZ cop 3 be", "former JJ amod 3", "Premier NNP ROOT 3")
    mend(parsed, Lemmas())
    assert parsed[3].dep_ == "ROOT"


def test_a_verb_with_a_capital_between_names_is_one() -> None:
    parsed = doc(
        "the DT det 3",
        "Peru NNP nsubj 2",
        "Met VBD ccomp 4 meet",
        "Office NNP nsubj 4",
        "said VBD ROOT 4 say",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[4])] == ["Office"]
    assert (parsed[2].tag_, parsed[1].head.text) == ("NNP", "Office")


def test_what_became_of_a_plan_is_said() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "said VBD ROOT 1 say",
        "a DT det 3",
        "plan NN obj 1",
        "to TO mark 5",
        "sell VB acl 3",
        "to IN case 7",
        "Togo NNP nsubj 8",
        "failed VBD advcl 5 fail",
    )
    mend(parsed, Lemmas(reporting={"say"}))
    assert (parsed[8].head, parsed[8].dep_, parsed[7].dep_) == (parsed[1], "ccomp", "obl")
    assert [s.text for s in grammar.subjects(parsed[8])] == ["plan"]


def test_a_clause_behind_a_captions_mark_stands_by_itself() -> None:
    parsed = doc("FILE NNP ROOT 0", "- : punct 0", "Gil NNP nsubj 3", "signs VBZ appos 0 sign", "it PRP obj 3")
    mend(parsed, Lemmas())
    assert parsed[3].dep_ == "parataxis"


def test_what_it_is_since_is_no_subject() -> None:
    parsed = doc(
        "Since IN mark 4",
        "launch NN nsubj 4",
        "clubs NNS nsubj 4 club",
        "have VBP aux 4",
        "won VBN ROOT 4 win",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[4])] == ["clubs"]
    assert (parsed[0].head, parsed[0].dep_, parsed[1].dep_) == (parsed[1], "case", "obl")


def test_oil_leaks_and_nobody_leaks_it() -> None:
    parsed = doc(
        "Oil NN nsubj:pass 1",
        "leaked VBN ROOT 1 leak",
        "into IN case 4",
        "the DT det 4",
        "bay NN obl 1",
        ". . punct 1",
    )
    mend(parsed, Lemmas(intransitive={"leak"}))
    assert (parsed[0].dep_, parsed[1].tag_) == ("nsubj", "VBD")


def test_what_a_thing_costs_stands_before_it() -> None:
    parsed = doc(
        "raised VBD ROOT 0 raise",
        "its PRP$ nmod:poss 2",
        "$ $ obj 0",
        "12 CD nummod 2",
        "- : punct 7",
        "a DT det 7",
        "- HYPH punct 7",
        "share NN compound 8",
        "bid NN obj 0",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].head, parsed[2].dep_, parsed[1].head) == (parsed[8], "compound", parsed[8])


def test_whom_the_bank_sends_is_no_head() -> None:
    parsed = doc(
        "its PRP$ nmod:poss 1",
        "head NN nsubj 9",
        ", , punct 3",
        "Sy NNP appos 1",
        "and CC cc 5",
        "bank NN conj 1",
        "'s POS case 5",
        ", , punct 8",
        "Kos NNP conj 1",
        "left VBD ROOT 9 leave",
    )
    mend(parsed, Lemmas())
    assert (parsed[8].head, parsed[8].dep_) == (parsed[5], "appos")


def test_what_one_pulls_out_of_is_no_object() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "pulled VBD ROOT 1 pull",
        "out RP compound:prt 1",
        "of IN case 5",
        "the DT det 5",
        "race NN obj 1",
    )
    mend(parsed, Lemmas())
    assert parsed[5].dep_ == "obl"


def test_a_participle_under_to_is_an_infinitive() -> None:
    parsed = doc(
        "Chile NNP nsubj 1",
        "expects VBZ ROOT 1 expect",
        "the DT det 3",
        "fever NN obj 1",
        "to TO mark 5",
        "spread VBN acl 3",
    )
    mend(parsed, Lemmas())
    assert parsed[5].tag_ == "VB"


def test_what_befell_a_subject_is_no_clause_of_its_own() -> None:
    parsed = doc(
        "The DT det 1",
        "boy NN nsubj 2",
        "hit VBN csubj 6 hit",
        "by IN case 4",
        "Keita NNP obl:agent 2",
        "has VBZ aux 6 have",
        "died VBN ROOT 6 die",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].dep_, parsed[2].head.text, parsed[1].head.text) == ("acl", "boy", "died")


def test_a_noun_joined_to_a_day_is_what_goes_on() -> None:
    parsed = doc(
        "will MD aux 1",
        "close VB ROOT 1",
        "in IN case 3",
        "May NNP obl 1",
        "and CC cc 5",
        "talks NNS conj 3 talk",
        "on IN case 7",
        "arms NNS nsubj 9",
        "must MD aux 9",
        "begin VB advcl 1",
    )
    mend(parsed, Lemmas())
    assert [s.text for s in grammar.subjects(parsed[9])] == ["talks"]
    assert (parsed[7].head.text, parsed[9].dep_) == ("talks", "conj")


def test_what_was_agreed_before_it_fell_apart_is_a_participle() -> None:
    parsed = doc("truce NN nsubj 3", "agreed VBD acl 0 agree", "today NN obl 1", "fell VBD ROOT 3 fall")
    mend(parsed, Lemmas())
    assert parsed[1].tag_ == "VBN"


def test_what_somebody_has_said_at_the_end_is_no_part_of_it() -> None:
    parsed = doc(
        "Aid NN nsubj 1",
        "came VBD ROOT 1 come",
        ", , punct 5",
        "envoys NNS nsubj 5 envoy",
        "have VBP aux 5 have",
        "said VBN ccomp 1 say",
    )
    mend(parsed, Lemmas(reporting={"say"}))
    assert (parsed[5].dep_, parsed[1].head, parsed[1].dep_) == ("ROOT", parsed[5], "ccomp")


def test_who_is_told_of_by_a_participle_is_the_subject_not_whom_it_stands_before() -> None:
    parsed = doc(
        "Aides NNS nsubj 1",
        "testifying VBG ROOT 1",
        "before IN mark 4",
        "senators NNS nsubj 4",
        "blasted VBD advcl 1",
        "Karhu NNP obj 4",
        ". . punct 1",
    )
    mend(parsed, Lemmas())
    assert [(t.dep_, t.head.text) for t in parsed[:5]] == [
        ("nsubj", "blasted"),
        ("acl", "Aides"),
        ("case", "senators"),
        ("obl", "testifying"),
        ("ROOT", "blasted"),
    ]


def test_a_day_behind_a_relative_clause_is_the_main_verbs() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "sold VBD ROOT 1 sell",
        "Karhu NNP obj 1",
        ", , punct 5",
        "which WDT nsubj 5",
        "sails VBZ acl:relcl 2 sail",
        ", , punct 8",
        "on IN case 8",
        "Monday NNP obl 5",
    )
    mend(parsed, Lemmas())
    assert (parsed[8].head, parsed[8].dep_) == (parsed[1], "obl")
    parsed = doc(
        "They PRP nsubj 1",
        "sold VBD ROOT 1 sell",
        "Karhu NNP obj 1",
        ", , punct 5",
        "which WDT nsubj 5",
        "sailed VBD acl:relcl 2 sail",
        "on IN case 7",
        "Monday NNP obl 5",
    )
    mend(parsed, Lemmas())
    assert parsed[7].head == parsed[5]


def test_what_somebody_begins_is_no_thing() -> None:
    parsed = doc("They PRP nsubj 1", "begin VBP ROOT 1 begin", "selling VBG obj 1 sell", "ships NNS obj 2 ship")
    mend(parsed, Lemmas())
    assert parsed[2].dep_ == "xcomp"


def test_what_is_to_be_held_is_the_meeting_and_not_its_host() -> None:
    parsed = doc(
        "chaired VBD ROOT 0 chair",
        "a DT det 2",
        "meeting NN obj 0",
        "of IN case 5",
        "the DT det 5",
        "League NNP nmod 2",
        "which WDT nsubj:pass 8",
        "is VBZ aux:pass 8 be",
        "held VBN acl:relcl 5 hold",
    )
    mend(parsed, Lemmas())
    assert parsed[8].head.text == "meeting"


def test_a_weekday_is_of_no_noun_behind_an_adjective() -> None:
    parsed = doc(
        "Karhu NNP nsubj:pass 1",
        "announced VBN ROOT 1 announce",
        "on IN case 5",
        "Monday NNP compound 5",
        "severe JJ amod 5",
        "limits NNS obl 1 limit",
    )
    mend(parsed, Lemmas())
    assert [(t.dep_, t.head.text) for t in parsed if t.text in {"on", "Monday", "limits"}] == [
        ("case", "Monday"),
        ("obl", "announced"),
        ("obj", "announced"),
    ]
    assert (parsed[0].dep_, parsed[1].tag_) == ("nsubj", "VBD")


def test_who_is_told_of_beside_a_deed_fills_no_office() -> None:
    parsed = doc(
        "trial NN nsubj 5",
        "of IN case 3",
        "Dr NNP nmod:desc 3",
        "Ivan NNP nmod 0 Ivan PERSON",
        "Soto NNP flat 3 Soto PERSON",
        "opened VBD ROOT 5 open",
    )
    mend(parsed, Lemmas())
    assert [(preposition, n.text) for preposition, n in grammar.obliques(parsed[0])] == [("of", "Ivan")]


def test_one_of_a_people_is_whoever_is_named_behind_a_comma() -> None:
    parsed = doc(
        "held VBD ROOT 0 hold",
        "the DT det 2",
        "Libyan NNP obj 0 Libyan NORP",
        ", , punct 4",
        "Omar NNP obj 0 Omar PERSON",
        "Nuur NNP flat 4 Nuur PERSON",
    )
    mend(parsed, Lemmas())
    assert (parsed[4].head.text, parsed[4].dep_) == ("Libyan", "appos")


def test_an_adverb_that_is_the_noun_of_its_own_subject_hangs_where_it_hung() -> None:
    parsed = doc(
        "Karhu NNP nmod:poss 1",
        "oil NN nsubj:pass 2",
        "well RB advmod 5",
        "is VBZ aux:pass 5",
        "now RB advmod 5",
        "sealed VBN ROOT 5 seal",
        ". . punct 5",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].pos_, parsed[2].head, parsed[1].head) == ("NOUN", parsed[5], parsed[2])


def test_people_who_are_counted_behind_a_verb_are_its_object() -> None:
    parsed = doc(
        "Bombs NNS nsubj 1",
        "killed VBD ROOT 1 kill",
        "at IN case 3",
        "least JJS nmod 4",
        "nine CD nummod 5",
        "people NNS obl 1",
        ". . punct 1",
    )
    mend(parsed, Lemmas(people={"people"}))
    assert parsed[5].dep_ == "obj"


def test_a_deed_leads_its_phrase_and_not_the_day_before_it() -> None:
    parsed = doc(
        "held VBD ROOT 0 hold",
        "in IN case 4",
        "the DT det 4",
        "May NNP nmod:unmarked 4",
        "3 CD obl 0",
        ", , punct 6",
        "1988 CD nmod:unmarked 4",
        ", , punct 8",
        "bombing NN obj 0",
    )
    mend(parsed, Lemmas())
    assert [(preposition, n.text) for preposition, n in grammar.obliques(parsed[0])] == [("in", "bombing")]


def test_a_state_is_of_its_town() -> None:
    parsed = doc(
        "Karhu NNP nsubj 5 Karhu ORG",
        ", , punct 2",
        "Aarhus NNP conj 0 Aarhus LOC",
        ", , punct 4",
        "Ill. NNP conj 0 Ill. LOC",
        "said VBD ROOT 5 say",
    )
    mend(parsed, Lemmas())
    assert [(parsed[i].head.text, parsed[i].dep_) for i in (2, 4)] == [("Karhu", "appos"), ("Aarhus", "appos")]


def test_a_town_with_its_state_stands_before_its_noun() -> None:
    parsed = doc(
        "Shots NNS nsubj 1",
        "killed VBD ROOT 1 kill",
        "a DT det 3",
        "Aarhus NNP obj 1 Aarhus LOC",
        ", , punct 5",
        "Ill. NNP conj 3 Ill. LOC",
        ", , punct 8",
        "clinic NN compound 8",
        "doctor NN appos 3",
    )
    mend(parsed, Lemmas())
    assert [(t.head.text, t.dep_) for t in (parsed[3], parsed[5], parsed[8])] == [
        ("doctor", "compound"),
        ("Aarhus", "appos"),
        ("killed", "obj"),
    ]


def test_that_is_no_object_of_a_verb_that_has_one() -> None:
    parsed = doc(
        "raised VBD ROOT 0 raise",
        "accusations NNS obj 0 accusation",
        "that WDT obj 5",
        "Kone NNP nsubj 5",
        "had VBD aux 5 have",
        "beaten VBN acl:relcl 1 beat",
        "sailors NNS obj 5",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].tag_, parsed[2].dep_) == ("IN", "mark")


def test_who_disclosed_that_something_is_so_did_it() -> None:
    parsed = doc(
        "Karhu NNP nsubj:pass 1",
        "disclosed VBN ROOT 1 disclose",
        "that IN mark 4",
        "mills NNS nsubj 4 mill",
        "closed VBD ccomp 1 close",
        ". . punct 1",
    )
    mend(parsed, Lemmas())
    assert (parsed[0].dep_, parsed[1].tag_) == ("nsubj", "VBD")


def test_what_a_participle_took_is_the_subject_of_the_verb_behind_it() -> None:
    found = doc(
        "Parts NNS nsubj:pass 1 part",
        "found VBN ROOT 1 find",
        "in IN case 3",
        "Chile NNP obl 1",
        "did VBD aux 6 do",
        "not RB advmod 6",
        "burn VB ccomp 1",
    )
    trying = doc(
        "Crews NNS nsubj 1 crew",
        "trying VBG ROOT 1 try",
        "to TO mark 3",
        "help VB xcomp 1",
        "have VBP aux 5",
        "left VBN conj 1 leave",
    )
    named = doc(
        "Karhu NNP nsubj:pass 2",
        ", , punct 2",
        "named VBN ROOT 2 name",
        "by IN case 4",
        "Togo NNP obl 2",
        ", , punct 6",
        "won VBD conj 2 win",
    )
    for parsed, took, verb in ((found, 1, 6), (trying, 1, 5), (named, 2, 6)):
        mend(parsed, Lemmas())
        assert (parsed[verb].dep_, parsed[0].head, parsed[0].dep_) == ("ROOT", parsed[verb], "nsubj")
        assert (parsed[took].dep_, parsed[took].head) == ("acl", parsed[0])


def test_a_verb_that_goes_on_takes_no_subject_away() -> None:
    told = doc("Kos NNP nsubj 1", "argued VBD ROOT 1 argue", "ships NNS obj 3", "sank VBD ccomp 1 sink")
    joined = doc("Talks NNS nsubj:pass 1", "held VBN ROOT 1 hold", "and CC cc 3", "ended VBD conj 1 end")
    for parsed in (told, joined):
        mend(parsed, Lemmas())
        assert (parsed[1].dep_, parsed[0].head) == ("ROOT", parsed[1])


def test_a_clause_behind_its_conjunction_keeps_its_subject() -> None:
    parsed = doc(
        "Oil NN nsubj 1",
        "leaks VBZ ROOT 1 leak",
        "since IN mark 6",
        "the DT det 4",
        "rig NN nsubj 6",
        "Star NNP nsubj 6",
        "burned VBD advcl 1 burn",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].dep_, parsed[4].dep_) == ("mark", "nsubj")


def test_what_stands_under_a_preposition_is_no_subject_of_a_whole_sentence() -> None:
    parsed = doc(
        "After IN case 1", "weeks NNS obl 3 week", "has VBZ aux 3 have", "emerged VBN ROOT 3 emerge", "Kos NNP obj 3"
    )
    washing = doc(
        "Washing VBG csubj 4 wash", "after IN case 2", "contact NN obl 0", "may MD aux 4", "help VB ROOT 4 help"
    )
    for sentence, noun in ((parsed, 1), (washing, 2)):
        mend(sentence, Lemmas())
        assert sentence[noun].dep_ == "obl"


def test_who_is_joined_to_a_clause_does_what_the_next_one_tells() -> None:
    second = ["resigned VBN ROOT 2 resign", "and CC cc 4", "Lund NNP nsubj 2", ", , punct 7", "its PRP$ nmod:poss 7"]
    second += ["chief NN appos 4", ", , punct 4", "is VBZ aux 10", "filling VBG conj 2 fill", "in RB advmod 10"]
    own = ["resigned VBN ROOT 2 resign", "and CC cc 4", "Lund NNP conj 2", ", , punct 7", "its PRP$ nmod:poss 7"]
    own += ["chief NN nsubj 10", ", , punct 7", "will MD aux 10", "fill VB conj 2 fill", "in RB advmod 10"]
    for rest in (second, own):
        parsed = doc("Kos NNP nsubj 2", "has VBZ aux 2", *rest)
        mend(parsed, Lemmas())
        assert (parsed[4].dep_, parsed[4].head, parsed[7].dep_) == ("nsubj", parsed[10], "appos")


def test_a_noun_that_seemed_an_aside_is_the_subject() -> None:
    parsed = doc(
        "The DT det 1",
        "broken VBN amod 2",
        "well UH discourse 5",
        "has VBZ aux 5",
        "been VBN aux:pass 5",
        "sealed VBN ROOT 5 seal",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].tag_, parsed[2].dep_) == ("NN", "nsubj:pass")


def test_a_second_day_is_that_of_the_second_verb() -> None:
    parsed = doc(
        "touring VBG advcl 5 tour",
        "Monday NNP obl:unmarked 0",
        "and CC cc 3",
        "eating VBG conj 0 eat",
        "Friday NNP obl:unmarked 0",
        "spoke VBD ROOT 5 speak",
    )
    mend(parsed, Lemmas())
    assert parsed[4].head == parsed[3]


def test_a_day_behind_a_particle_leaves_the_verb_its_particle() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "called VBD ROOT 1 call",
        "it PRP obj 1",
        "off RP case 4",
        "Friday NNP obl 1",
    )
    mend(parsed, Lemmas())
    assert (parsed[3].head.text, parsed[3].dep_) == ("called", "compound:prt")


def test_what_a_hyphen_joins_to_a_place_is_not_to_be_done() -> None:
    parsed = doc(
        "warned VBD ROOT 0 warn",
        "of IN case 2",
        "travel NN obl 0",
        "to IN mark 6",
        "flu NN compound 6",
        "- HYPH punct 4",
        "hit VB acl 2 hit",
        "Peru NNP obj 6",
        "on IN case 9",
        "Monday NNP obl 6",
    )
    mend(parsed, Lemmas())
    assert (parsed[6].tag_, parsed[6].head.text, parsed[7].dep_, parsed[7].head.text) == (
        "VBN",
        "Peru",
        "nmod",
        "travel",
    )
    assert parsed[9].head == parsed[0]


def test_it_that_stands_for_a_clause_behind_it_is_nobody() -> None:
    took = doc(
        "It PRP nsubj 1",
        "took VBD ROOT 1 take",
        "days NNS obj 1 day",
        "to TO mark 4",
        "mend VB advcl 1",
        "the DT det 6",
        "dam NN obj 4",
    )
    mend(took, Lemmas(units={"day"}))
    assert took[0].dep_ == "expl"
    fell = doc("It PRP nsubj 1", "took VBD ROOT 1 take", "two CD nummod 3", "yards NNS obj 1 yard")
    mend(fell, Lemmas(units={"day"}))
    assert fell[0].dep_ == "nsubj"
    known = doc(
        "It PRP nsubj:pass 3",
        "is VBZ aux:pass 3 be",
        "not RB advmod 3",
        "known VBN ccomp 9 know",
        "how WRB advmod 6",
        "it PRP nsubj 6",
        "began VBD ccomp 9 begin",
        ", , punct 9",
        "police NNS nsubj 9",
        "said VBD ROOT 9 say",
    )
    mend(known, Lemmas(reporting={"say"}))
    assert (known[0].dep_, known[6].head) == ("expl", known[3])


def test_who_says_something_says_the_whole_of_it() -> None:
    clear = doc(
        "It PRP expl 2",
        "is VBZ cop 2 be",
        "clear JJ ROOT 2",
        "that IN mark 5",
        "Togo NNP nsubj 5",
        "signed VBD ccomp 8 sign",
        ", , punct 8",
        "Lind NNP nsubj 8",
        "said VBD csubj 2 say",
    )
    mend(clear, Lemmas(reporting={"say"}))
    assert (clear[8].dep_, clear[2].dep_, clear[5].head) == ("ROOT", "ccomp", clear[2])
    plans = doc(
        "Karhu NNP nsubj 1",
        "plans VBZ nsubj 6 plan",
        "ferries NNS obj 1 ferry",
        ", , punct 1",
        "the DT det 5",
        "firm NN nsubj 6",
        "announced VBD ROOT 6 announce",
    )
    mend(plans, Lemmas(reporting={"announce"}))
    assert plans[1].dep_ == "ccomp"


def test_who_was_among_those_questioned_is_not_who_asked() -> None:
    parsed = doc(
        "Police NNS nsubj 1 police",
        "say VBP ROOT 1",
        "Addo NNP nsubj 6",
        "was VBD cop 6 be",
        "among IN case 6",
        "nine CD nummod 6",
        "people NNS nsubj 7",
        "questioned VBD ccomp 1 question",
        "Monday NNP obl:unmarked 7",
    )
    mend(parsed, Lemmas())
    assert (parsed[6].head, parsed[6].dep_) == (parsed[1], "ccomp")
    assert (parsed[7].head, parsed[7].dep_, parsed[7].tag_) == (parsed[6], "acl", "VBN")


def test_a_quake_that_rocked_a_country_is_what_did_it() -> None:
    parsed = doc("A DT det 2", "strong JJ amod 2", "quake NN compound 3", "rocked VBN ROOT 3 rock", "Togo NNP obj 3")
    mend(parsed, Lemmas())
    assert (parsed[2].dep_, parsed[3].tag_) == ("nsubj", "VBD")


def test_who_considers_an_offer_to_resign_does_not_resign() -> None:
    parsed = doc(
        "Senators NNS nsubj 1",
        "consider VBP ROOT 1",
        "his PRP$ nmod:poss 3",
        "offer NN obj 1",
        "to TO mark 5",
        "resign VB xcomp 1",
    )
    mend(parsed, Lemmas())
    assert (parsed[5].head, parsed[5].dep_) == (parsed[3], "acl")


def test_a_visiting_minister_visits_nobody_who_is_named_behind() -> None:
    parsed = doc(
        "They PRP nsubj 1",
        "quoted VBD ROOT 1",
        "Togo NNP nsubj 4",
        "'s POS case 2",
        "visiting VBG xcomp 1 visit",
        "Minister NNP nmod:desc 6",
        "Kone NNP obj 4",
    )
    mend(parsed, Lemmas())
    assert (parsed[6].head, parsed[6].dep_) == (parsed[1], "obj")
    assert [(parsed[i].head.i, parsed[i].dep_) for i in (2, 4)] == [(6, "nmod:poss"), (6, "amod")]


def test_two_offices_of_one_name_are_one_persons() -> None:
    parsed = doc(
        "Its PRP$ nmod:poss 1",
        "head NN nsubj 9",
        "and CC cc 3",
        "founder NN conj 1",
        ", , punct 5",
        "Ama NNP appos 1 Ama PERSON",
        "Addo NNP flat 5 Addo PERSON",
        ", , punct 1",
        "has VBZ aux 9 have",
        "resigned VBN ROOT 9 resign",
    )
    mend(parsed, Lemmas(people={"head"}))
    assert (parsed[3].dep_, parsed[5].head, parsed[5].dep_) == ("appos", parsed[1], "appos")


def test_what_was_said_next_is_no_word_before_a_noun() -> None:
    parsed = doc(
        "Berg NNP nsubj 1",
        "admitted VBD ROOT 1 admit",
        "the DT det 3",
        "theft NN obj 1",
        "and CC cc 5",
        "accused VBN amod 6 accuse",
        "dockers NNS conj 3",
    )
    mend(parsed, Lemmas(declaring={"accuse"}))
    assert (parsed[5].tag_, parsed[5].head, parsed[5].dep_) == ("VBD", parsed[1], "conj")
    assert (parsed[6].head, parsed[6].dep_, parsed[4].head) == (parsed[5], "obj", parsed[5])


def test_a_particle_before_a_number_is_its_verbs() -> None:
    parsed = doc(
        "Togo NNP nsubj 1",
        "handed VBD ROOT 1 hand",
        "over RB advmod 3",
        "six CD nummod 4",
        "sailors NNS obj 1",
    )
    mend(parsed, Lemmas(verbs={"hand over"}))
    assert (parsed[2].head, parsed[2].dep_) == (parsed[1], "compound:prt")


def test_what_happened_somewhere_hangs_on_the_place() -> None:
    parsed = doc(
        "the DT det 2",
        "first JJ amod 2",
        "envoy NN ROOT 2",
        "to TO mark 4",
        "see VB acl 2",
        "Oslo NNP obj 4",
        ", , punct 9",
        "where WRB advmod 9",
        "it PRP nsubj 9",
        "began VBD acl:relcl 2 begin",
    )
    mend(parsed, Lemmas(people={"envoy"}))
    assert parsed[9].head == parsed[5]


def test_a_second_past_below_a_present_is_said_too() -> None:
    parsed = doc(
        "Police NNS nsubj 1",
        "say VBP ROOT 1 say",
        "a DT det 3",
        "bomb NN nsubj 4",
        "exploded VBD ccomp 1 explode",
        "but CC cc 6",
        "hurt VBD conj 1 hurt",
        "nobody NN obj 6",
    )
    mend(parsed, Lemmas(reporting={"say"}))
    assert parsed[6].head == parsed[4]


def test_what_many_have_done_hangs_on_several() -> None:
    parsed = doc(
        "Four CD nummod 1",
        "bakers NNS ROOT 1 baker",
        "and CC cc 4",
        "their PRP$ nmod:poss 4",
        "guide NN conj 1",
        "who WP nsubj:pass 7",
        "were VBD aux:pass 7 be",
        "held VBN acl:relcl 4 hold",
    )
    mend(parsed, Lemmas())
    assert parsed[7].head == parsed[1]


def test_an_owner_that_is_joined_owns_what_follows() -> None:
    parsed = doc(
        "Karhu NNP nsubj 6",
        "and CC cc 2",
        "Sund NNP conj 0",
        "'s POS case 2",
        "other JJ amod 5",
        "shareholder NN conj 0",
        "agreed VBD ROOT 6 agree",
    )
    mend(parsed, Lemmas())
    assert (parsed[2].head, parsed[2].dep_, parsed[1].head) == (parsed[5], "nmod:poss", parsed[5])


def test_a_name_behind_where_something_was_is_who_did_it() -> None:
    parsed = doc(
        "In IN case 1",
        "Lome NNP obl 7",
        ", , punct 3",
        "Kos NNP conj 1",
        ", , punct 5",
        "55 CD nmod:unmarked 1",
        ", , punct 7",
        "quit VBD ROOT 7",
    )
    mend(parsed, Lemmas())
    assert (parsed[3].head, parsed[3].dep_, parsed[5].head) == (parsed[7], "nsubj", parsed[3])


def test_what_is_asked_past_a_day_is_a_verbs_content() -> None:
    parsed = doc(
        "Judges NNS nsubj 2 judge",
        "will MD aux 2",
        "rule VB ROOT 2",
        "Monday NNP obl:unmarked 2",
        "whether IN mark 7",
        "Kos NNP nsubj 7",
        "may MD aux 7",
        "stay VB advcl 2",
    )
    mend(parsed, Lemmas())
    assert parsed[7].dep_ == "ccomp"


def test_what_is_to_be_done_is_a_verb() -> None:
    parsed = doc(
        "Talks NNS nsubj 3 talk", "are VBP cop 3 be", "to IN case 3", "centre NN ROOT 3", "on IN case 5", "cod NN obl 3"
    )
    mend(parsed, Lemmas(occasions={"talk"}))
    assert (parsed[3].tag_, parsed[2].tag_, parsed[2].dep_) == ("VB", "TO", "mark")


def test_what_somebody_denies_doing_is_a_verb() -> None:
    parsed = doc(
        "Kos NNP nsubj 1",
        "denied VBD ROOT 1 deny",
        "meeting NN compound 3",
        "rebels NNS obj 1",
        "in IN case 5",
        "May NNP obl 1",
    )
    mend(parsed, Lemmas(verbs={"meet"}))
    assert (parsed[2].tag_, parsed[2].lemma_, parsed[2].dep_) == ("VBG", "meet", "xcomp")
    assert (parsed[3].head.text, parsed[5].head.text) == ("meeting", "meeting")


def test_ahead_of_is_one_preposition_wherever_its_noun_hangs() -> None:
    parsed = doc("will MD aux 1", "meet VB ROOT 1", "ahead RB advmod 1", "of IN case 4", "talks NNS obl 1")
    mend(parsed, Lemmas())
    assert grammar.case(parsed[4]) == "ahead of"


def test_what_is_scheduled_is_the_occasion_and_not_whose_it_is() -> None:
    parsed = doc(
        "Summit NN nsubj 6",
        "of IN case 2",
        "League NNP nmod 0",
        "scheduled VBN acl 2 schedule",
        "for IN case 5",
        "Friday NNP obl 3",
        "failed VBD ROOT 6 fail",
    )
    mend(parsed, Lemmas(occasions={"summit"}))
    assert parsed[3].head.text == "Summit"


def test_an_unmarked_clause_with_a_tense_leads_its_sentence() -> None:
    parsed = doc(
        "Talks NNS ROOT 0 talk",
        "on IN case 2",
        "20 CD nmod 0",
        "May NNP nsubj:pass 5",
        "were VBD aux:pass 5 be",
        "put VBN advcl 0",
        "off RP compound:prt 5",
        ". . punct 0",
    )
    mend(parsed, Lemmas())
    assert (parsed[5].dep_, parsed[0].dep_, parsed[0].head.text) == ("ROOT", "nsubj:pass", "put")
