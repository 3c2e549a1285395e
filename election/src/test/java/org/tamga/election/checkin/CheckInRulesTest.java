package org.tamga.election.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tamga.election.checkin.CheckInDecision.Admitted;
import org.tamga.election.checkin.CheckInDecision.Refused;
import org.tamga.election.definition.LadderPolicy;
import org.tamga.election.definition.Policies;
import org.tamga.election.definition.SamplePackage;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalChain;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterStatus;
import org.tamga.election.wire.Ed25519Signer;

class CheckInRulesTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:14:00Z");
    private static final Person AIGUL = person(1, VoterStatus.ELIGIBLE);
    private static final Person BAKYT = person(2, VoterStatus.ELIGIBLE);

    private static final IdentificationRecord.Finger FINGER =
            new IdentificationRecord.Finger(18_250, 52_100, 2, 3, 24, 1.7e-8);

    private final Ed25519Signer signer = Ed25519Signer.generate();
    private final JournalChain here = new JournalChain("ky-2026", "0101-A", signer);
    private final JournalChain there = new JournalChain("ky-2026", "0101-C", signer);
    private final Roll roll = Roll.of(List.of());

    private static Person person(int number, VoterStatus status) {
        return new Person(new VoterId("%032x".formatted(number)), status, ListKind.MAIN);
    }

    private void open() {
        roll.apply(here.next(EventType.STATION_OPENED, AT, "of-1", Map.of()).event());
        roll.apply(there.next(EventType.STATION_OPENED, AT, "of-1", Map.of()).event());
    }

    private CheckInDecision decide(Evidence evidence) {
        return decide(evidence, SamplePackage.policies());
    }

    private CheckInDecision decide(Evidence evidence, Policies policies) {
        return CheckInRules.decide(
                new CheckInRequest(AT, "0101-A", VotingChannel.PAPER, evidence), roll, policies);
    }

    private static Policies policies(LadderPolicy ladder, boolean commission) {
        Policies p = SamplePackage.policies();
        return new Policies(
                p.verificationFmrPerMillion(),
                p.identificationFpirPerMillion(),
                p.qualityFloor(),
                p.fingerAttempts(),
                ladder,
                commission,
                p.unlockShares(),
                p.unlockThreshold(),
                p.logBatchMinimum(),
                p.mergeBallotsBelow(),
                p.maxClockSkewSeconds(),
                p.opens(),
                p.closes(),
                p.protocolSignersMinimum());
    }

    private Admitted admit(JournalChain chain, Evidence evidence, String terminal) {
        CheckInRequest request = new CheckInRequest(AT, terminal, VotingChannel.PAPER, evidence);
        Admitted admitted =
                assertInstanceOf(
                        Admitted.class,
                        CheckInRules.decide(request, roll, SamplePackage.policies()));
        roll.apply(chain.next(EventType.CHECKED_IN, AT, "of-2", admitted.eventData()).event());
        return admitted;
    }

    private Refused refused(Evidence evidence) {
        Refused refused = assertInstanceOf(Refused.class, decide(evidence));
        here.next(EventType.CHECK_IN_REFUSED, AT, "of-2", refused.eventData());
        return refused;
    }

    @Test
    void nobody_is_admitted_before_opening_or_after_closing() {
        assertEquals(
                RefusalReason.STATION_NOT_OPEN,
                refused(new Evidence.FoundByFinger(AIGUL, 1)).reason());
        open();
        assertInstanceOf(Admitted.class, decide(new Evidence.FoundByFinger(AIGUL, 1)));
        Map<String, String> counters =
                Map.of(
                        "registered", "2",
                        "identified", "0",
                        "identifiedPaper", "0",
                        "identifiedOnline", "0",
                        "identifiedMobile", "0",
                        "slipsPrinted", "0");
        roll.apply(here.next(EventType.STATION_CLOSED, AT, "of-1", counters).event());
        assertEquals(
                RefusalReason.STATION_NOT_OPEN,
                refused(new Evidence.FoundByFinger(AIGUL, 1)).reason());
    }

    @Test
    void a_voter_is_admitted_once_and_slips_count_up_from_one() {
        open();
        assertEquals(
                1, admit(here, new Evidence.FoundByFinger(AIGUL, 41_250), "0101-A").slipNumber());
        assertEquals(
                2,
                admit(here, new Evidence.VerifiedByFinger(BAKYT, 50_000), "0101-A").slipNumber());
        Refused again = refused(new Evidence.VerifiedByFinger(AIGUL, 60_000));
        assertEquals(RefusalReason.ALREADY_IDENTIFIED_HERE, again.reason());
        assertEquals(Map.of("at", "2026-11-22T03:14:00Z"), again.details());
        assertEquals(AIGUL.voter(), again.voter());
        assertEquals(2, roll.size());
    }

    @Test
    void a_face_beside_a_document_or_a_finger_is_a_method_of_its_own() {
        open();
        assertEquals(
                IdentificationMethod.FINGER_AND_FACE,
                admit(here, new Evidence.ConfirmedByFace(AIGUL, 710), "0101-A").method());
        assertEquals(
                IdentificationMethod.FACE_1_1,
                admit(here, new Evidence.VerifiedByFace(BAKYT, 650), "0101-A").method());
    }

    @Test
    void no_face_admits_where_the_policy_lets_none_count() {
        open();
        Policies none = policies(new LadderPolicy(90, 2, 0, 1000), true);
        assertInstanceOf(Refused.class, decide(new Evidence.ConfirmedByFace(AIGUL, 41_000), none));
        assertInstanceOf(Refused.class, decide(new Evidence.VerifiedByFace(AIGUL, 41_000), none));
        assertInstanceOf(Admitted.class, decide(new Evidence.FoundByFinger(AIGUL, 1), none));
    }

    @Test
    void whom_a_member_saw_to_be_another_is_not_named() {
        open();
        Refused refused = refused(new Evidence.SeenToBeAnother());
        assertEquals(RefusalReason.FINGER_NOT_OF_CLAIMED_PERSON, refused.reason());
        assertFalse(refused.eventData().containsKey("voter"));
    }

    @Test
    void what_was_found_out_fits_into_the_events_it_leads_to() {
        open();
        IdentificationRecord step =
                new IdentificationRecord("ID-13", "FINGER_1N", 61, FINGER, null);
        Map<String, String> data = refusal(step);
        assertEquals("3", data.get("paired"));
        assertEquals("-7770", data.get("fmrLog10Milli"));
        Map<String, String> poor = refusal(new IdentificationRecord("ID-11", null, 9, null, null));
        assertFalse(poor.containsKey("scoreMilli"), "nothing was compared");
        assertFalse(poor.containsKey("method"));
        Map<String, String> face =
                refusal(
                        new IdentificationRecord(
                                "ID-20",
                                "FACE_1_1",
                                null,
                                FINGER,
                                new IdentificationRecord.Face(-52, 340, 0.001)));
        assertEquals("18250", face.get("scoreMilli"), "the fingers' figures stay");
        assertEquals("-52", face.get("faceScoreMilli"));
        assertEquals("-3000", face.get("faceFmrLog10Milli"));
    }

    @Test
    void a_network_without_a_measured_rate_fits_into_the_event_too() {
        open();
        Map<String, String> data =
                refusal(
                        new IdentificationRecord(
                                "ID-19",
                                "FACE_1_1",
                                null,
                                FINGER,
                                new IdentificationRecord.Face(410, 0, 0)));
        assertEquals("410", data.get("faceScoreMilli"));
        assertFalse(data.containsKey("faceFmrLog10Milli"), "0 has no logarithm");
        assertFalse(data.containsKey("faceThresholdMilli"));
    }

    @Test
    void how_well_a_finger_could_be_read_never_stands_beside_a_voter() {
        IdentificationRecord step =
                new IdentificationRecord("ID-14", "FINGER_1_1", 61, FINGER, null);
        for (Map<String, String> named : List.of(step.ofAdmission(), step.ofRefusal(true))) {
            assertEquals(
                    Set.of(
                            "ladder",
                            "method",
                            "scoreMilli",
                            "thresholdMilli",
                            "fingers",
                            "fmrLog10Milli"),
                    named.keySet());
        }
    }

    /** Appends it, so that the catalogue has its say. */
    private Map<String, String> refusal(IdentificationRecord step) {
        Map<String, String> data = new TreeMap<>(refused(new Evidence.NoMatch()).eventData());
        data.putAll(step.ofRefusal(false));
        here.next(EventType.CHECK_IN_REFUSED, AT, "of-2", data);
        return data;
    }

    @Test
    void a_voter_admitted_at_the_other_terminal_is_told_where() {
        open();
        admit(there, new Evidence.FoundByFinger(AIGUL, 1), "0101-C");
        Refused refused = refused(new Evidence.FoundByFinger(AIGUL, 1));
        assertEquals(RefusalReason.ALREADY_IDENTIFIED_OTHER_TERMINAL, refused.reason());
        assertEquals("0101-C", refused.details().get("terminal"));
        assertEquals(1, admit(here, new Evidence.FoundByFinger(BAKYT, 1), "0101-A").slipNumber());
    }

    @Test
    void a_first_comer_is_never_told_that_somebody_else_was_identified() {
        open();
        admit(here, new Evidence.FoundByFinger(AIGUL, 1), "0101-A");
        assertInstanceOf(Admitted.class, decide(new Evidence.FoundByFinger(BAKYT, 1)));
    }

    @Test
    void each_cause_has_its_own_reason() {
        open();
        admit(there, new Evidence.FoundByFinger(person(9, VoterStatus.ELIGIBLE), 1), "0101-C");
        admit(here, new Evidence.FoundByFinger(person(8, VoterStatus.ELIGIBLE), 1), "0101-A");
        List<Evidence> causes =
                new ArrayList<>(
                        List.of(
                                new Evidence.FoundByFinger(person(8, VoterStatus.ELIGIBLE), 1),
                                new Evidence.FoundByFinger(person(9, VoterStatus.ELIGIBLE), 1),
                                new Evidence.VoterOfOtherStation("0102"),
                                new Evidence.UnknownNumber(),
                                new Evidence.NoMatch(),
                                new Evidence.PoorImage(List.of("DRY", "PARTIAL")),
                                new Evidence.DeviceFault("DV-03"),
                                new Evidence.FingerOfAnother(AIGUL),
                                new Evidence.SeenToBeAnother(),
                                new Evidence.FoundByFinger(person(3, VoterStatus.SUSPENDED), 1),
                                new Evidence.Ambiguous(2),
                                new Evidence.InvalidNumber(PersonalNumber.Reason.WRONG_CHECK_DIGIT),
                                new Evidence.DecidedByCommission(AIGUL, " ")));
        Set<RefusalReason> reasons =
                causes.stream().map(cause -> refused(cause).reason()).collect(Collectors.toSet());
        assertEquals(EnumSet.complementOf(EnumSet.of(RefusalReason.STATION_NOT_OPEN)), reasons);
    }

    @Test
    void details_say_what_the_message_needs() {
        open();
        assertEquals(
                Map.of("station", "0102"),
                refused(new Evidence.VoterOfOtherStation("0102")).details());
        assertEquals(
                Map.of("quality", "DRY,PARTIAL"),
                refused(new Evidence.PoorImage(List.of("DRY", "PARTIAL"))).details());
        assertEquals(Map.of("code", "DV-03"), refused(new Evidence.DeviceFault("DV-03")).details());
        assertEquals(
                Map.of("status", "REMOVED"),
                refused(new Evidence.FoundByFinger(person(3, VoterStatus.REMOVED), 1)).details());
    }

    @Test
    void the_commission_decides_only_where_the_policy_lets_it_and_with_an_act() {
        open();
        Evidence decision = new Evidence.DecidedByCommission(AIGUL, "act 7");
        Admitted admitted = assertInstanceOf(Admitted.class, decide(decision));
        assertEquals("act 7", admitted.eventData().get("act"));
        Policies strict = policies(SamplePackage.policies().ladder(), false);
        assertEquals(
                RefusalReason.COMMISSION_DECISION_NOT_ALLOWED,
                assertInstanceOf(Refused.class, decide(decision, strict)).reason());
    }

    @Test
    void a_roll_rebuilt_from_the_journal_knows_the_same() {
        List<JournalEvent> events = new ArrayList<>();
        events.add(here.next(EventType.STATION_OPENED, AT, "of-1", Map.of()).event());
        Map<String, String> data =
                new Admitted(
                                AIGUL.voter(),
                                VotingChannel.ONLINE,
                                1,
                                IdentificationMethod.FINGER_1N,
                                ListKind.MAIN,
                                5L,
                                null)
                        .eventData();
        events.add(here.next(EventType.CHECKED_IN, AT, "of-2", data).event());
        Roll rebuilt = Roll.of(events);
        assertTrue(rebuilt.isOpen("0101-A"));
        assertEquals(2, rebuilt.nextSlip("0101-A"));
        assertEquals(
                new Roll.Identification(AIGUL.voter(), AT, "0101-A", VotingChannel.ONLINE, 1),
                rebuilt.find(AIGUL.voter()).orElseThrow());
    }
}
