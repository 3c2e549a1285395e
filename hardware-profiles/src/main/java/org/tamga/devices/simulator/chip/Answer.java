package org.tamga.devices.simulator.chip;

/**
 * What a card answers.
 *
 * @param status the two status bytes (ISO 7816-4, clause 5.1.3)
 */
record Answer(byte[] data, int status) {
    static final int OK = 0x9000;
    static final int AUTHENTICATION_FAILED = 0x6300;
    static final int WRONG_LENGTH = 0x6700;
    static final int NOT_ALLOWED = 0x6982;
    static final int NO_FILE_SELECTED = 0x6986;
    static final int SECURE_MESSAGING_WRONG = 0x6988;
    static final int WRONG_DATA = 0x6A80;
    static final int FILE_NOT_FOUND = 0x6A82;
    static final int WRONG_OFFSET = 0x6B00;
    static final int UNKNOWN_COMMAND = 0x6D00;

    static Answer ok(byte[]... data) {
        return new Answer(Bytes.join(data), OK);
    }

    static Answer status(int status) {
        return new Answer(new byte[0], status);
    }

    byte[] bytes() {
        return Bytes.join(data, Bytes.of(status >> 8, status));
    }

    @Override
    public String toString() {
        return "Answer[%d bytes, %04X]".formatted(data.length, status);
    }
}
