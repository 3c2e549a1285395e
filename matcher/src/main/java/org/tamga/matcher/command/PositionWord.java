package org.tamga.matcher.command;

import java.util.Locale;
import org.tamga.matcher.FingerPosition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A finger as a word, such as {@code right-index}. */
final class PositionWord implements ITypeConverter<FingerPosition> {
    @Override
    public FingerPosition convert(String word) {
        return FingerPosition.named(word.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "no finger is called "
                                                + word
                                                + "; fingers are right-thumb to right-little and"
                                                + " left-thumb to left-little"));
    }
}
