package org.tamga.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.central.ingest.Ingested;
import org.tamga.central.ingest.ItemIngest;
import org.tamga.central.keys.StationKeys;
import org.tamga.central.register.Publication;
import org.tamga.central.results.NistReport;
import org.tamga.central.results.Results;
import org.tamga.central.results.ResultsReader;
import org.tamga.central.tally.TallyRun;
import org.tamga.election.count.PaperCount;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.protocol.BalancedProtocol;
import org.tamga.election.protocol.DraftProtocol;
import org.tamga.election.protocol.ProtocolBasis;
import org.tamga.election.protocol.SealedProtocol;
import org.tamga.election.wire.Digests;

/** Protocols signed with the officials' PKCS#12 files of the kit, and the results made of them. */
class ProtocolItemTest {
    @TempDir Path folder;
    private Centre centre;
    private ElectionPackage election;
    private ItemIngest ingest;
    private TestTerminal operator;

    @BeforeEach
    void open() {
        centre = Centre.open(TestHomes.copyTo(folder.resolve("home")), null);
        election = new Publication(centre, Instant.now()).run().electionPackage();
        ingest = new Service(centre, Clock.systemUTC()).ingest();
        operator = new TestTerminal(centre.home().root(), "0101", "0101-A");
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void a_sealed_protocol_is_kept_and_becomes_the_paper_result() {
        SealedProtocol protocol = sealed(List.of("of-0101-3", "of-0101-4", "of-0101-1"));
        assertInstanceOf(Ingested.Kept.class, receive(files(protocol)));
        Results results = new ResultsReader(centre.database(), election).results();
        assertEquals(1, results.stationsCounted());
        Results.OfContest president = results.contests().getFirst();
        assertEquals(490, president.total());
        assertEquals(10_000, president.shares().stream().mapToLong(Long::longValue).sum());
        var report =
                new NistReport(
                        election,
                        new ResultsReader(centre.database(), election).turnout(),
                        results);
        byte[] json = report.toBytes(Instant.now());
        assertEquals(List.of(), NistSchema.problems(json));
        String wrong = new String(json, UTF_8).replace("\"election-day\"", "\"today\"");
        assertTrue(!NistSchema.problems(wrong.getBytes(UTF_8)).isEmpty());
    }

    @Test
    void a_protocol_whose_votes_were_changed_after_signing_is_refused() {
        SealedProtocol protocol = sealed(List.of("of-0101-3", "of-0101-4", "of-0101-1"));
        Map<String, byte[]> files = files(protocol);
        String json = new String(protocol.bytes(), UTF_8);
        byte[] changed = json.replace("\"p-1\":400", "\"p-1\":401").getBytes(UTF_8);
        files.put("protocol-v1.json", changed);
        assertRefused("seal", receive(files));
        files.put("protocol-v1.json.sig", operator.signer().sign("protocol", changed).toBytes());
        assertRefused("results are not the lines", receive(files));
    }

    @Test
    void a_protocol_whose_signatures_are_of_another_text_is_refused() {
        SealedProtocol protocol = sealed(List.of("of-0101-3", "of-0101-4", "of-0101-1"));
        Map<String, byte[]> files = files(protocol);
        byte[] other = "another text".getBytes(UTF_8);
        files.put("protocol-v1.json.p7s", cms("of-0101-1", other));
        assertRefused("a signature is wrong", receive(files));
        files.put("protocol-v1.json.p7s", cms("of-0101-1", protocol.bytes()));
        assertRefused("1 of 3 signers", receive(files));
    }

    @Test
    void nothing_is_counted_before_the_boxes_that_a_protocol_names_have_come() {
        SealedProtocol protocol = sealed(List.of("of-0101-3", "of-0101-4", "of-0101-1"));
        assertInstanceOf(Ingested.Kept.class, receive(files(protocol)));
        var console = new PrintStream(PrintStream.nullOutputStream());
        CentralFailure failure =
                assertThrows(
                        CentralFailure.class,
                        () -> new TallyRun(centre, election).prepare(console));
        assertEquals("CN-87", failure.code());
        assertTrue(String.valueOf(failure.getMessage()).contains("0101-B"));
    }

    @Test
    void a_bundle_without_a_protocol_is_refused() {
        assertRefused("one protocol", receive(new HashMap<>(Map.of("x.json", new byte[] {1}))));
    }

    private static void assertRefused(String detail, Ingested answer) {
        Ingested.Refused refused = assertInstanceOf(Ingested.Refused.class, answer);
        assertEquals("CN-69", refused.code().code());
        assertTrue(refused.detail().contains(detail), refused.detail());
    }

    private Ingested receive(Map<String, byte[]> files) {
        byte[] content = FileBundle.of(files).toBytes();
        return ingest.receive(operator.item(ItemKind.PROTOCOL, content).toBytes(), null, "0101-A");
    }

    private static Map<String, byte[]> files(SealedProtocol protocol) {
        return new TreeMap<>(
                Map.of(
                        "protocol-v1.json", protocol.bytes(),
                        "protocol-v1.json.p7s", protocol.cms(),
                        "protocol-v1.json.sig", protocol.seal().toBytes()));
    }

    private SealedProtocol sealed(List<String> signers) {
        byte[] json = CentralHome.read(centre.home().electionPackage());
        var basis =
                new ProtocolBasis(
                        election,
                        Digests.sha256Hex(json),
                        "0101",
                        1,
                        null,
                        new StationCounters(1200, 1000, 480, 500, 20, Map.of(), 1000, 0, 0, 500, 2),
                        new JournalHead("demo-2026", "0101-A", 3000, "34".repeat(32)),
                        Map.of("0101-B", "56".repeat(32)),
                        Instant.parse("2026-11-22T14:00:00Z"));
        PaperCount count = count();
        BalancedProtocol protocol =
                assertInstanceOf(
                                DraftProtocol.Balanced.class,
                                DraftProtocol.of(basis, count, count).balance(Map.of()))
                        .protocol();
        for (String signer : signers) {
            BalancedProtocol.Signing signing =
                    protocol.sign(
                            election.station("0101").orElseThrow().official(signer).orElseThrow(),
                            cms(signer, protocol.bytes()));
            if (signing instanceof BalancedProtocol.Complete complete) {
                return complete.protocol().seal(operator.signer());
            }
            protocol = assertInstanceOf(BalancedProtocol.MoreNeeded.class, signing).protocol();
        }
        throw new AssertionError("too few signers");
    }

    private PaperCount count() {
        var numbers = new HashMap<String, Long>(Map.of("L02", 0L, "L09", 0L));
        election.contests()
                .forEach(
                        contest -> {
                            long[] values = {1200, 480, 20, 700, 479, 20, 9, 490};
                            for (int i = 0; i < values.length; i++) {
                                numbers.put("L" + (10 + i) + "@" + contest.id(), values[i]);
                            }
                            contest.candidates()
                                    .forEach(
                                            candidate ->
                                                    numbers.put(
                                                            "L20@%s@%s"
                                                                    .formatted(
                                                                            contest.id(),
                                                                            candidate.id()),
                                                            0L));
                        });
        numbers.put("L20@president@p-1", 400L);
        numbers.put("L20@president@against-all", 90L);
        numbers.put("L20@council@c-1", 490L);
        numbers.put("L20@council@c-2", 400L);
        return new PaperCount(numbers);
    }

    private byte[] cms(String official, byte[] content) {
        Path station = centre.home().stationKeys("0101");
        char[] password =
                StationKeys.sheet(station).stream()
                        .filter(secret -> secret.id().equals(official))
                        .findFirst()
                        .orElseThrow()
                        .password()
                        .toCharArray();
        try (InputStream file =
                Files.newInputStream(station.resolve("officials").resolve(official + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            var certificate = (X509Certificate) store.getCertificate(official);
            var key = (PrivateKey) store.getKey(official, password);
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(key),
                                    certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException
                | OperatorCreationException
                | CMSException
                | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
