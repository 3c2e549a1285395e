package org.tamga.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.tamga.verifier.record.CanonicalForm;
import org.tamga.verifier.record.Finding;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.Json;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.signature.Ed25519Key;

/**
 * A record of a small rehearsal ({@code record.zip}, made by the unattended demonstration without
 * its pictures), under a key of the centre that the test holds: so a test can play a centre that
 * lies.
 */
final class TestRecord {
    static final String BOOTH = "station-0101/0101-B/";
    static final String OPERATOR = "station-0101/0101-A/";
    static final String PROTOCOL = "station-0101/protocol-v1.json";

    private final Path root;
    private final Ed25519PrivateKeyParameters centre;

    private TestRecord(Path root) {
        this.root = root;
        byte[] seed = new byte[32];
        seed[0] = 7;
        this.centre = new Ed25519PrivateKeyParameters(seed);
    }

    /** Unpacks the record into an empty folder, all of it signed by the test's centre. */
    static TestRecord unpack(Path root) throws IOException {
        TestRecord record = new TestRecord(root);
        try (var packed =
                new ZipInputStream(
                        Objects.requireNonNull(
                                TestRecord.class.getResourceAsStream("record.zip")))) {
            for (var entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                record.write(entry.getName(), packed.readAllBytes());
            }
        }
        record.write(
                "trust/central.pub",
                (record.publicKey() + "\n").getBytes(StandardCharsets.US_ASCII));
        record.sign("election/election-package.json", "election-package");
        for (String station : List.of("0101", "0102", "0103")) {
            record.sign("election/cards-" + station + ".json", "card-list");
        }
        record.sign("results/tally.json", "tally");
        return record.seal();
    }

    Path root() {
        return root;
    }

    String publicKey() {
        return Hex.of(centre.generatePublicKey().getEncoded());
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(root.resolve(name));
    }

    void write(String name, byte[] content) throws IOException {
        Files.createDirectories(Objects.requireNonNull(root.resolve(name).getParent()));
        Files.write(root.resolve(name), content);
    }

    /** The centre signs a file. */
    TestRecord sign(String name, String kind) throws IOException {
        byte[] message = Ed25519Key.message(kind, read(name));
        byte[] signature = new byte[64];
        centre.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("algorithm", "Ed25519");
        node.put("keyId", Hex.digest(centre.generatePublicKey().getEncoded()));
        node.put("publicKey", publicKey());
        node.put("signature", Hex.of(signature));
        write(name + ".sig", canonical(node));
        return this;
    }

    /** The centre lists the files as they are and signs the list. */
    TestRecord seal() throws IOException {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("electionId", "demo-2026");
        ObjectNode files = manifest.putObject("files");
        for (String name : names()) {
            if (!name.startsWith("manifest.json")) {
                files.put(name, Hex.digest(read(name)));
            }
        }
        write("manifest.json", canonical(manifest));
        return sign("manifest.json", "manifest");
    }

    /** Changes a JSON file as a tree. */
    TestRecord edit(String name, Consumer<ObjectNode> change) throws IOException {
        ObjectNode tree = (ObjectNode) tree(read(name));
        change.accept(tree);
        write(name, canonical(tree));
        return this;
    }

    /** Changes the lines of a file. */
    TestRecord editLines(String name, Consumer<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(root.resolve(name)));
        change.accept(lines);
        write(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    List<String> names() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> failures() throws IOException {
        return Verification.run(root, null, true, checked -> {}).findings().failures();
    }

    /** Codes and files of all failures, each once. */
    List<String> failed() throws IOException {
        return failures().stream().map(f -> f.code().text() + " " + f.file()).distinct().toList();
    }

    static JsonNode tree(byte[] bytes) {
        try {
            return Json.tree(bytes);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] canonical(JsonNode tree) {
        try {
            return CanonicalForm.of(tree);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
