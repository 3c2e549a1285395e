package org.tamga.election.journal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the data of an event against the catalogue. */
final class EventData {
    private EventData() {}

    /** What is wrong with an event; the text names keys, never values. */
    static Optional<String> problem(EventType type, String actor, Map<String, String> data) {
        if (!KeyType.ID.allows(actor)) {
            return Optional.of(type + ": the actor is not an id");
        }
        for (DataKey key : type.keys()) {
            String value = data.get(key.name());
            if (value == null && !key.optional()) {
                return Optional.of(type + ": " + key.name() + " is missing");
            }
            if (value != null && !key.type().allows(value)) {
                return Optional.of(type + ": " + key.name() + " is not a " + key.type());
            }
        }
        Set<String> known = type.keys().stream().map(DataKey::name).collect(Collectors.toSet());
        return data.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> type + ": has no " + name);
    }
}
