package org.tamga.devices.command;

import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.ProfileReading.Refused;

/** Profiles and kits for a command: a refusal ends the command with its first problem. */
final class Loaded {
    private Loaded() {}

    static ProfileCatalogue catalogue() {
        return orStop(ProfileCatalogue.packaged());
    }

    static <T> T orStop(ProfileReading<T> reading) {
        return switch (reading) {
            case Accepted<T>(T value) -> value;
            case Refused<T>(var problems) ->
                    throw new DevicesCommandLine.RefusedFile(problems.getFirst());
        };
    }
}
