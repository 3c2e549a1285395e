package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.Hex;

class BallotLogTest {
    /** The eight leaves that the implementations of Certificate Transparency test with. */
    private static final List<byte[]> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(hex -> BallotLog.leafHash(Hex.parse(hex)))
                    .toList();

    private static final List<String> ROOTS =
            List.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    @DisplayName("Roots have the known values")
    void knownRoots() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertEquals(ROOTS.get(size), Hex.of(BallotLog.of(LEAVES.subList(0, size)).root()));
        }
    }

    @Test
    @DisplayName("A batch enters in the order of hashes, whatever the order of voting")
    void batchesAreSorted() {
        List<byte[]> shuffled = new ArrayList<>(LEAVES);
        Collections.shuffle(shuffled);
        BallotLog log = new BallotLog();
        log.append(shuffled.subList(0, 5));
        log.append(shuffled.subList(5, 8));
        List<byte[]> logged = log.leafHashes();
        for (int i = 1; i < logged.size(); i++) {
            assertTrue(i == 5 || Arrays.compareUnsigned(logged.get(i - 1), logged.get(i)) < 0);
        }
    }

    @Test
    @DisplayName("Every leaf proves its inclusion in every log, and nowhere else")
    void inclusion() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            BallotLog log = BallotLog.of(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = log.inclusionProof(index);
                byte[] leaf = LEAVES.get(index);
                assertTrue(LogProofs.includes(leaf, index, size, proof, log.root()));
                byte[] other = LEAVES.get((index + 1) % LEAVES.size());
                assertFalse(LogProofs.includes(other, index, size, proof, log.root()));
                assertFalse(LogProofs.includes(leaf, index + 1, size, proof, log.root()));
                proof.add(leaf);
                assertFalse(LogProofs.includes(leaf, index, size, proof, log.root()));
            }
        }
    }

    @Test
    @DisplayName("Every log proves to be the beginning of every later one, and of no other")
    void consistency() {
        for (int second = 1; second <= LEAVES.size(); second++) {
            BallotLog log = BallotLog.of(LEAVES.subList(0, second));
            for (int first = 1; first <= second; first++) {
                byte[] before = log.rootAt(first);
                List<byte[]> proof = log.consistencyProof(first);
                assertTrue(LogProofs.consistent(first, before, second, log.root(), proof));
                byte[] wrong = BallotLog.leafHash(before);
                assertFalse(LogProofs.consistent(first, wrong, second, log.root(), proof));
                assertFalse(LogProofs.consistent(first, before, second, wrong, proof));
                for (int i = 0; i < proof.size(); i++) {
                    List<byte[]> changed = new ArrayList<>(proof);
                    changed.set(i, wrong);
                    assertFalse(LogProofs.consistent(first, before, second, log.root(), changed));
                }
            }
        }
    }

    @Test
    @DisplayName("A checkpoint is written, signed by two, read again, and fails when changed")
    void checkpoint() {
        Ed25519Signer booth = Ed25519Signer.generate();
        Ed25519Signer centre = Ed25519Signer.generate();
        String origin = Checkpoint.origin("e-1", "0101", "0101-B1");
        SignedCheckpoint signed =
                SignedCheckpoint.unsigned(Checkpoint.of(origin, BallotLog.of(LEAVES)))
                        .sign(origin, booth)
                        .sign("centre", centre);
        String text = signed.text();
        assertTrue(text.startsWith("tamga-log/e-1/0101/0101-B1\n8\nXcnaeacGWamtVZy3Ad7Zoqud"));
        SignedCheckpoint read = SignedCheckpoint.parse(text);
        assertEquals(signed, read);
        assertTrue(read.isSignedBy(origin, booth.publicKey()));
        assertTrue(read.isSignedBy("centre", centre.publicKey()));
        assertFalse(read.isSignedBy("centre", booth.publicKey()));
        SignedCheckpoint changed = SignedCheckpoint.parse(text.replace("\n8\n", "\n7\n"));
        assertFalse(changed.isSignedBy(origin, booth.publicKey()));
        assertThrows(IllegalArgumentException.class, () -> SignedCheckpoint.parse(text + "more\n"));
        assertThrows(
                IllegalArgumentException.class,
                () -> SignedCheckpoint.parse(text.replace("\n8\n", "\n08\n")));
    }

    @Test
    @DisplayName("Note signatures equal those of the format's reference example")
    void referenceNote() throws Exception {
        byte[] key = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        byte[] publicKey =
                Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        byte[] der = Hex.parse("302e020100300506032b657004220420");
        byte[] pkcs8 = Arrays.copyOf(der, der.length + 32);
        System.arraycopy(key, 1, pkcs8, der.length, 32);
        PrivateKey privateKey =
                KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        byte[] raw = Arrays.copyOfRange(publicKey, 1, 33);
        String text =
                """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        byte[] signature =
                Ed25519Signer.of(privateKey, raw).signNote(text.getBytes(StandardCharsets.UTF_8));
        byte[] expected =
                Base64.getDecoder()
                        .decode(
                                "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvq"
                                        + "fqdngotpRZb6KE6RyyBwJnAM=");
        assertArrayEquals(Arrays.copyOfRange(expected, 4, 68), signature);
        assertArrayEquals(
                Arrays.copyOf(expected, 4), SignedCheckpoint.keyHash("PeterNeumann", raw));
    }

    @Test
    @DisplayName("A note that looks like a signed thing of the product is not signed")
    void noConfusion() {
        byte[] text = "tamga/ballot/1\n{}".getBytes(StandardCharsets.UTF_8);
        assertThrows(IllegalArgumentException.class, () -> Ed25519Signer.generate().signNote(text));
    }
}
