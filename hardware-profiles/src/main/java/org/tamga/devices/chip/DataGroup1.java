package org.tamga.devices.chip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tamga.devices.link.LinkException;

/** The machine-readable zone as the chip holds it (ICAO Doc 9303-10, clause 4.7.1). */
final class DataGroup1 {
    private DataGroup1() {}

    /** The issuing state or organization: characters 3 to 5 of every format's first line. */
    static String state(List<String> lines) {
        return lines.getFirst().substring(2, 5);
    }

    /** Two or three lines of A … Z, 0 … 9 and filler. */
    static List<String> lines(byte[] file) throws LinkException {
        ByteBuffer zone = Tlv.next(Tlv.next(ByteBuffer.wrap(file), 0x61), 0x5F1F);
        int width =
                switch (zone.remaining()) {
                    case 90 -> 30;
                    case 72 -> 36;
                    case 88 -> 44;
                    default -> throw Tlv.broken("a zone of " + zone.remaining() + " characters");
                };
        String text = StandardCharsets.ISO_8859_1.decode(zone).toString();
        if (!text.chars().allMatch(c -> c == '<' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
            throw Tlv.broken("a character that no machine-readable zone has");
        }
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); from += width) {
            lines.add(text.substring(from, from + width));
        }
        return List.copyOf(lines);
    }
}
