package org.tamga.devices.simulator;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Reads the ESC/POS command stream byte by byte (commands as published by Epson for TM printers).
 * Unknown bytes are counted and skipped; declared sizes never make it allocate.
 */
final class EscPosParser {
    private static final int LF = 0x0A;
    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int CLEAR_BUFFERS_PARAMETERS = 8;
    private static final int WIDEST_ROW_BYTES = 512;
    private static final int LONGEST_LINE = 256;

    /** What the commands do. */
    interface Head {
        void initialize();

        void rasterRow(byte[] packed);

        void feedDots(int rows);

        void textLine(String line);

        void cut();

        /** GS r 1: the paper sensor's state, answered in order with the printing. */
        void reportPaper();
    }

    private final Head head;
    private final StringBuilder line = new StringBuilder();
    private IntConsumer state = this::command;
    private int lineSpacing = 30;
    private long unknown;

    EscPosParser(Head head) {
        this.head = head;
    }

    void accept(int unsignedByte) {
        state.accept(unsignedByte);
    }

    /** Forgets a half-read command and an unfinished line. */
    void reset() {
        state = this::command;
        line.setLength(0);
        lineSpacing = 30;
    }

    long unknownBytes() {
        return unknown;
    }

    private void command(int b) {
        switch (b) {
            case LF -> endLine();
            case DLE -> state = this::afterDle;
            case ESC -> state = this::afterEsc;
            case GS -> state = this::afterGs;
            default -> character(b);
        }
    }

    private void character(int b) {
        if (b >= 0x20 && b < 0x7F && line.length() < LONGEST_LINE) {
            line.append((char) b);
        } else {
            unknown++;
        }
    }

    private void endLine() {
        if (line.isEmpty()) {
            head.feedDots(lineSpacing);
        } else {
            head.textLine(line.toString());
            line.setLength(0);
        }
    }

    /**
     * Real-time commands act when they arrive (see the emulator); in the stream they are only
     * skipped.
     */
    private void afterDle(int b) {
        switch (b) {
            case 0x04, 0x05 -> collect(1, ignored -> {});
            case 0x14 -> collect(CLEAR_BUFFERS_PARAMETERS, ignored -> {});
            default -> skip();
        }
    }

    private void afterEsc(int b) {
        switch (b) {
            case '@' -> {
                reset();
                head.initialize();
            }
            case '2' -> {
                lineSpacing = 30;
                state = this::command;
            }
            case '3' -> collect(1, p -> lineSpacing = p[0]);
            case 'd' -> collect(1, p -> feedLines(p[0]));
            case 'J' -> collect(1, p -> head.feedDots(p[0]));
            case '!', '-', 'E', 'G', 'M', 'R', 'a', 't', '{', 'V', ' ' -> collect(1, ignored -> {});
            case '$', '\\', 'c' -> collect(2, ignored -> {});
            default -> skip();
        }
    }

    private void feedLines(int count) {
        if (!line.isEmpty()) {
            endLine();
        }
        head.feedDots(count * lineSpacing);
    }

    private void afterGs(int b) {
        switch (b) {
            case 'v' -> collect(6, this::rasterHeader);
            case 'V' -> collect(1, p -> cut(p[0]));
            case 'r' -> collect(1, p -> paperReport(p[0]));
            case '!', 'B', 'b', 'a', 'I' -> collect(1, ignored -> {});
            case 'L', 'W', 'P' -> collect(2, ignored -> {});
            default -> skip();
        }
    }

    private void paperReport(int which) {
        if (which == 1 || which == 49) {
            head.reportPaper();
        }
    }

    private void cut(int mode) {
        if (mode == 65 || mode == 66) {
            collect(
                    1,
                    p -> {
                        head.feedDots(p[0]);
                        head.cut();
                    });
        } else {
            head.cut();
        }
    }

    /** GS v 0 m xL xH yL yH: m doubles width (1) or height (2) or both (3). */
    private void rasterHeader(int[] p) {
        int rowBytes = p[2] | p[3] << 8;
        int rows = p[4] | p[5] << 8;
        if (p[0] != '0' || rowBytes == 0 || rows == 0) {
            unknown++;
            return;
        }
        state = new RasterRows(p[1] & 3, rowBytes, rows)::accept;
    }

    private void skip() {
        unknown++;
        state = this::command;
    }

    /**
     * The next {@code count} bytes are parameters; afterwards a command follows unless {@code then}
     * says else.
     */
    private void collect(int count, Consumer<int[]> then) {
        int[] parameters = new int[count];
        int[] filled = {0};
        state =
                b -> {
                    parameters[filled[0]++] = b;
                    if (filled[0] == count) {
                        state = this::command;
                        then.accept(parameters);
                    }
                };
    }

    private final class RasterRows {
        private final int mode;
        private final int rowBytes;
        private final byte[] row;
        private int rowsLeft;
        private int column;

        RasterRows(int mode, int rowBytes, int rows) {
            this.mode = mode;
            this.rowBytes = rowBytes;
            this.row = new byte[Math.min(rowBytes, WIDEST_ROW_BYTES)];
            this.rowsLeft = rows;
        }

        void accept(int b) {
            if (column < row.length) {
                row[column] = (byte) b;
            }
            column++;
            if (column == rowBytes) {
                column = 0;
                endRow();
            }
        }

        private void endRow() {
            byte[] dots = (mode & 1) != 0 ? doubled(row) : row;
            rowsLeft--;
            if (rowsLeft == 0) {
                state = EscPosParser.this::command;
            }
            head.rasterRow(dots);
            if ((mode & 2) != 0) {
                head.rasterRow(dots);
            }
        }

        private static byte[] doubled(byte[] row) {
            byte[] wide = new byte[2 * row.length];
            for (int dot = 0; dot < 16 * row.length; dot++) {
                int source = dot / 2;
                if ((row[source / 8] & 0x80 >> (source % 8)) != 0) {
                    wide[dot / 8] |= (byte) (0x80 >> (dot % 8));
                }
            }
            return wide;
        }
    }
}
