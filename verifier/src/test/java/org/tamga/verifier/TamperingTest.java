package org.tamga.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.verifier.check.BallotCheck;
import org.tamga.verifier.check.BoothCheck;
import org.tamga.verifier.check.CardListCheck;
import org.tamga.verifier.check.ElectionKeys;
import org.tamga.verifier.check.JournalCheck;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Station;
import org.tamga.verifier.format.ElectionPackage.Terminal;
import org.tamga.verifier.format.ElectionPackage.TerminalKind;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Finding;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

@DisplayName("A record")
class TamperingTest {
    @TempDir Path folder;
    private TestRecord tampered;

    @BeforeEach
    void unpack() throws IOException {
        tampered = TestRecord.unpack(folder);
    }

    @Test
    @DisplayName("as it was published holds, with every proof")
    void untouched() throws IOException {
        var outcome = Verification.run(folder, tampered.publicKey(), false, checked -> {});
        assertEquals(List.of(), outcome.findings().failures());
        assertTrue(outcome.ballotsPerSecond() > 0);
        assertEquals(14, outcome.votes().size());
        assertTrue(outcome.findings().counts().getOrDefault("encrypted ballots", 0L) > 0);
    }

    @Test
    @DisplayName("with one changed byte in any file fails and names the file")
    void everyFile() throws IOException {
        for (String name : tampered.names()) {
            byte[] content = tampered.read(name);
            byte[] changed = content.clone();
            changed[changed.length / 2] ^= 1;
            tampered.write(name, changed);
            List<Finding> failures = tampered.failures();
            assertTrue(
                    failures.stream()
                            .anyMatch(f -> f.file().equals(name) || f.what().contains(name)),
                    () -> name + " is not named in " + failures);
            tampered.write(name, content);
        }
        assertEquals(List.of(), tampered.failures());
    }

    @Test
    @DisplayName("signed by another centre than the trusted one fails")
    void otherCentre() throws IOException {
        String other = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        var failures = Verification.run(folder, other, true, checked -> {}).findings().failures();
        assertEquals(Code.TRUST, failures.getFirst().code());
        assertTrue(failures.stream().anyMatch(f -> f.code() == Code.SIGNATURE));
    }

    @Test
    @DisplayName("without one of its files, or with one more, fails")
    void missingAndExtra() throws IOException {
        Files.delete(folder.resolve("results/turnout.json"));
        tampered.write("results/extra.json", new byte[] {'{', '}'});
        assertEquals(
                List.of(
                        "VF-03 results/turnout.json",
                        "VF-04 results/extra.json",
                        "VF-06 results/turnout.json"),
                tampered.failed());
    }

    @Test
    @DisplayName("fails if the centre leaves files out and signs that")
    void leftOutBySignedManifest() throws IOException {
        Files.delete(folder.resolve(TestRecord.BOOTH + "ballots.jsonl"));
        Files.delete(folder.resolve(TestRecord.PROTOCOL + ".p7s"));
        var failed = tampered.seal().failed();
        assertTrue(failed.contains("VF-06 " + TestRecord.BOOTH + "ballots.jsonl"));
        assertTrue(failed.contains("VF-06 " + TestRecord.PROTOCOL + ".p7s"));
        assertTrue(failed.contains("VF-60 results/tally.json"));
    }

    @Test
    @DisplayName("fails if two ballots changed places")
    void swappedBallots() throws IOException {
        String name = TestRecord.BOOTH + "ballots.jsonl";
        tampered.editLines(name, lines -> Collections.swap(lines, 1, 4)).seal();
        assertEquals(
                List.of("VF-37 " + name, "VF-43 " + TestRecord.BOOTH + "booth-closing.json"),
                tampered.failed());
    }

    @Test
    @DisplayName("fails if a ballot was taken out and the centre signs that")
    void ballotRemoved() throws IOException {
        tampered.editLines(TestRecord.BOOTH + "ballots.jsonl", List::removeFirst).seal();
        assertEquals(
                List.of(
                        "VF-40 " + TestRecord.BOOTH + "log.jsonl",
                        "VF-41 " + TestRecord.BOOTH + "checkpoint.txt",
                        "VF-43 " + TestRecord.BOOTH + "booth-closing.json",
                        "VF-43 " + TestRecord.BOOTH + "journal.jsonl",
                        "VF-44 " + TestRecord.OPERATOR + "journal.jsonl",
                        "VF-60 results/tally.json"),
                tampered.failed());
    }

