package org.tamga.devices.document.mrz;

/** The sizes of machine-readable zone. */
public enum MrzFormat {
    /** Identity cards, ICAO Doc 9303-5. */
    TD1(3, 30),
    /** Larger identity documents, ICAO Doc 9303-6. */
    TD2(2, 36),
    /** Passports, ICAO Doc 9303-4. */
    TD3(2, 44),
    /** Visas of a passport's width, ICAO Doc 9303-7; without a composite check digit. */
    MRV_A(2, 44),
    /** Visas of TD2 width, ICAO Doc 9303-7; without a composite check digit. */
    MRV_B(2, 36);

    private final int lines;
    private final int length;

    MrzFormat(int lines, int length) {
        this.lines = lines;
        this.length = length;
    }

    public int lines() {
        return lines;
    }

    /** Characters in each line. */
    public int length() {
        return length;
    }
}
