package org.tamga.devices.simulator.chip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What opens a chip: the key fields of the machine-readable zone, and the card access number. */
final class CardPasswords {
    private static final String VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] WEIGHTS = {7, 3, 1};

    private final byte[] zone;
    private final byte[] cardAccessNumber;

    /**
     * @param mrz two or three lines
     */
    CardPasswords(List<String> mrz, String cardAccessNumber) {
        this.zone = CardCrypto.sha1(ascii(fields(mrz)));
        this.cardAccessNumber = ascii(cardAccessNumber);
    }

    /** Document number, birth, expiry, each with its check digit (clause 4.3.2). */
    private static String fields(List<String> mrz) {
        if (mrz.size() == 3) {
            String second = mrz.get(1);
            return checked(mrz.get(0).substring(5, 14))
                    + checked(second.substring(0, 6))
                    + checked(second.substring(8, 14));
        }
        String second = mrz.get(1);
        return checked(second.substring(0, 9))
                + checked(second.substring(13, 19))
                + checked(second.substring(21, 27));
    }

    private static String checked(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            sum += Math.max(0, VALUES.indexOf(field.charAt(i))) * WEIGHTS[i % 3];
        }
        return field + sum % 10;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Secret of Basic Access Control. */
    byte[] basic() {
        return Arrays.copyOf(zone, 16);
    }

    /** Password of PACE: 1 the zone, 2 the card access number (clause 4.4.3.3). */
    Optional<byte[]> pace(int reference) {
        return switch (reference) {
            case 1 -> Optional.of(zone);
            case 2 -> Optional.of(cardAccessNumber);
            default -> Optional.empty();
        };
    }
}
