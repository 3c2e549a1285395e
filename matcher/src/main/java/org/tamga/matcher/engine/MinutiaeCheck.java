package org.tamga.matcher.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether the fields of a native SourceAFIS template describe minutiae that a finger can have. */
final class MinutiaeCheck {
    private static final int MAX_SIDE = 10_000;

    private MinutiaeCheck() {}

    /** What is wrong, in English and without values; empty when all is well. */
    static String wrong(JsonNode root, String types, int maxMinutiae) {
        if (!root.path("version").isTextual()) {
            return "no version";
        }
        if (!within(root.path("width"), MAX_SIDE) || !within(root.path("height"), MAX_SIDE)) {
            return "size out of range";
        }
        if (types.length() > maxMinutiae) {
            return "more than " + maxMinutiae + " minutiae";
        }
        if (!types.chars().allMatch(type -> type == 'E' || type == 'B')) {
            return "unknown minutia type";
        }
        int count = types.length();
        if (!coordinates(root.path("positionsX"), count, root.path("width").asInt())
                || !coordinates(root.path("positionsY"), count, root.path("height").asInt())) {
            return "minutia outside the image";
        }
        return directions(root.path("directions"), count) ? "" : "direction out of range";
    }

    private static boolean within(JsonNode node, int max) {
        return node.isIntegralNumber() && node.asLong(-1) >= 0 && node.asLong() <= max;
    }

    private static boolean coordinates(JsonNode array, int count, int max) {
        if (!array.isArray() || array.size() != count) {
            return false;
        }
        for (JsonNode value : array) {
            if (!within(value, max)) {
                return false;
            }
        }
        return true;
    }

    private static boolean directions(JsonNode array, int count) {
        if (!array.isArray() || array.size() != count) {
            return false;
        }
        for (JsonNode value : array) {
            double direction = value.asDouble(Double.NaN);
            if (!value.isNumber() || !(direction >= 0 && direction < 2 * Math.PI)) {
                return false;
            }
        }
        return true;
    }
}
