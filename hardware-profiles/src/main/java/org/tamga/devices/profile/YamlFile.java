package org.tamga.devices.profile;

import java.util.Map;
import java.util.TreeMap;

/**
 * A profile's or kit's file.
 *
 * @param shown how problems name it
 */
record YamlFile(String shown, String text) {
    /** Files that come with the program are named by their place in it. */
    static Map<String, YamlFile> packaged(Map<String, String> files) {
        Map<String, YamlFile> all = new TreeMap<>();
        files.forEach((name, text) -> all.put(name, new YamlFile(name, text)));
        return all;
    }
}
