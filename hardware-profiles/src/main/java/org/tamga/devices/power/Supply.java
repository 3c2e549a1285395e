package org.tamga.devices.power;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One folder under {@code /sys/class/power_supply}. Drivers fill in what they know, so each value
 * may be missing; what is no value of its kind counts as missing. Source: Linux,
 * Documentation/ABI/testing/sysfs-class-power.
 *
 * @param kind what it is
 * @param online whether it delivers: mains only
 * @param flow whether the battery is drained
 * @param percent charge 0 … 100
 * @param full what the full battery holds, in whatever unit its driver has; for weighing batteries
 *     of different sizes
 */
record Supply(Kind kind, boolean online, Flow flow, OptionalInt percent, OptionalDouble full) {
    enum Kind {
        MAINS,
        BATTERY,
        /** A mouse's battery, an empty bay, something unknown. */
        OTHER
    }

    enum Flow {
        DRAINED,
        /** It is charged, or it is a UPS, which knows its own mains. */
        FED,
        /** Not charged and not said to be drained: many say so without mains, too. */
        HELD,
        UNKNOWN
    }

    /**
     * @param file from file name to the file's content
     */
    static Supply of(Function<String, Optional<String>> file) {
        return new Supply(
                kind(file),
                file.apply("online")
                        .filter(online -> "1".equals(online) || "2".equals(online))
                        .isPresent(),
                flow(file),
                percent(file),
                full(file));
    }

    private static Kind kind(Function<String, Optional<String>> file) {
        boolean elsewhere = file.apply("scope").filter("Device"::equals).isPresent();
        boolean emptyBay = file.apply("present").filter("0"::equals).isPresent();
        return switch (file.apply("type").orElse("")) {
            case "Mains", "USB", "Wireless" -> elsewhere ? Kind.OTHER : Kind.MAINS;
            case "Battery", "UPS" -> elsewhere || emptyBay ? Kind.OTHER : Kind.BATTERY;
            default -> Kind.OTHER;
        };
    }

    private static Flow flow(Function<String, Optional<String>> file) {
        boolean ups = file.apply("type").filter("UPS"::equals).isPresent();
        return switch (file.apply("status").orElse("")) {
            case "Discharging" -> Flow.DRAINED;
            case "Charging" -> Flow.FED;
            case "Not charging", "Full" -> ups ? Flow.FED : Flow.HELD;
            default -> Flow.UNKNOWN;
        };
    }

    /** The percentage itself, else charge or energy against its full value, else the level's. */
    private static OptionalInt percent(Function<String, Optional<String>> file) {
        OptionalDouble told = number(file.apply("capacity"));
        if (told.isPresent() && told.getAsDouble() <= 100) {
            return OptionalInt.of((int) told.getAsDouble());
        }
        for (String quantity : new String[] {"charge", "energy"}) {
            OptionalDouble now = number(file.apply(quantity + "_now"));
            OptionalDouble full = number(file.apply(quantity + "_full"));
            if (now.isPresent() && full.isPresent() && full.getAsDouble() > 0) {
                double share = now.getAsDouble() / full.getAsDouble();
                return OptionalInt.of((int) Math.round(Math.clamp(100 * share, 0, 100)));
            }
        }
        return switch (file.apply("capacity_level").orElse("")) {
            case "Critical" -> OptionalInt.of(5);
            case "Low" -> OptionalInt.of(15);
            case "Normal" -> OptionalInt.of(50);
            case "High" -> OptionalInt.of(80);
            case "Full" -> OptionalInt.of(100);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalDouble full(Function<String, Optional<String>> file) {
        OptionalDouble energy = number(file.apply("energy_full"));
        return energy.isPresent() ? energy : number(file.apply("charge_full"));
    }

    /** A count of not too many digits; negative ones are nonsense here. */
    private static OptionalDouble number(Optional<String> text) {
        return text.filter(t -> t.matches("[0-9]{1,12}")).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
    }
}
