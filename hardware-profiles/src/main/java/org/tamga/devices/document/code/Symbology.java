package org.tamga.devices.document.code;

import java.util.Optional;

/** Kinds of printed code as readers name them before the text: ISO/IEC 15424 ({@code ]Q1} …). */
public enum Symbology {
    CODE_39('A'),
    CODE_128('C'),
    DATA_MATRIX('d'),
    EAN_UPC('E'),
    GS1_DATABAR('e'),
    CODABAR('F'),
    INTERLEAVED_2_OF_5('I'),
    PDF417('L'),
    QR('Q'),
    AZTEC('z');

    private final char letter;

    Symbology(char letter) {
        this.letter = letter;
    }

    static Optional<Symbology> of(char letter) {
        for (Symbology symbology : values()) {
            if (symbology.letter == letter) {
                return Optional.of(symbology);
            }
        }
        return Optional.empty();
    }

    /** True when this modifier character says that the content is GS1 element strings. */
    boolean gs1(char modifier) {
        return switch (this) {
            case CODE_128 -> modifier == '1';
            case DATA_MATRIX -> modifier == '2' || modifier == '5';
            case QR -> modifier == '3' || modifier == '4';
            case GS1_DATABAR -> true;
            case CODE_39, EAN_UPC, CODABAR, INTERLEAVED_2_OF_5, PDF417, AZTEC -> false;
        };
    }
}
