"""A parse mended where the tagger or the parser took words for something else, before anybody reads it: `mend`."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from spacy.tokens import Doc

from timeline.events.lexicon import Lexicon
from timeline.events.mending import clauses, nominals, phrases, sayings, subjects, tags
from timeline.events.parsed import keep, parsed


@dataclass(frozen=True, slots=True)
class Lemmas:
    """What must be known of the language's words."""

    verbs: Container[str] = ()
    intransitive: Container[str] = ()
    reporting: Container[str] = ()
    telling: Container[str] = ()
    declaring: Container[str] = ()
    naming: Container[str] = ()
    people: Container[str] = ()
    asked: Container[str] = ()
    trades: Container[str] = ()
    units: Container[str] = ()
    occasions: Container[str] = ()
    appointing: Container[str] = ()
    requests: Container[str] = ()

    @classmethod
    def of(cls, words: Lexicon) -> Lemmas:
        """Those that a lexicon holds."""
        people = words.groups["people"] | words.triggers["people"] | words.roles["others"] | words.roles["kin"]
        return cls(
            verbs=words.verbs.keys() | words.happenings | words.status["cancelled_verbs"],
            intransitive=words.title["complete"] | words.triggers["going_by"],
            reporting=words.reporting,
            telling=words.title["with_content"] | words.telling,
            declaring=words.strong,
            naming=words.triggers["naming"] | words.triggers["to_office"],
            people=people,
            asked=people | words.groups["bodies"] | words.hearing,
            trades=(people | words.groups["persons"]) - words.groups["bodies"],
            units=words.dating["units"] | words.periods,
            occasions=words.nouns.keys(),
            appointing=words.dating["appointing"],
            requests=words.triggers["requests"],
        )


