package org.tamga.devices.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.ProfileReading.Refused;

/** All device profiles and kits at hand. Immutable. */
public final class ProfileCatalogue {
    private static final String PROFILES = "/org/tamga/devices/profiles";
    private static final String KITS = "/org/tamga/devices/kits";

    private final Map<String, DeviceProfile> profiles;

    private ProfileCatalogue(Map<String, DeviceProfile> profiles) {
        this.profiles = profiles;
    }

    /** The profiles that come with the program; refused when one of them is wrong. */
    public static ProfileReading<ProfileCatalogue> packaged() {
        return of(PackagedFiles.yamlUnder(PROFILES));
    }

    /**
     * Profiles by file name.
     *
     * @param files {@code <class>/<maker-model>.yaml} to YAML text
     */
    public static ProfileReading<ProfileCatalogue> of(Map<String, String> files) {
        CheckedYaml<DeviceProfile> yaml =
                new CheckedYaml<>(PROFILES + "/profile.schema.json", DeviceProfile.class);
        Map<String, DeviceProfile> profiles = new TreeMap<>();
        List<ProfileProblem> problems = new ArrayList<>();
        files.forEach(
                (file, text) -> {
                    switch (yaml.read(file, text)) {
                        case Accepted<DeviceProfile>(DeviceProfile profile) ->
                                checkName(file, profile)
                                        .ifPresentOrElse(
                                                problems::add,
                                                () -> profiles.put(profile.profile(), profile));
                        case Refused<DeviceProfile>(List<ProfileProblem> found) ->
                                problems.addAll(found);
                    }
                });
        return problems.isEmpty()
                ? new Accepted<>(new ProfileCatalogue(profiles))
                : new Refused<>(problems);
    }

    private static Optional<ProfileProblem> checkName(String file, DeviceProfile profile) {
        boolean named = file.equals(profile.profile() + ".yaml");
        boolean placed = profile.profile().startsWith(profile.deviceClass().label() + "/");
        return named && placed
                ? Optional.empty()
                : Optional.of(
                        new ProfileProblem(
                                "DV-32",
                                file,
                                1,
                                "profile %s of class %s does not belong in this file"
                                        .formatted(
                                                profile.profile(), profile.deviceClass().label())));
    }

    public Collection<DeviceProfile> profiles() {
        return List.copyOf(profiles.values());
    }

    public Optional<DeviceProfile> find(String profile) {
        return Optional.ofNullable(profiles.get(profile));
    }

    /** A kit by the name of a packaged one, e.g. {@code demo}, or by the path of a YAML file. */
    public ProfileReading<Kit> kit(String nameOrFile) {
        String packaged = PackagedFiles.yamlUnder(KITS).get(nameOrFile + ".yaml");
        if (packaged != null) {
            return kit(nameOrFile + ".yaml", packaged);
        }
        Path file = Path.of(nameOrFile);
        try {
            if (Files.isRegularFile(file)) {
                return kit(nameOrFile, Files.readString(file));
            }
        } catch (IOException e) {
            return new Refused<>(
                    new ProfileProblem("DV-30", nameOrFile, 0, String.valueOf(e.getMessage())));
        }
        return new Refused<>(
                new ProfileProblem("DV-34", nameOrFile, 0, "no kit of this name and no such file"));
    }

    /** A kit from its text; every profile that it names must be known and of its class. */
    public ProfileReading<Kit> kit(String file, String text) {
        ProfileReading<Kit> reading =
                new CheckedYaml<>(PROFILES + "/kit.schema.json", Kit.class).read(file, text);
        if (!(reading instanceof Accepted<Kit>(Kit kit))) {
            return reading;
        }
        List<ProfileProblem> problems = new ArrayList<>();
        kit.devices()
                .forEach(
                        (deviceClass, device) -> {
                            DeviceProfile profile = profiles.get(device.profile());
                            if (profile == null || profile.deviceClass() != deviceClass) {
                                problems.add(
                                        new ProfileProblem(
                                                "DV-33",
                                                file,
                                                0,
                                                "no %s profile %s"
                                                        .formatted(
                                                                deviceClass.label(),
                                                                device.profile())));
                            }
                        });
        return problems.isEmpty() ? reading : new Refused<>(problems);
    }
}
