package org.tamga.central.keys;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.TreeMap;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;

/** The passwords of the central node's key files: {@code keys/secrets.json}, mode 0600. */
public final class Secrets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final TreeMap<String, String> byName;

    private Secrets(TreeMap<String, String> byName) {
        this.byName = byName;
    }

    /** Random secrets for these names, kept in a new file. */
    static Secrets create(Path file, Iterable<String> names) {
        var byName = new TreeMap<String, String>();
        for (String name : names) {
            byName.put(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random(32)));
        }
        try {
            CentralHome.writeSecret(file, JSON.writeValueAsBytes(byName));
        } catch (JacksonException e) {
            throw new IllegalStateException("A map of strings is always JSON", e);
        }
        return new Secrets(byName);
    }

    static Secrets read(Path file) {
        var names =
                JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, String.class);
        try {
            return new Secrets(JSON.readValue(Files.readAllBytes(file), names));
        } catch (IOException e) {
            throw CentralFailure.usage("CN-22", "the secrets cannot be read from " + file);
        }
    }

    /** Password of a key file. */
    char[] password(String name) {
        return required(name).toCharArray();
    }

    /** 32 random bytes used as a key. */
    byte[] key(String name) {
        return Base64.getUrlDecoder().decode(required(name));
    }

    private String required(String name) {
        String secret = byName.get(name);
        if (secret == null) {
            throw CentralFailure.usage("CN-22", "there is no secret for " + name);
        }
        return secret;
    }

    /** A random password of letters and digits that are hard to confuse, about 99 bits. */
    public static String newPassword() {
        return pick(ALPHABET, 20);
    }

    /** A random code of eight digits that a person types. */
    public static String newCode() {
        return pick("0123456789", 8);
    }

    private static String pick(String alphabet, int length) {
        var random = new SecureRandom();
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