    @Test
    @DisplayName("fails if a ballot occurs twice")
    void ballotTwice() throws IOException {
        String name = TestRecord.BOOTH + "ballots.jsonl";
        tampered.editLines(name, lines -> lines.add(1, lines.getFirst())).seal();
        assertTrue(tampered.failed().contains("VF-37 " + name));
    }

    @Test
    @DisplayName("fails if a sum is decrypted that is neither of enough ballots nor of all")
    void fewBallotsDecrypted() throws IOException {
        String name = TestRecord.BOOTH + "ballots.jsonl";
        List<String> moved = new ArrayList<>();
        tampered.editLines(
                name,
                lines -> {
                    moved.addAll(lines.stream().filter(line -> line.contains("CAST")).toList());
                    lines.removeAll(moved.subList(1, moved.size()));
                });
        tampered.write(
                "station-0102/0102-B/ballots.jsonl",
                (String.join("\n", moved.subList(1, moved.size())) + "\n").getBytes(UTF_8));
        tampered.seal();
        assertTrue(tampered.failed().contains("VF-65 results/tally.json"));
    }

    @Test
    @DisplayName("fails if a guardian's share was changed and the centre signs that")
    void guardiansShare() throws IOException {
        JsonNode tallies = TestRecord.tree(tampered.read("results/tally.json"));
        ObjectNode share = (ObjectNode) tallies.at("/0/shares/0/contests/0/selections/0");
        ObjectNode other = (ObjectNode) tallies.at("/0/shares/0/contests/0/selections/1");
        share.set("partial", other.get("partial"));
        tampered.write("results/tally.json", TestRecord.canonical(tallies));
        tampered.sign("results/tally.json", "tally").seal();
        assertEquals(
                List.of("VF-62 results/tally.json", "VF-63 results/tally.json"), tampered.failed());
    }

    @Test
    @DisplayName("fails if online votes were moved in tally and results and the centre signs that")
    void onlineVotes() throws IOException {
        JsonNode tallies = TestRecord.tree(tampered.read("results/tally.json"));
        ArrayNode counted = (ArrayNode) tallies.at("/0/contests/0/selections");
        move((ObjectNode) counted.get(0), (ObjectNode) counted.get(1), "votes");
        tampered.write("results/tally.json", TestRecord.canonical(tallies));
        tampered.edit("results/results.json", report -> moveInReport(report, 1));
        tampered.sign("results/tally.json", "tally").seal();
        assertEquals(List.of("VF-63 results/tally.json"), tampered.failed());
    }

    @Test
    @DisplayName(
            "fails if paper votes were moved in protocol and results and the centre signs that")
    void paperVotes() throws IOException {
        tampered.edit(
                TestRecord.PROTOCOL,
                protocol -> {
                    ObjectNode lines = (ObjectNode) protocol.get("lines");
                    moveNumber(lines, "L20@president@p-1", "L20@president@p-2");
                    moveNumber((ObjectNode) protocol.at("/results/president"), "p-1", "p-2");
                });
        tampered.edit("results/results.json", report -> moveInReport(report, 0)).seal();
        assertEquals(
                List.of(
                        "VF-54 " + TestRecord.PROTOCOL,
                        "VF-08 " + TestRecord.PROTOCOL,
                        "VF-53 " + TestRecord.PROTOCOL + ".p7s",
                        "VF-56 " + TestRecord.PROTOCOL.replace(".json", ".pdf")),
                tampered.failed());
    }

    @Test
    @DisplayName("fails if published results or turnout are not the sums")
    void sums() throws IOException {
        tampered.edit("results/results.json", report -> moveInReport(report, 0));
        tampered.edit(
                "results/turnout.json",
                turnout -> ((ObjectNode) turnout.get("total")).put("identifiedPaper", 1));
        assertEquals(
                List.of("VF-70 results/results.json", "VF-71 results/turnout.json"),
                tampered.seal().failed());
    }

