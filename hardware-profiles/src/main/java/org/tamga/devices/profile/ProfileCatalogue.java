package org.tamga.devices.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.ProfileReading.Refused;

/** All device profiles and kits at hand. Immutable. */
public final class ProfileCatalogue {
    private static final String PROFILES = "/org/tamga/devices/profiles";
    private static final String KITS = "/org/tamga/devices/kits";

    private final Map<String, DeviceProfile> profiles;
    private final Map<String, String> kits;

    private ProfileCatalogue(Map<String, DeviceProfile> profiles, Map<String, String> kits) {
        this.profiles = profiles;
        this.kits = kits;
    }

    /** The profiles and kits that come with the program; refused when one of them is wrong. */
    public static ProfileReading<ProfileCatalogue> packaged() {
        return of(PackagedFiles.yamlUnder(PROFILES), PackagedFiles.yamlUnder(KITS));
    }

    /**
     * What comes with the program and what an administrator has put beside it.
     *
     * @param folder holds {@code profiles/<class>/<maker-model>.yaml} and {@code kits/<name>.yaml};
     *     may be absent
     */
    public static ProfileReading<ProfileCatalogue> withInstalled(Path folder) {
        Map<String, String> profiles = new TreeMap<>(PackagedFiles.yamlUnder(PROFILES));
        Map<String, String> kits = new TreeMap<>(PackagedFiles.yamlUnder(KITS));
        try {
            return addAll(profiles, folder.resolve("profiles"))
                    .or(() -> addAll(kits, folder.resolve("kits")))
                    .<ProfileReading<ProfileCatalogue>>map(Refused::new)
                    .orElseGet(() -> of(profiles, kits));
        } catch (UncheckedIOException e) {
            return new Refused<>(
                    new ProfileProblem(
                            "DV-30", folder.toString(), 0, String.valueOf(e.getMessage())));
        }
    }

    /** Adds the files of a folder; a name that is taken would make two devices one. */
    private static Optional<ProfileProblem> addAll(Map<String, String> known, Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            for (var file : PackagedFiles.yamlIn(folder).entrySet()) {
                if (known.putIfAbsent(file.getKey(), file.getValue()) != null) {
                    return Optional.of(
                            new ProfileProblem(
                                    "DV-35",
                                    folder.resolve(file.getKey()).toString(),
                                    0,
                                    "the program itself has a file of this name"));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Profiles by file name.
     *
     * @param files {@code <class>/<maker-model>.yaml} to YAML text
     */
    public static ProfileReading<ProfileCatalogue> of(Map<String, String> files) {
        return of(files, Map.of());
    }

    private static ProfileReading<ProfileCatalogue> of(
            Map<String, String> files, Map<String, String> kits) {
        CheckedYaml<DeviceProfile> yaml =
                new CheckedYaml<>(PROFILES + "/profile.schema.json", DeviceProfile.class);
        Map<String, DeviceProfile> profiles = new TreeMap<>();
        List<ProfileProblem> problems = new ArrayList<>();
        files.forEach(
                (file, text) -> {
                    switch (yaml.read(file, text)) {
                        case Accepted<DeviceProfile>(DeviceProfile profile) ->
                                checkName(file, profile)
                                        .or(() -> checkRule(file, text, profile))
                                        .ifPresentOrElse(
                                                problems::add,
                                                () -> profiles.put(profile.profile(), profile));
                        case Refused<DeviceProfile>(List<ProfileProblem> found) ->
                                problems.addAll(found);
                    }
                });
        var catalogue = new ProfileCatalogue(profiles, kits);
        if (problems.isEmpty()) {
            kits.forEach(
                    (file, text) -> {
                        if (catalogue.kit(file, text) instanceof Refused<Kit>(var found)) {
                            problems.addAll(found);
                        }
                    });
        }
        return problems.isEmpty() ? new Accepted<>(catalogue) : new Refused<>(problems);
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

    /** The schema cannot tell whether a pattern is one. */
    private static Optional<ProfileProblem> checkRule(
            String file, String text, DeviceProfile profile) {
        String at = profile.transport().at();
        Optional<ProfileProblem> place =
                Optional.ofNullable(at)
                        .flatMap(given -> Places.problem(profile, given, profile.standsIn()))
                        .map(what -> problem(file, text, "transport:", what));
        if (place.isPresent()) {
            return place;
        }
        DeviceProfile.Match rule = profile.match();
        if (rule == null) {
            return Optional.empty();
        }
        try {
            if (rule.name() != null) {
                Pattern.compile(rule.name());
            }
            if (rule.byId() != null) {
                FileSystems.getDefault().getPathMatcher("glob:" + rule.byId());
            }
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(problem(file, text, "match:", "match: " + e.getDescription()));
        }
    }

    public Collection<DeviceProfile> profiles() {
        return List.copyOf(profiles.values());
    }

    public Optional<DeviceProfile> find(String profile) {
        return Optional.ofNullable(profiles.get(profile));
    }

    /** Names of the kits that {@link #kit} knows without a path. */
    public List<String> kits() {
        return kits.keySet().stream().map(name -> name.replaceFirst("\\.yaml$", "")).toList();
    }

    /** A kit by its name, e.g. {@code demo}, or by the path of a YAML file. */
    public ProfileReading<Kit> kit(String nameOrFile) {
        String known = kits.get(nameOrFile + ".yaml");
        if (known != null) {
            return kit(nameOrFile + ".yaml", known);
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
        Map<String, DeviceClass> places = new TreeMap<>();
        kit.devices()
                .forEach(
                        (deviceClass, device) -> {
                            wrong(file, text, deviceClass, device, places).ifPresent(problems::add);
                            if (device.at() != null) {
                                places.put(device.at(), deviceClass);
                            }
                        });
        return problems.isEmpty() ? reading : new Refused<>(problems);
    }

    private Optional<ProfileProblem> wrong(
            String file,
            String text,
            DeviceClass deviceClass,
            Kit.KitDevice device,
            Map<String, DeviceClass> taken) {
        String mark = device.profile();
        DeviceProfile profile = profiles.get(mark);
        if (profile == null || profile.deviceClass() != deviceClass) {
            String what = "no %s profile %s".formatted(deviceClass.label(), mark);
            return Optional.of(
                    new ProfileProblem(
                            "DV-33", file, problem(file, text, mark, what).line(), what));
        }
        if (device.at() == null) {
            return Optional.empty();
        }
        Optional<String> wrong =
                taken.containsKey(device.at())
                        ? Optional.of("%s holds two devices".formatted(device.at()))
                        : Places.problem(
                                profile, device.at(), device.isSimulated() || profile.standsIn());
        return wrong.map(what -> problem(file, text, mark, what));
    }

    /** At the first line that holds a text; a profile's or kit's keys stand once. */
    private static ProfileProblem problem(String file, String text, String mark, String what) {
        List<String> lines = text.lines().toList();
        int line = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            line = lines.get(i).contains(mark) ? i + 1 : line;
        }
        return new ProfileProblem("DV-31", file, line, what);
    }
}
