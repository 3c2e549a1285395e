package org.tamga.devices.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The YAML files that come with the program, from a jar or a build folder. */
final class PackagedFiles {
    private PackagedFiles() {}

    /** Relative name, e.g. {@code camera/simulated.yaml}, to text. */
    static Map<String, String> yamlUnder(String resourceFolder) {
        URL url = PackagedFiles.class.getResource(resourceFolder);
        if (url == null) {
            throw new IllegalStateException("missing resource folder " + resourceFolder);
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                Path file = Path.of(jar.getJarFileURL().toURI());
                try (FileSystem inside = FileSystems.newFileSystem(file)) {
                    return yamlIn(inside.getPath(resourceFolder));
                }
            }
            return yamlIn(Path.of(url.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> yamlIn(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var walk = Files.walk(folder, 2)) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, Files.readString(file));
            }
        }
        return files;
    }
}
