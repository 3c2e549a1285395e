package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.wire.Hex;

/**
 * Values computed by a separate program from the formulas of the format document: n = 3, k = 2,
 * manifest {@code {"election":"kat"}}, K = g^5, identifier 01…10, ballot nonce A0…BF.
 */
class HashChainTest {
    private static final byte[] EXTENDED =
            Hex.parse("f44e4cdac95243bc556dcb5bacebdef2129aaf5e48dbd2bbd918f8032efff0a3");
    private static final BallotHashes BALLOT =
            new BallotHashes(EXTENDED, "0102030405060708090a0b0c0d0e0f10");

    @Test
    @DisplayName("Parameter, base and extended base hash have the known values")
    void baseHashes() {
        byte[] parameters = BaseHashes.parameters(3, 2);
        assertEquals(
                "51bca66c1792739f07526b7422771fc4aec7ad9a40e92c1bb03bfde12ae8b661",
                Hex.of(parameters));
        byte[] manifest = "{\"election\":\"kat\"}".getBytes(StandardCharsets.UTF_8);
        byte[] base = BaseHashes.election(parameters, manifest);
        assertEquals(
                "2b5cbe9db2e6b4812feb3d6df9c79e51b1a7e93badb293fdc23e20e7323978a5", Hex.of(base));
        BigInteger key = Group.STANDARD.powerOfG(BigInteger.valueOf(5));
        assertEquals(Hex.of(EXTENDED), Hex.of(BaseHashes.extended(base, key)));
    }

    @Test
    @DisplayName("Nonces, contest hash and confirmation code have the known values")
    void ballotHashes() {
        assertEquals(
                "e98da137de5eae97bef1f770e4f93301dd72575340ded5ba79b05571c42d774e",
                Hex.of(BALLOT.key()));
        byte[] nonce = new byte[32];
        for (int i = 0; i < nonce.length; i++) {
            nonce[i] = (byte) (0xA0 + i);
        }
        List<EncryptedSelection> selections = new ArrayList<>();
        for (int option = 1; option <= 2; option++) {
            BigInteger xi = BALLOT.nonce(1, option, nonce);
            BigInteger value = BigInteger.valueOf(2L - option);
            BigInteger beta =
                    Group.STANDARD.powerOfG(xi.add(value).multiply(BigInteger.valueOf(5)));
            selections.add(
                    new EncryptedSelection(
                            "a-" + option,
                            Ciphertext.of(Group.STANDARD.powerOfG(xi), beta),
                            new RangeProof(List.of(), List.of())));
        }
        assertEquals(
                "A8933A11B5A5B8720F0D0C8C2A581E29A2C23D38B61F88CEE36397448EAA4649",
                new ElementModQ(BALLOT.nonce(1, 2, nonce)).toString());
        String contestHash = BALLOT.contestHash(1, selections);
        assertEquals(
                "5bb93c56c6514d314d3137741aea6dd38840dbe42134b100eae2c4c23e6dfbb2", contestHash);
        byte[] device = BaseHashes.device(EXTENDED, "terminal-Ё");
        EncryptedContest contest =
                new EncryptedContest(
                        "c", selections, new RangeProof(List.of(), List.of()), contestHash);
        assertEquals(
                "1cbf39d4b0cb3144cebc41bfcbd54054b1e887e3da603ad5cd6f2ab0609ca56a",
                BALLOT.confirmationCode(List.of(contest), device));
    }
}