    @Test
    @DisplayName("fails if two candidates' names were exchanged in the results")
    void exchangedNames() throws IOException {
        tampered.edit(
                        "results/results.json",
                        report -> {
                            ArrayNode candidates = (ArrayNode) report.at("/Election/0/Candidate");
                            ObjectNode first = (ObjectNode) candidates.get(0);
                            ObjectNode second = (ObjectNode) candidates.get(1);
                            JsonNode name = first.get("BallotName");
                            first.set("BallotName", second.get("BallotName"));
                            second.set("BallotName", name);
                        })
                .seal();
        assertEquals(List.of("VF-70 results/results.json"), tampered.failed());
    }

    @Test
    @DisplayName("fails if a candidate stands in the results twice, first with other figures")
    void candidateTwice() throws IOException {
        tampered.edit(
                        "results/results.json",
                        report -> {
                            ArrayNode selections =
                                    (ArrayNode) report.at("/Election/0/Contest/0/BallotSelection");
                            ObjectNode invented = selections.get(0).deepCopy();
                            ((ObjectNode) invented.at("/VoteCounts/0")).put("Count", 900);
                            selections.insert(0, invented);
                        })
                .seal();
        assertEquals(List.of("VF-70 results/results.json"), tampered.failed());
    }

    @Test
    @DisplayName("fails if an event was taken out of a journal, or its end cut off")
    void journal() throws IOException {
        String name = TestRecord.OPERATOR + "journal.jsonl";
        byte[] whole = tampered.read(name);
        tampered.editLines(name, lines -> lines.remove(20)).seal();
        assertTrue(tampered.failed().contains("VF-21 " + name));
        tampered.write(name, whole);
        tampered.editLines(name, List::removeLast).seal();
        assertEquals(List.of("VF-23 " + name), tampered.failed());
    }

    @Test
    @DisplayName("fails if an event was rewritten with a fitting hash")
    void rewrittenEvent() throws IOException {
        String name = TestRecord.BOOTH + "journal.jsonl";
        tampered.editLines(
                        name,
                        lines -> {
                            ObjectNode line =
                                    (ObjectNode)
                                            TestRecord.tree(
                                                    lines.getLast()
                                                            .getBytes(StandardCharsets.UTF_8));
                            ObjectNode event = (ObjectNode) line.get("event");
                            event.put("actor", "somebody");
                            line.put("hash", Hex.digest(TestRecord.canonical(event)));
                            lines.set(
                                    lines.size() - 1,
                                    new String(TestRecord.canonical(line), StandardCharsets.UTF_8));
                        })
                .seal();
        assertEquals(List.of("VF-22 " + name, "VF-23 " + name), tampered.failed());
    }

    @Test
    @DisplayName("fails if a card was spent that was never published")
    void unknownCard() throws IOException {
        String name = TestRecord.BOOTH + "spent-cards.json";
        ArrayNode spent = (ArrayNode) TestRecord.tree(tampered.read(name));
        spent.remove(0);
        spent.insert(0, "00" + "ab".repeat(31));
        tampered.write(name, TestRecord.canonical(spent));
        assertEquals(List.of("VF-42 " + name), tampered.seal().failed());
    }

    @Test
    @DisplayName("fails if something was added to a signed PDF")
    void pdf() throws IOException {
        String name = TestRecord.PROTOCOL.replace(".json", ".pdf");
        byte[] signed = tampered.read(name);
        byte[] longer = Arrays.copyOf(signed, signed.length + 1);
        longer[signed.length] = '\n';
        tampered.write(name, longer);
        assertEquals(List.of("VF-55 " + name), tampered.seal().failed());
        byte[] changed = signed.clone();
        changed[1000] ^= 1;
        tampered.write(name, changed);
        assertTrue(tampered.seal().failed().contains("VF-55 " + name));
    }

