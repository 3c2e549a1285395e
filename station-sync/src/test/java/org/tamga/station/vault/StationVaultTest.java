package org.tamga.station.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.station.store.StoreKey;

@DisplayName("The vault")
class StationVaultTest {
    private static final CodeHardening QUICK = new CodeHardening(64, 1);
    private static final char[] PASSWORD = "пароль-identity-1".toCharArray();

    @TempDir Path home;

    @BeforeEach
    void provision() throws IOException, GeneralSecurityException {
        new Identities().provision(home, PASSWORD, true);
    }

    @Test
    void gives_the_same_keys_to_any_two_of_three_officials() {
        byte[] created = journalKey(create(2));
        for (List<OfficialCode> two :
                List.of(
                        List.of(code("chair", "1111"), code("secretary", "2222")),
                        List.of(code("member", "күчтүү сыр"), code("chair", "1111")),
                        List.of(code("secretary", "2222"), code("member", "күчтүү сыр")),
                        List.of(
                                code("secretary", "2222"),
                                code("member", "күчтүү сыр"),
                                code("chair", "1111")))) {
            VaultOpening opening = StationVault.unlock(home, two);
            assertArrayEquals(created, journalKey(opening));
            assertArrayEquals(PASSWORD, keys(opening).identityPassword());
        }
    }

    @Test
    void gives_each_store_its_own_key() {
        StationKeys keys = keys(create(2));
        assertFalse(
                Arrays.equals(
                        keys.storeKey("journal").expand("x"),
                        keys.storeKey("register").expand("x")));
    }

    @Test
    void refuses_by_name_a_wrong_code_an_unknown_official_and_one_that_comes_twice() {
        create(2);
        assertRefused(
                VaultRefusal.WRONG_CODE, "chair", code("chair", "1112"), code("secretary", "2222"));
        assertRefused(
                VaultRefusal.WRONG_CODE,
                "secretary",
                code("chair", "1111"),
                code("secretary", "1111"));
        assertRefused(
                VaultRefusal.UNKNOWN_OFFICIAL,
                "guest",
                code("chair", "1111"),
                code("guest", "2222"));
        assertRefused(
                VaultRefusal.SAME_OFFICIAL_TWICE,
                "chair",
                code("chair", "1111"),
                code("chair", "1111"));
        assertRefused(VaultRefusal.TOO_FEW_OFFICIALS, "1 of 2", code("chair", "1111"));
    }

    @Test
    void says_when_it_is_missing_damaged_or_there_already() throws IOException {
        assertRefused(VaultRefusal.MISSING, "", code("chair", "1111"), code("secretary", "2222"));
        create(2);
        assertEquals(
                VaultRefusal.ALREADY_EXISTS,
                assertInstanceOf(VaultOpening.Refused.class, create(2)).reason());
        Path file = home.resolve(StationVault.FILE);
        String whole = Files.readString(file);
        for (String damaged :
                List.of(
                        "",
                        "{}",
                        whole.substring(1),
                        whole.replace("\"threshold\":2", "\"threshold\":1"))) {
            Files.writeString(file, damaged);
            assertRefused(
                    VaultRefusal.DAMAGED, "", code("chair", "1111"), code("secretary", "2222"));
        }
    }

    @Test
    void never_opens_when_any_character_of_its_file_is_another() throws IOException {
        create(2);
        Path file = home.resolve(StationVault.FILE);
        byte[] whole = Files.readAllBytes(file);
        byte[] right = journalKey(unlock());
        int refused = 0;
        for (int at = 0; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] = (byte) (damaged[at] == 'A' ? 'B' : 'A');
            Files.write(file, damaged);
            switch (unlock()) {
                case VaultOpening.Refused _ -> refused++;
                // Damage to the share of the one who is not there is not seen, nor does it matter.
                case VaultOpening.Unlocked(StationKeys keys) ->
                        assertArrayEquals(right, keys.storeKey("journal").expand("test"));
            }
        }
        assertFalse(refused < whole.length / 7 / 2, refused + " refused");
    }

    private VaultOpening unlock() {
        return StationVault.unlock(home, List.of(code("chair", "1111"), code("secretary", "2222")));
    }

    @Test
    void shows_neither_codes_nor_keys_nor_the_password() throws IOException {
        StationKeys keys = keys(create(2));
        String file = Files.readString(home.resolve(StationVault.FILE));
        assertFalse(file.contains("1111") && file.contains("2222"));
        assertFalse(file.contains("identity-1"));
        assertEquals("StationKeys", keys.toString());
        assertEquals("OfficialCode[chair]", code("chair", "1111").toString());
    }

    @Test
    void is_not_made_for_an_identity_that_the_password_does_not_open() throws IOException {
        assertEquals(
                VaultRefusal.IDENTITY_NOT_OPENED,
                assertInstanceOf(
                                VaultOpening.Refused.class,
                                StationVault.create(home, codes(), 2, "wrong".toCharArray(), QUICK))
                        .reason());
        assertFalse(Files.exists(home.resolve(StationVault.FILE)));
    }

    @Test
    void is_not_made_for_one_official_alone() {
        assertThrows(IllegalArgumentException.class, () -> create(1));
        assertThrows(IllegalArgumentException.class, () -> create(4));
    }

    @Test
    void hardens_codes_as_terminals_do() {
        // Argon2id of RFC 9106 with 64 MiB and 3 passes: another salt, another key; same, the same.
        byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        byte[] key = CodeHardening.STANDARD.key("1111".toCharArray(), salt);
        assertArrayEquals(key, new CodeHardening(65_536, 3).key("1111".toCharArray(), salt));
        salt[0]++;
        assertFalse(Arrays.equals(key, CodeHardening.STANDARD.key("1111".toCharArray(), salt)));
        assertThrows(IllegalArgumentException.class, () -> new CodeHardening(1 << 24, 3));
    }

    @Test
    void wipes_codes_and_keys_on_closing() {
        OfficialCode code = code("chair", "1111");
        code.close();
        assertArrayEquals(new char[4], code.code());
        StationKeys keys = keys(create(2));
        keys.close();
        assertArrayEquals(new char[PASSWORD.length], keys.identityPassword());
    }

    private VaultOpening create(int threshold) {
        return StationVault.create(home, codes(), threshold, PASSWORD, QUICK);
    }

    private static List<OfficialCode> codes() {
        return List.of(
                code("chair", "1111"), code("secretary", "2222"), code("member", "күчтүү сыр"));
    }

    private static OfficialCode code(String official, String code) {
        return new OfficialCode(official, code.toCharArray());
    }

    private void assertRefused(VaultRefusal reason, String detail, OfficialCode... codes) {
        assertEquals(
                new VaultOpening.Refused(reason, detail),
                StationVault.unlock(home, List.of(codes)));
    }

    private static StationKeys keys(VaultOpening opening) {
        return assertInstanceOf(VaultOpening.Unlocked.class, opening).keys();
    }

    private static byte[] journalKey(VaultOpening opening) {
        try (StoreKey key = keys(opening).storeKey("journal")) {
            return key.expand("test");
        }
    }
}
