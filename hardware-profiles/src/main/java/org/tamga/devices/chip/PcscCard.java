package org.tamga.devices.chip;

import java.io.ByteArrayOutputStream;
import java.util.function.IntFunction;
import org.tamga.devices.chip.PcscLibrary.Card;
import org.tamga.devices.chip.PcscLibrary.Result;
import org.tamga.devices.link.LinkException;

/** A card in a reader of the smart card service. */
final class PcscCard implements CardLink {
    private static final int MORE = 0x61;
    private static final int WRONG_EXPECTED = 0x6C;
    private static final int MOST_PARTS = 300;

    private final PcscLibrary library;
    private final Card card;
    private final IntFunction<LinkException> whyLost;
    private final Runnable end;

    PcscCard(PcscLibrary library, Card card, IntFunction<LinkException> whyLost, Runnable end) {
        this.library = library;
        this.card = card;
        this.whyLost = whyLost;
        this.end = end;
    }

    /** Fetches what the old protocol T=0 gives in parts (ISO 7816-3, clause 10.3). */
    @Override
    public byte[] transmit(byte[] command) throws LinkException {
        byte[] answer = once(command);
        if (first(answer) == WRONG_EXPECTED && command.length == 5) {
            byte[] corrected = command.clone();
            corrected[4] = answer[answer.length - 1];
            answer = once(corrected);
        }
        if (first(answer) != MORE) {
            return answer;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int part = 0; first(answer) == MORE; part++) {
            whole.write(answer, 0, answer.length - 2);
            if (part > MOST_PARTS || whole.size() > LONGEST_ANSWER) {
                throw Tlv.broken("an answer without end");
            }
            answer = once(new byte[] {0, (byte) 0xC0, 0, 0, answer[answer.length - 1]});
        }
        whole.writeBytes(answer);
        return whole.toByteArray();
    }

    private byte[] once(byte[] command) throws LinkException {
        Result<byte[]> answer = library.transmit(card, command);
        if (PcscLibrary.failed(answer.code()) || answer.value().length < 2) {
            throw whyLost.apply(answer.code());
        }
        return answer.value();
    }

    private static int first(byte[] answer) {
        return answer[answer.length - 2] & 0xFF;
    }

    @Override
    public void close() {
        library.disconnect(card);
        end.run();
    }
}
