package org.tamga.devices.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileProblem;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.ProfileReading.Refused;
import picocli.CommandLine.Option;

/** Profiles and kits, or one line of refusal and exit code 2. */
final class Loaded {
    @Option(
            names = "--installed",
            paramLabel = "DIR",
            description = "folder with profiles and kits besides the packaged ones")
    private @Nullable Path installed;

    Loaded() {}

    ProfileCatalogue catalogue() {
        if (installed != null && !Files.isDirectory(installed)) {
            throw new DevicesCommandLine.RefusedFile(
                    new ProfileProblem("DV-34", installed.toString(), 0, "no such folder"));
        }
        return orStop(
                installed == null
                        ? ProfileCatalogue.packaged()
                        : ProfileCatalogue.withInstalled(installed));
    }

    static <T> T orStop(ProfileReading<T> reading) {
        return switch (reading) {
            case Accepted<T>(T value) -> value;
            case Refused<T>(var problems) ->
                    throw new DevicesCommandLine.RefusedFile(problems.getFirst());
        };
    }
}
