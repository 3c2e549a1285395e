package org.tamga.devices.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.ports.ReceiptPrinter;

@DisplayName("A slip on a printer that answers anything")
class LyingPrinterTest {
    private static final MonoRaster SLIP = new MonoRaster(64, 8, new byte[64]);

    /** Answers mostly what is asked for, and notes what it has answered to what. */
    private static final class Liar implements ByteLink {
        private static final byte[] CLEARED = {0x37, 0x25, 0x00};

        private final Random random;
        private final int[] answers = new int[5];
        private int question;
        private int known;
        private boolean clear;
        private boolean slipSent;
        private boolean ordered;
        private boolean outsaid;
        private boolean clearedLate;
        private int left = 300;

        Liar(Random random) {
            this.random = random;
        }

        @Override
        public void write(byte[] bytes) {
            boolean realTime = bytes.length == 3 && bytes[0] == 0x10 && bytes[1] == 4;
            if (realTime) {
                question = bytes[2];
                answers[question] = -1;
            } else if (bytes.length == 10 && bytes[0] == 0x10) {
                question = -1;
                known = 0;
            } else if (Arrays.equals(bytes, new byte[] {0x1D, 'r', 1})) {
                question = 0;
                ordered = true;
            } else {
                assertTrue(clear, "a slip is sent before the buffers are clear");
                slipSent = true;
            }
        }

        @Override
        public int read(byte[] buffer, Duration timeout) throws LinkException {
            boolean looksForStrays = buffer.length > 1;
            if (--left < 0) {
                throw new LinkException(DeviceFault.UNPLUGGED, "went away");
            }
            if (random.nextInt(10) < (looksForStrays ? 8 : 1)) {
                return 0;
            }
            buffer[0] = random.nextInt(12) == 0 ? (byte) random.nextInt() : right();
            note(buffer[0]);
            return 1;
        }

        private byte right() {
            return switch (question) {
                case -1 -> CLEARED[known % 3];
                case 0 -> 0x00;
                default -> 0x12;
            };
        }

        private void note(byte answer) {
            known = answer == CLEARED[known % 3] ? known + 1 : answer == CLEARED[0] ? 1 : 0;
            clear |= question == -1 && known == 3;
            clearedLate |= slipSent && answer == CLEARED[0];
            if (question == 0 && (answer & 0xF0) == 0 && !outsaid) {
                outsaid = ordered;
                Arrays.fill(answers, -1);
            } else if (question > 0 && answers[question] < 0 && (answer & 0x93) == 0x12) {
                answers[question] = answer & 0xFF;
            }
        }

        boolean hasToldThatTheSlipIsOut() {
            return outsaid
                    && !clearedLate
                    && (answers[2] & 0x64) == 0
                    && (answers[4] & 0x60) == 0
                    && (answers[1] & 0x08) == 0;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static ReceiptPrinter printer(ByteLink link) {
        return ReceiptPrinters.escPos(
                new DeviceInfo("p", "receipt-printer/test", "test", true),
                new PrintSpec(64, 58, 100, 8, 4_000, 0, Confirmation.ORDERED),
                () -> link);
    }

    @Test
    void is_never_told_as_printed_unless_every_answer_said_so() {
        Random random = new Random(8);
        int printed = 0;
        for (int i = 0; i < 100_000; i++) {
            Liar liar = new Liar(random);
            try (ReceiptPrinter printer = printer(liar)) {
                if (printer.print(SLIP, new CancelSignal()) instanceof PrintResult.Printed) {
                    printed++;
                    assertTrue(liar.hasToldThatTheSlipIsOut(), "told too early");
                }
            }
        }
        int count = printed;
        assertTrue(count > 1_000 && count < 99_000, () -> "both must come up: " + count);
    }

    /** Answers each question by its number with one byte, or with silence. */
    private static final class Answering implements ByteLink {
        private final int[] byQuestion;
        private int asked;

        Answering(int... byQuestion) {
            this.byQuestion = byQuestion;
        }

        @Override
        public void write(byte[] bytes) {
            asked = bytes[2];
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            if (buffer.length > 1 || byQuestion[asked] < 0) {
                return 0;
            }
            buffer[0] = (byte) byQuestion[asked];
            return 1;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void is_not_begun_where_the_question_for_paper_stays_without_answer() throws LinkException {
        assertInstanceOf(
                PrinterStatus.Ready.class,
                new EscPosStatus(new Answering(0, 0x12, 0x12, 0x12, 0x12)).ask());
        PrinterStatus silent = new EscPosStatus(new Answering(0, 0x12, 0x12, 0x12, -1)).ask();
        assertEquals(
                DeviceFault.OFFLINE,
                assertInstanceOf(PrinterStatus.NotReady.class, silent).fault());
    }
}
