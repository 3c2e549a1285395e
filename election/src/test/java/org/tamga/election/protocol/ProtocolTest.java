package org.tamga.election.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tamga.election.count.PaperCount;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.SamplePackage;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.protocol.BalancedProtocol.Complete;
import org.tamga.election.protocol.BalancedProtocol.MoreNeeded;
import org.tamga.election.protocol.BalancedProtocol.Rejected;
import org.tamga.election.protocol.DraftProtocol.Balanced;
import org.tamga.election.protocol.DraftProtocol.NotBalanced;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

class ProtocolTest {
    private static final String HASH = "12".repeat(32);

    private final SampleOfficials officials = new SampleOfficials();
    private final Ed25519Signer terminal = Ed25519Signer.generate();
    private final ElectionPackage pack =
            SamplePackage.of(officials.all(), Hex.of(terminal.publicKey()));

    private ProtocolBasis basis() {
        StationCounters counters =
                new StationCounters(1000, 150, 90, 50, 10, Map.of("CI-05", 3L), 150, 0, 0, 50, 1);
        return new ProtocolBasis(
                pack,
                HASH,
                "0101",
                1,
                null,
                counters,
                new JournalHead("ky-2026", "0101-A", 900, "34".repeat(32)),
                Map.of("0101-B", "56".repeat(32)),
                SamplePackage.DURING);
    }

    /** 120 received, 0 early, 90 in the hall, 10 outside, 20 cancelled; 10 + 90 in the boxes. */
    private static Map<String, Long> numbers() {
        Map<String, Long> numbers =
                new HashMap<>(
                        Map.of(
                                "L01", 120L, "L02", 0L, "L03", 90L, "L04", 10L, "L05", 20L, "L06",
                                10L, "L07", 90L, "L08", 170L));
        numbers.putAll(
                Map.of(
                        "L10@mayor", 98L,
                        "L11@mayor", 2L,
                        "L20@mayor@a", 60L,
                        "L20@mayor@b", 30L,
                        "L20@mayor@against", 8L,
                        "L10@council", 95L,
                        "L11@council", 5L,
                        "L20@council@c", 90L,
                        "L20@council@d", 50L,
                        "L20@council@e", 40L));
        return numbers;
    }

    private static PaperCount count(String line, long value) {
        Map<String, Long> numbers = numbers();
        numbers.put(line, value);
        return new PaperCount(numbers);
    }

    private BalancedProtocol balanced() {
        PaperCount count = new PaperCount(numbers());
        return assertInstanceOf(
                        Balanced.class, DraftProtocol.of(basis(), count, count).balance(Map.of()))
                .protocol();
    }

    private SignedProtocol signed() {
        BalancedProtocol protocol = balanced();
        for (String id : List.of("of-2", "of-3")) {
            protocol =
                    assertInstanceOf(
                                    MoreNeeded.class,
                                    protocol.sign(
                                            officials.official(id),
                                            officials.sign(id, protocol.bytes())))
                            .protocol();
        }
        return assertInstanceOf(
                        Complete.class,
                        protocol.sign(
                                officials.official("of-1"),
                                officials.sign("of-1", protocol.bytes())))
                .protocol();
    }

    @Test
    void a_count_that_agrees_and_fits_balances() throws WireFormatException {
        BalancedProtocol protocol = balanced();
        assertEquals(
                Map.of(
                        "mayor",
                        Map.of("a", 60L, "b", 30L, "against", 8L),
                        "council",
                        Map.of("c", 90L, "d", 50L, "e", 40L)),
                protocol.content().results());
        assertEquals(1000, protocol.content().lines().get("C01"));
        assertEquals(
                protocol.content(), CanonicalJson.read(protocol.bytes(), ProtocolContent.class));
    }

    @Test
    void typists_who_differ_keep_the_protocol_from_balancing_and_the_line_is_named() {
        NotBalanced refused =
                assertInstanceOf(
                        NotBalanced.class,
                        DraftProtocol.of(
                                        basis(),
                                        new PaperCount(numbers()),
                                        count("L20@mayor@a", 61))
                                .balance(Map.of()));
        assertEquals("L20@mayor@a", refused.differences().getFirst().line());
        assertEquals(60L, refused.differences().getFirst().first());
        assertEquals(61L, refused.differences().getFirst().second());
    }