def mend(doc: Doc, lemmas: Lemmas) -> Doc:
    """A copy of the parse that answers at once (`parsed`), mended; the doc that it is of is mended, too.

    Each line finds one kind of mistake, in what the lines above it left.
    """
    ours = parsed(doc)
    nominals.mend_hyphened_names(ours)
    tags.mend_prefixes(ours)
    nominals.mend_hyphened_occasions(ours, lemmas.occasions)
    tags.mend_deaths(ours)
    clauses.mend_labels(ours)
    clauses.mend_headline_pairs(ours)
    clauses.mend_headline_plans(ours, lemmas.asked)
    tags.mend_aims_said(ours)
    tags.mend_headline_verbs(ours, lemmas.verbs)
    tags.mend_names_like_modals(ours)
    tags.mend_past(ours, lemmas.verbs)
    tags.mend_claims(ours)
    tags.mend_second_deeds(ours, lemmas.declaring)
    phrases.mend_objects(ours, lemmas.units, lemmas.people)
    clauses.mend_conditions(ours)
    clauses.mend_conditions_beside(ours)
    tags.mend_roots(ours, lemmas.intransitive)
    tags.mend_runs(ours)
    tags.mend_intransitives(ours, lemmas.intransitive)
    tags.mend_nouns(ours)
    tags.mend_gerunds(ours)
    tags.mend_denied_deeds(ours, lemmas.verbs)
    tags.mend_missing(ours)
    tags.mend_opening(ours)
    tags.mend_visitors(ours)
    tags.mend_suspects(ours)
    tags.mend_adverbs(ours, lemmas.units)
    tags.mend_lost_nouns(ours)
    tags.mend_verbs_in_names(ours)
    phrases.mend_amounts_given(ours)
    phrases.mend_as_many(ours)
    phrases.mend_rates(ours)
    phrases.mend_lengths(ours, lemmas.units)
    phrases.mend_prices(ours)
    tags.mend_participles(ours)
    tags.mend_states(ours, lemmas.verbs)
    tags.mend_former_offices(ours)
    tags.mend_openings_to_aid(ours)
    tags.mend_hit_places(ours)
    phrases.mend_prepositions(ours)
    phrases.mend_opponents(ours)
    phrases.mend_talked_to(ours)
    phrases.mend_days_of_subjects(ours)
    phrases.mend_particles(ours, lemmas.verbs)
    tags.mend_infinitives(ours, lemmas.occasions)
    clauses.mend_plans(ours, lemmas.occasions)
    clauses.mend_documents(ours)
    clauses.mend_parted(ours)
    phrases.mend_payments(ours)
    phrases.mend_predicates(ours)
    phrases.mend_seen_as(ours)
    phrases.mend_extended(ours, lemmas.units)
    phrases.mend_from_days(ours)
    phrases.mend_weekdays(ours, lemmas.reporting, lemmas.people)
    phrases.mend_agreed_days(ours, lemmas.occasions)
    phrases.mend_second_days(ours)
    phrases.mend_first_times(ours)
    phrases.mend_votes(ours)
    phrases.mend_first_days(ours, lemmas.occasions)
    phrases.mend_asides_since(ours)
    phrases.mend_done_asides(ours)
    phrases.mend_days_set(ours, lemmas.appointing)
    phrases.mend_dated_deeds(ours)
    phrases.mend_old_days(ours)
    phrases.mend_halls(ours)
    phrases.mend_places(ours)
    phrases.mend_names_given(ours, lemmas.naming)
    clauses.mend_coordination(ours)
    clauses.mend_numbers(ours)
    clauses.mend_contrasts(ours)
    subjects.mend_joined_subjects(ours)
    subjects.mend_subjects_joined_right_before(ours)
    subjects.mend_undone_beside(ours)
    subjects.mend_first_clauses(ours)
    clauses.mend_begun(ours)
    clauses.mend_settled(ours)
    clauses.mend_requests(ours, lemmas.asked)
    clauses.mend_intentions(ours)
    clauses.mend_captions(ours)
    subjects.mend_gapped(ours)
    subjects.mend_agents(ours)
    clauses.mend_openings(ours)
    clauses.mend_questions(ours)
    clauses.mend_behind_relatives(ours)
    clauses.mend_days_of_both(ours, lemmas.units)
    clauses.mend_days_between(ours, lemmas.units)
    clauses.mend_still_done(ours)
    clauses.mend_moved_on(ours)
    clauses.mend_manner(ours)
    subjects.mend_since(ours)
    subjects.mend_opened(ours)
    subjects.mend_predicates_taken(ours)
    subjects.mend_behind_weekdays(ours)
    subjects.mend_two_subjects(ours, lemmas.reporting)
    subjects.mend_ended(ours, lemmas.units)
    subjects.mend_taken(ours, lemmas.reporting, lemmas.occasions, lemmas.intransitive)
    clauses.mend_owned_deeds(ours)
    clauses.mend_accusations(ours)
    clauses.mend_days_told(ours)
    clauses.mend_efforts(ours)
    clauses.mend_clefts(ours)
    sayings.mend_contents(ours, lemmas.telling, lemmas.reporting)
    sayings.mend_hearers(ours)
    sayings.mend_done_before(ours)
    sayings.mend_told_now(ours, lemmas.reporting)
    sayings.mend_told_of(ours, lemmas.reporting)
    sayings.mend_statements(ours, lemmas.reporting)
    sayings.mend_spelled_out(ours, lemmas.reporting, lemmas.units)
    sayings.mend_speakers(ours, lemmas.reporting)
    sayings.mend_reports(ours, lemmas.reporting)
    sayings.mend_plans_told(ours, lemmas.reporting)
    sayings.mend_added(ours, lemmas.reporting, lemmas.asked, lemmas.requests)
    sayings.mend_seen(ours, lemmas.reporting)
    subjects.mend_standing_in(ours, lemmas.units)
    clauses.mend_of_several(ours)
    clauses.mend_where(ours, lemmas.people)
    clauses.mend_relatives(ours, lemmas.people, lemmas.reporting, lemmas.occasions)
    nominals.mend_ministries(ours, lemmas.people)
    nominals.mend_guests(ours, lemmas.people)
    nominals.mend_honorifics(ours)
    nominals.mend_office_holders(ours, lemmas.people)
    nominals.mend_owners(ours)
    nominals.mend_descriptions(ours, lemmas.people)
    nominals.mend_offices_of(ours, lemmas.people)
    nominals.mend_joined_offices(ours, lemmas.people)
    nominals.mend_two_offices(ours, lemmas.people)
    nominals.mend_other_names(ours)
    nominals.mend_trades(ours, lemmas.trades)
    nominals.mend_countrymen(ours)
    nominals.mend_counted(ours, lemmas.people)
    nominals.mend_seats(ours)
    nominals.mend_towns(ours)
    nominals.mend_adjectives(ours)
    nominals.mend_lists(ours)
    nominals.mend_joined_names(ours)
    nominals.mend_pairs(ours)
    nominals.mend_subjects(ours)
    nominals.mend_lost_subjects(ours, lemmas.units, lemmas.occasions)
    keep(ours)
    return ours
