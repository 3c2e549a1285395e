package org.tamga.matcher.command;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tamga.matcher.exchange.ExchangeFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A template format as a word, such as {@code iso2011}. */
final class FormatWord implements ITypeConverter<ExchangeFormat> {
    @Override
    public ExchangeFormat convert(String word) {
        return Stream.of(ExchangeFormat.values())
                .filter(format -> format.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "no format is called "
                                                + word
                                                + "; formats are "
                                                + words()));
    }

    private static String words() {
        return Stream.of(ExchangeFormat.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
