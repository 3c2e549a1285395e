package org.tamga.devices.profile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, YamlFile> kits;

    private ProfileCatalogue(Map<String, DeviceProfile> profiles, Map<String, YamlFile> kits) {
        this.profiles = profiles;
        this.kits = kits;
    }

    /** The profiles and kits that come with the program; refused when one of them is wrong. */
    public static ProfileReading<ProfileCatalogue> packaged() {
        return of(packaged(PROFILES), packaged(KITS));
    }

    /**
     * What comes with the program and what an administrator has put beside it.
     *
     * @param folder holds {@code profiles/<class>/<maker-model>.yaml} and {@code kits/<name>.yaml};
     *     may be absent
     */
    public static ProfileReading<ProfileCatalogue> withInstalled(Path folder) {
        Map<String, YamlFile> profiles = packaged(PROFILES);
        Map<String, YamlFile> kits = packaged(KITS);
        List<ProfileProblem> problems = InstalledFiles.add(folder.resolve("profiles"), profiles);
        problems.addAll(InstalledFiles.add(folder.resolve("kits"), kits));
        return problems.isEmpty() ? of(profiles, kits) : new Refused<>(problems);
    }

    private static Map<String, YamlFile> packaged(String folder) {
        return YamlFile.packaged(PackagedFiles.yamlUnder(folder));
    }

    /**
     * Profiles by file name.
     *
     * @param files {@code <class>/<maker-model>.yaml} to YAML text
     */
    public static ProfileReading<ProfileCatalogue> of(Map<String, String> files) {
        return of(YamlFile.packaged(files), Map.of());
    }

    private static ProfileReading<ProfileCatalogue> of(
            Map<String, YamlFile> files, Map<String, YamlFile> kits) {
        CheckedYaml<DeviceProfile> yaml =
                new CheckedYaml<>(PROFILES + "/profile.schema.json", DeviceProfile.class);
        Map<String, DeviceProfile> profiles = new TreeMap<>();
        List<ProfileProblem> problems = new ArrayList<>();
        files.forEach(
                (name, file) -> {
                    switch (yaml.read(file.shown(), file.text())) {
                        case Accepted<DeviceProfile>(DeviceProfile profile) ->
                                checkName(name, file, profile)
                                        .or(() -> checkRule(file.shown(), file.text(), profile))
                                        .ifPresentOrElse(
                                                problems::add,
                                                () -> profiles.put(profile.profile(), profile));
                        case Refused<DeviceProfile>(List<ProfileProblem> found) ->
                                problems.addAll(found);
                    }
                });
        var catalogue = new ProfileCatalogue(profiles, kits);
        if (problems.isEmpty()) {
            kits.forEach((name, file) -> problems.addAll(catalogue.problemsOf(name, file)));
        }
        return problems.isEmpty() ? new Accepted<>(catalogue) : new Refused<>(problems);
    }

    /** A kit is known by its file's name; the name within must be the same. */
    private List<ProfileProblem> problemsOf(String name, YamlFile file) {
        return switch (kit(file.shown(), file.text())) {
            case Refused<Kit>(var found) -> found;
            case Accepted<Kit>(Kit kit) ->
                    name.equals(kit.kit() + ".yaml")
                            ? List.of()
                            : List.of(
                                    new ProfileProblem(
                                            "DV-32",
                                            file.shown(),
                                            1,
                                            "kit %s does not belong in this file"
                                                    .formatted(kit.kit())));
        };
    }

    private static Optional<ProfileProblem> checkName(
            String name, YamlFile file, DeviceProfile profile) {
        boolean named = name.equals(profile.profile() + ".yaml");
        boolean placed = profile.profile().startsWith(profile.deviceClass().label() + "/");
        return named && placed
                ? Optional.empty()
                : Optional.of(
                        new ProfileProblem(
                                "DV-32",
                                file.shown(),
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
        YamlFile known = kits.get(nameOrFile + ".yaml");
        if (known != null) {
            return kit(known.shown(), known.text());
        }
        Path file = Path.of(nameOrFile);
        try {
            if (Files.isRegularFile(file)) {
                return kit(nameOrFile, Files.readString(file));
            }
        } catch (CharacterCodingException e) {
            return new Refused<>(InstalledFiles.notText(file));
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
        Set<String> places = new HashSet<>();
        for (DeviceClass deviceClass : DeviceClass.values()) {
            Kit.KitDevice device = kit.devices().get(deviceClass);
            if (device != null) {
                wrong(file, text, deviceClass, device, places).ifPresent(problems::add);
            }
        }
        return problems.isEmpty() ? reading : new Refused<>(problems);
    }

    private Optional<ProfileProblem> wrong(
            String file,
            String text,
            DeviceClass deviceClass,
            Kit.KitDevice device,
            Set<String> taken) {
        String mark = device.profile();
        DeviceProfile profile = profiles.get(mark);
        if (profile == null || profile.deviceClass() != deviceClass) {
            String what = "no %s profile %s".formatted(deviceClass.label(), mark);
            return Optional.of(
                    new ProfileProblem(
                            "DV-33", file, problem(file, text, mark, what).line(), what));
        }
        boolean simulated = device.isSimulated() || profile.standsIn();
        String usual = device.isSimulated() ? null : profile.transport().at();
        String place = device.at() != null ? device.at() : usual;
        if (place != null && !taken.add(place)) {
            return Optional.of(problem(file, text, mark, place + " holds two devices"));
        }
        return Optional.ofNullable(device.at())
                .flatMap(at -> Places.problem(profile, at, simulated))
                .map(what -> problem(file, text, mark, what));
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
