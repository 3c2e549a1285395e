package org.tamga.station.vault;

import com.codahale.shamir.Scheme;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.SafeFiles;
import org.tamga.station.store.StoreKey;

/**
 * {@code vault.json}: the terminal's random data key, split among officials so that {@code
 * threshold} of them open it together (Shamir), each share sealed by a key made of its official's
 * code (Argon2id). The data key itself is nowhere.
 */
public final class StationVault {
    /** Name of the file in the terminal's home. */
    public static final String FILE = "vault.json";

    private static final String IDENTITY = "tamga/vault/1|identity";

    private StationVault() {}

    /** {@link #create(Path, List, int, char[], CodeHardening)} at the cost that terminals use. */
    public static VaultOpening create(
            Path home, List<OfficialCode> codes, int threshold, char[] identityPassword) {
        return create(home, codes, threshold, identityPassword, CodeHardening.STANDARD);
    }

    /**
     * Makes a vault with a new data key and leaves it unlocked. Codes and password stay the
     * caller's to wipe.
     *
     * @param threshold officials needed to unlock, 2 to the number of codes
     * @param identityPassword password of the provisioned {@code identity.p12} in {@code home},
     *     kept sealed from now on
     * @throws IllegalArgumentException for a threshold out of range
     */
    public static VaultOpening create(
            Path home,
            List<OfficialCode> codes,
            int threshold,
            char[] identityPassword,
            CodeHardening hardening) {
        if (threshold < 2 || threshold > codes.size()) {
            throw new IllegalArgumentException("2 ≤ threshold ≤ number of officials");
        }
        Optional<String> twice = namedTwice(codes);
        if (twice.isPresent()) {
            return refused(VaultRefusal.SAME_OFFICIAL_TWICE, twice.get());
        }
        Path file = home.resolve(FILE);
        if (Files.exists(file)) {
            return refused(VaultRefusal.ALREADY_EXISTS, "");
        }
        if (StationIdentity.open(home, identityPassword)
                instanceof IdentityOpening.Refused(IdentityRefusal reason, String detail)) {
            return refused(VaultRefusal.IDENTITY_NOT_OPENED, reason.code() + " " + detail);
        }
        SecureRandom random = new SecureRandom();
        byte[] dataKey = new byte[StoreKey.LENGTH];
        random.nextBytes(dataKey);
        byte[] password = utf8(identityPassword);
        try {
            String identity =
                    base64(SecretBox.seal(purposeKey(dataKey), IDENTITY, password, random));
            List<VaultFile.Share> shares = split(dataKey, codes, threshold, hardening, random);
            VaultFile vault =
                    new VaultFile(
                            VaultFile.FORMAT,
                            threshold,
                            hardening.memoryKib(),
                            hardening.iterations(),
                            shares,
                            identity);
            SafeFiles.write(file, CanonicalJson.write(vault));
            return new VaultOpening.Unlocked(
                    new StationKeys(StoreKey.of(dataKey), identityPassword.clone()));
        } catch (IOException e) {
            return refused(VaultRefusal.NOT_WRITABLE, String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(dataKey, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }

    private static List<VaultFile.Share> split(
            byte[] dataKey,
            List<OfficialCode> codes,
            int threshold,
            CodeHardening hardening,
            SecureRandom random) {
        Map<Integer, byte[]> parts = new Scheme(random, codes.size(), threshold).split(dataKey);
        List<VaultFile.Share> shares = new ArrayList<>();
        for (int part = 1; part <= codes.size(); part++) {
            OfficialCode code = codes.get(part - 1);
            byte[] salt = new byte[16];
            random.nextBytes(salt);
            byte[] key = hardening.key(code.code(), salt);
            byte[] secret = parts.getOrDefault(part, new byte[0]);
            String purpose = VaultFile.Share.purpose(code.officialId(), part);
            String sealed = base64(SecretBox.seal(key, purpose, secret, random));
            shares.add(new VaultFile.Share(code.officialId(), part, base64(salt), sealed));
            Arrays.fill(key, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
        return shares;
    }

    /**
     * Unlocks with the codes of at least {@code threshold} officials; every code given must be
     * right. Codes stay the caller's to wipe.
     */
    public static VaultOpening unlock(Path home, List<OfficialCode> codes) {
        Path file = home.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return refused(VaultRefusal.MISSING, "");
        }
        try {
            return unlock(CanonicalJson.read(Files.readAllBytes(file), VaultFile.class), codes);
        } catch (IOException | WireFormatException | IllegalArgumentException e) {
            return refused(VaultRefusal.DAMAGED, "");
        }
    }

    private static VaultOpening unlock(VaultFile vault, List<OfficialCode> codes) {
        Optional<String> twice = namedTwice(codes);
        if (twice.isPresent()) {
            return refused(VaultRefusal.SAME_OFFICIAL_TWICE, twice.get());
        }
        if (codes.size() < vault.threshold()) {
            return refused(
                    VaultRefusal.TOO_FEW_OFFICIALS, codes.size() + " of " + vault.threshold());
        }
        Map<Integer, byte[]> parts = new HashMap<>();
        try {
            for (OfficialCode code : codes) {
                Optional<VaultFile.Share> share =
                        vault.shares().stream()
                                .filter(each -> each.official().equals(code.officialId()))
                                .findFirst();
                if (share.isEmpty()) {
                    return refused(VaultRefusal.UNKNOWN_OFFICIAL, code.officialId());
                }
                byte[] part = open(share.get(), code, vault.hardening());
                if (part == null) {
                    return refused(VaultRefusal.WRONG_CODE, code.officialId());
                }
                parts.put(share.get().part(), part);
            }
            return join(vault, parts);
        } finally {
            parts.values().forEach(part -> Arrays.fill(part, (byte) 0));
        }
    }

    private static byte @Nullable [] open(
            VaultFile.Share share, OfficialCode code, CodeHardening hardening) {
        byte[] key = hardening.key(code.code(), Base64.getDecoder().decode(share.salt()));
        try {
            return SecretBox.open(
                    key,
                    VaultFile.Share.purpose(share.official(), share.part()),
                    Base64.getDecoder().decode(share.sealed()));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static VaultOpening join(VaultFile vault, Map<Integer, byte[]> parts) {
        byte[] dataKey =
                new Scheme(new SecureRandom(), vault.shares().size(), vault.threshold())
                        .join(parts);
        byte[] password =
                SecretBox.open(
                        purposeKey(dataKey),
                        IDENTITY,
                        Base64.getDecoder().decode(vault.identity()));
        try {
            if (password == null) {
                return refused(VaultRefusal.DAMAGED, "");
            }
            return new VaultOpening.Unlocked(
                    new StationKeys(StoreKey.of(dataKey), chars(password)));
        } finally {
            Arrays.fill(dataKey, (byte) 0);
            if (password != null) {
                Arrays.fill(password, (byte) 0);
            }
        }
    }

    private static byte[] purposeKey(byte[] dataKey) {
        try (StoreKey key = StoreKey.of(dataKey)) {
            return key.expand(IDENTITY);
        }
    }

    private static Optional<String> namedTwice(List<OfficialCode> codes) {
        List<String> seen = new ArrayList<>();
        for (OfficialCode code : codes) {
            if (seen.contains(code.officialId())) {
                return Optional.of(code.officialId());
            }
            seen.add(code.officialId());
        }
        return Optional.empty();
    }

    private static VaultOpening refused(VaultRefusal reason, String detail) {
        return new VaultOpening.Refused(reason, detail);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(char[] text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static char[] chars(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] text = new char[decoded.remaining()];
        decoded.get(text);
        Arrays.fill(decoded.array(), '\0');
        return text;
    }
}
