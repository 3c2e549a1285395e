package org.tamga.devices.document.mrz;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Takes the values out of a zone that has been checked. */
final class ZoneContent {
    private ZoneContent() {}

    static MrzDocument of(Zone zone, Layout layout, LocalDate today) {
        String name = zone.text(layout.name().data());
        int comma = name.indexOf("<<");
        String state = Zone.plain(zone.text(layout.state().data()));
        List<String> optional =
                layout.optional().stream()
                        .map(part -> Zone.plain(zone.text(part.data())))
                        .filter(text -> !text.isEmpty())
                        .toList();
        return new MrzDocument(
                zone.format(),
                Zone.plain(zone.text(layout.code().data())),
                state,
                Zone.plain(zone.text(layout.number().data())),
                Zone.plain(comma < 0 ? name : name.substring(0, comma)),
                comma < 0 ? "" : Zone.plain(name.substring(comma)),
                MrzDates.birth(zone.text(layout.birth().data()), today),
                sex(zone.text(layout.sex().data())),
                MrzDates.expiry(zone.text(layout.expiry().data()), today).orElseThrow(),
                Zone.plain(zone.text(layout.nationality().data())),
                String.join(" ", optional),
                personalNumber(state, optional));
    }

    private static Sex sex(String text) {
        return switch (text) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            default -> Sex.UNSPECIFIED;
        };
    }

    private static Optional<String> personalNumber(String state, List<String> optional) {
        String digits =
                switch (state) {
                    case "KGZ" -> "[0-9]{14}";
                    case "KAZ" -> "[0-9]{12}";
                    default -> "(?!)";
                };
        return optional.stream().filter(text -> text.matches(digits)).findFirst();
    }
}
