package org.tamga.devices.profile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The YAML files that an administrator has put beside those of the program. */
final class InstalledFiles {
    private InstalledFiles() {}

    /**
     * Adds the files of a folder; nothing that looks like one is passed over in silence.
     *
     * @param folder may be absent
     * @param known names that are taken, relative to the folder; a taken name would make two
     *     devices one
     */
    static List<ProfileProblem> add(Path folder, Map<String, YamlFile> known) {
        List<ProfileProblem> problems = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return problems;
        }
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.filter(InstalledFiles::looksLikeYaml).sorted().toList()) {
                add(file, folder.relativize(file).toString(), known, problems);
            }
        } catch (IOException e) {
            problems.add(problem("DV-30", folder, "cannot be read: " + e.getMessage()));
        }
        return problems;
    }

    private static boolean looksLikeYaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static void add(
            Path file, String name, Map<String, YamlFile> known, List<ProfileProblem> problems)
            throws IOException {
        if (!name.endsWith(".yaml")) {
            problems.add(problem("DV-32", file, "names of profiles and kits end with .yaml"));
        } else if (known.containsKey(name)) {
            problems.add(problem("DV-35", file, "the program itself has a file of this name"));
        } else {
            try {
                known.put(name, new YamlFile(file.toString(), Files.readString(file)));
            } catch (CharacterCodingException e) {
                problems.add(notText(file));
            }
        }
    }

    static ProfileProblem notText(Path file) {
        return problem("DV-30", file, "is not text in UTF-8");
    }

    private static ProfileProblem problem(String code, Path file, String reason) {
        return new ProfileProblem(code, file.toString(), 0, reason);
    }
}