    @Test
    @DisplayName("fails if a guardian's key or a base hash is not the proved one")
    void keys() throws IOException {
        tampered.edit(
                "election/election-package.json",
                election -> {
                    ObjectNode keys = (ObjectNode) election.get("ballotKeys");
                    keys.put("baseHash", "00".repeat(32));
                    ObjectNode proof = (ObjectNode) keys.at("/guardianKeys/0/proof");
                    proof.put("challenge", "0".repeat(63) + "1");
                });
        tampered.sign("election/election-package.json", "election-package").seal();
        var failed = tampered.failed();
        assertTrue(failed.contains("VF-11 election/election-package.json"), failed.toString());
        assertTrue(failed.contains("VF-12 election/election-package.json"), failed.toString());
    }

    @Test
    @DisplayName("fails if the centre leaves a sealed protocol out and signs that")
    void protocolLeftOut() throws IOException {
        for (String end : List.of(".json", ".json.p7s", ".json.sig", ".pdf")) {
            Files.delete(folder.resolve(TestRecord.PROTOCOL.replace(".json", end)));
        }
        assertTrue(tampered.seal().failed().contains("VF-54 " + TestRecord.PROTOCOL));
    }

    @Test
    @DisplayName("fails if the centre leaves a booth out and signs that")
    void boothLeftOut() throws IOException {
        leaveOut(TestRecord.BOOTH);
        assertTrue(
                tampered.seal()
                        .failed()
                        .contains("VF-44 " + TestRecord.OPERATOR + "journal.jsonl"));
    }

    @Test
    @DisplayName("fails if the centre leaves the operator's journal out and signs that")
    void operatorLeftOut() throws IOException {
        leaveOut(TestRecord.OPERATOR);
        assertTrue(tampered.seal().failed().contains("VF-06 station-0101"));
    }

    @Test
    @DisplayName("fails if more ballots were cast than voters admitted to the booth")
    void moreBallotsThanVoters() throws IOException {
        assertEquals(List.of(), tampered.failed());
        tampered.editLines(
                        TestRecord.OPERATOR + "journal.jsonl",
                        lines -> lines.removeIf(line -> line.contains("\"channel\":\"ONLINE\"")))
                .seal();
        assertTrue(tampered.failed().contains("VF-44 station-0101"));
    }

    @Test
    @DisplayName("fails if one card was spent at two booths of a station")
    void cardAtTwoBooths() throws IOException, MalformedException {
        Findings findings = new Findings();
        RecordFolder record = RecordFolder.open(folder, findings);
        ElectionPackage election =
                record.read("election/election-package.json", ElectionPackage.class).orElseThrow();
        Station station = election.station("0101").orElseThrow();
        Terminal booth = station.terminals(TerminalKind.BOOTH).getFirst();
        Ed25519Key key = Ed25519Key.parse(booth.signingKey());
        Set<String> cards =
                new CardListCheck(record)
                        .published(station, Ed25519Key.parse(tampered.publicKey()));
        List<JournalLine> journal = new JournalCheck(record, election).run(station, booth, key);
        BallotCheck ballots =
                new BallotCheck(election, ElectionKeys.check(election, findings), false);
        BoothCheck booths = new BoothCheck(record, election, ballots, checked -> {});
        booths.run(station, booth, key, journal, cards);
        assertEquals(List.of(), findings.failures());
        // The same box as if it were another booth's: every card of it comes a second time.
        booths.run(station, booth, key, journal, cards);
        assertTrue(findings.failures().stream().anyMatch(f -> f.code() == Code.SPENT_CARDS));
    }

    private void leaveOut(String place) throws IOException {
        for (String name : tampered.names()) {
            if (name.startsWith(place)) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    private static void move(ObjectNode from, ObjectNode to, String key) {
        from.put(key, from.get(key).asLong() - 1);
        to.put(key, to.get(key).asLong() + 1);
    }

    private static void moveNumber(ObjectNode numbers, String from, String to) {
        numbers.put(from, numbers.get(from).asLong() - 1);
        numbers.put(to, numbers.get(to).asLong() + 1);
    }

    /** One vote from the first to the second candidate, in the given count and in the total. */
    private static void moveInReport(ObjectNode report, int count) {
        JsonNode selections = report.at("/Election/0/Contest/0/BallotSelection");
        for (int which : new int[] {count, 2}) {
            move(
                    (ObjectNode) selections.get(0).get("VoteCounts").get(which),
                    (ObjectNode) selections.get(1).get("VoteCounts").get(which),
                    "Count");
        }
    }
}
