package org.tamga.election.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** The one form that each type of time has on the wire. */
final class TimeFormats {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private TimeFormats() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("times");
        add(module, Instant.class, TimeFormats::text, Instant::parse);
        add(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
        add(module, LocalTime.class, TimeFormats::text, text -> LocalTime.parse(text, MINUTES));
        return module;
    }

    private static String text(Instant instant) {
        if (instant.getNano() != 0) {
            throw new IllegalArgumentException("instants have whole seconds");
        }
        return instant.toString();
    }

    private static String text(LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new IllegalArgumentException("times of day have whole minutes");
        }
        return time.format(MINUTES);
    }

    private static <T> void add(
            SimpleModule module,
            Class<T> type,
            Function<T, String> toText,
            Function<String, T> ofText) {
        module.addSerializer(
                type,
                new JsonSerializer<T>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator generator, SerializerProvider provider)
                            throws IOException {
                        generator.writeString(toText.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new JsonDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser parser, DeserializationContext context)
                            throws IOException {
                        try {
                            return ofText.apply(parser.getText());
                        } catch (DateTimeException e) {
                            return type.cast(
                                    context.handleWeirdStringValue(
                                            type, parser.getText(), "not a time"));
                        }
                    }
                });
    }
}