    @Test
    void a_missing_or_foreign_line_keeps_it_from_balancing() {
        Map<String, Long> numbers = numbers();
        numbers.remove("L11@council");
        numbers.put("C01", 7L);
        PaperCount count = new PaperCount(numbers);
        NotBalanced refused =
                assertInstanceOf(
                        NotBalanced.class,
                        DraftProtocol.of(basis(), count, count).balance(Map.of()));
        assertEquals(List.of("C01", "L11@council"), refused.incomplete());
    }

    @Test
    void a_broken_error_blocks_whatever_is_answered() {
        PaperCount count = count("L11@mayor", 3);
        NotBalanced refused =
                assertInstanceOf(
                        NotBalanced.class,
                        DraftProtocol.of(basis(), count, count)
                                .balance(Map.of("R05@mayor", "never mind")));
        assertEquals("R05@mayor", refused.broken().getFirst().key());
        assertEquals(-1, refused.broken().getFirst().gap());
        assertEquals(
                List.of("L06", "L07", "L10@mayor", "L11@mayor"),
                refused.broken().getFirst().lines());
    }

    @Test
    void a_broken_warning_needs_an_answer_that_says_something() {
        Map<String, Long> numbers = numbers();
        numbers.put("L03", 89L);
        numbers.put("L05", 21L);
        numbers.put("L07", 89L);
        numbers.put("L10@mayor", 97L);
        numbers.put("L20@mayor@a", 59L);
        numbers.put("L10@council", 94L);
        numbers.put("L08", 171L);
        PaperCount count = new PaperCount(numbers);
        DraftProtocol draft = DraftProtocol.of(basis(), count, count);
        NotBalanced refused =
                assertInstanceOf(NotBalanced.class, draft.balance(Map.of("W08", " ")));
        assertEquals(
                List.of("W08"), refused.broken().stream().map(outcome -> outcome.key()).toList());
        Balanced balanced =
                assertInstanceOf(
                        Balanced.class,
                        draft.balance(
                                Map.of(
                                        "W08",
                                        "one voter left with the paper, act 3",
                                        "R01",
                                        "none")));
        assertEquals(
                Map.of("W08", "one voter left with the paper, act 3"),
                balanced.protocol().content().answers());
    }

    @Test
    void a_protocol_needs_enough_signers_and_the_chair_among_them() {
        BalancedProtocol protocol = balanced();
        for (String id : List.of("of-2", "of-3", "of-4")) {
            MoreNeeded more =
                    assertInstanceOf(
                            MoreNeeded.class,
                            protocol.sign(
                                    officials.official(id), officials.sign(id, protocol.bytes())));
            assertTrue(more.chairMissing());
            protocol = more.protocol();
        }
        assertInstanceOf(
                Complete.class,
                protocol.sign(
                        officials.official("of-1"), officials.sign("of-1", protocol.bytes())));
    }

    @Test
    void a_signature_over_other_bytes_by_somebody_else_or_twice_is_rejected() {
        BalancedProtocol protocol = balanced();
        byte[] bytes = protocol.bytes();
        assertFault(
                CmsFault.BAD_SIGNATURE,
                protocol,
                "of-1",
                officials.sign("of-1", "other".getBytes(UTF_8)));
        assertFault(CmsFault.WRONG_OFFICIAL, protocol, "of-1", officials.sign("of-2", bytes));
        assertFault(
                CmsFault.UNKNOWN_CERTIFICATE,
                protocol,
                "of-1",
                new SampleOfficials().sign("of-1", bytes));
        assertFault(CmsFault.NOT_DETACHED, protocol, "of-1", officials.sign("of-1", bytes, true));
        assertFault(CmsFault.MALFORMED, protocol, "of-1", "no CMS".getBytes(UTF_8));
        byte[] good = officials.sign("of-1", bytes);
        assertFault(
                CmsFault.MALFORMED,
                protocol,
                "of-1",
                java.util.Arrays.copyOf(good, good.length + 1));
        MoreNeeded once =
                assertInstanceOf(MoreNeeded.class, protocol.sign(officials.official("of-1"), good));
        assertFault(CmsFault.SIGNED_TWICE, once.protocol(), "of-1", good);
    }

    private void assertFault(CmsFault fault, BalancedProtocol protocol, String id, byte[] cms) {
        assertEquals(
                fault,
                assertInstanceOf(Rejected.class, protocol.sign(officials.official(id), cms))
                        .fault());
    }

    @Test
    void a_sealed_protocol_is_accepted_elsewhere_with_all_its_signers() {
        SealedProtocol sealed = signed().seal(terminal);
        ProtocolOpening.Accepted accepted =
                assertInstanceOf(
                        ProtocolOpening.Accepted.class,
                        SealedProtocols.open(
                                sealed.bytes(), sealed.cms(), sealed.seal(), pack, HASH));
        assertEquals(sealed.content(), accepted.protocol().content());
        assertEquals(
                List.of("of-1", "of-2", "of-3"),
                accepted.signers().stream().map(official -> official.id()).sorted().toList());
    }

    @Test
    void a_protocol_changed_after_signing_or_sealed_by_another_is_refused() {
        SealedProtocol sealed = signed().seal(terminal);
        byte[] changed =
                new String(sealed.bytes(), UTF_8)
                        .replace("\"L20@mayor@a\":60", "\"L20@mayor@a\":61")
                        .getBytes(UTF_8);
        assertRefused(ProtocolRefusal.BAD_SEAL, changed, sealed.cms(), sealed.seal());
        DetachedSignature resealed = terminal.sign(SignedKind.PROTOCOL, changed);
        assertRefused(ProtocolRefusal.BAD_SIGNATURE, changed, sealed.cms(), resealed);
        DetachedSignature foreign =
                Ed25519Signer.generate().sign(SignedKind.PROTOCOL, sealed.bytes());
        assertRefused(ProtocolRefusal.BAD_SEAL, sealed.bytes(), sealed.cms(), foreign);
        byte[] two =
                CmsSignatures.merge(
                        List.of(
                                officials.sign("of-1", sealed.bytes()),
                                officials.sign("of-2", sealed.bytes())));
        assertRefused(ProtocolRefusal.TOO_FEW_SIGNERS, sealed.bytes(), two, sealed.seal());
    }

    @Test
    void a_protocol_that_contradicts_itself_is_refused_though_all_have_signed() {
        String json = new String(balanced().bytes(), UTF_8);
        assertSignedRefused(ProtocolRefusal.INCONSISTENT, json.replace("\"a\":60", "\"a\":61"));
        assertSignedRefused(
                ProtocolRefusal.INCONSISTENT,
                json.replace("\"identified\":150", "\"identified\":151"));
        assertSignedRefused(
                ProtocolRefusal.INCONSISTENT, json.replace("\"version\":1", "\"version\":2"));
        assertSignedRefused(
                ProtocolRefusal.MALFORMED, json.replace("\"version\":1", "\"version\": 1"));
        assertSignedRefused(
                ProtocolRefusal.FOREIGN,
                json.replace("\"ky-2026\",\"formatV", "\"kz-2026\",\"formatV"));
    }

    private void assertSignedRefused(ProtocolRefusal reason, String json) {
        byte[] bytes = json.getBytes(UTF_8);
        byte[] cms =
                CmsSignatures.merge(
                        List.of("of-1", "of-2", "of-3").stream()
                                .map(id -> officials.sign(id, bytes))
                                .toList());
        assertRefused(reason, bytes, cms, terminal.sign(SignedKind.PROTOCOL, bytes));
    }

    private void assertRefused(
            ProtocolRefusal reason, byte[] bytes, byte[] cms, DetachedSignature seal) {
        assertEquals(
                reason,
                assertInstanceOf(
                                ProtocolOpening.Refused.class,
                                SealedProtocols.open(bytes, cms, seal, pack, HASH))
                        .reason());
    }

    @Test
    void broken_cms_structures_are_a_verdict_and_never_an_accident() {
        byte[] content = "content".getBytes(UTF_8);
        byte[] good = officials.sign("of-1", content);
        Random random = new Random(1);
        for (int i = 0; i < 1500; i++) {
            byte[] broken = good.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            CmsSignatures.verify(content, broken, officials.all());
        }
    }

    @Test
    void a_correction_names_what_it_corrects_and_why() {
        ProtocolBasis b = basis();
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new ProtocolBasis(
                                pack,
                                HASH,
                                "0101",
                                2,
                                null,
                                b.counters(),
                                b.journalHead(),
                                Map.of(),
                                b.closedAt()));
        assertThrows(IllegalArgumentException.class, () -> new ProtocolBasis.Correction(HASH, " "));
        ProtocolBasis correction =
                new ProtocolBasis(
                        pack,
                        HASH,
                        "0101",
                        2,
                        new ProtocolBasis.Correction(HASH, "a line was mistyped"),
                        b.counters(),
                        b.journalHead(),
                        Map.of(),
                        b.closedAt());
        PaperCount count = new PaperCount(numbers());
        Balanced balanced =
                assertInstanceOf(
                        Balanced.class,
                        DraftProtocol.of(correction, count, count).balance(Map.of()));
        assertEquals("a line was mistyped", balanced.protocol().content().reason());
    }
}
