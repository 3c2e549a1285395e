package org.tamga.election.exchange;

import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/**
 * Several small files as one item's content: canonical JSON {@code {"files":{name: base64}}}.
 *
 * @param files file name to standard base64 of its bytes; names have no folder
 */
public record FileBundle(SortedMap<String, String> files) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    /**
     * @throws IllegalArgumentException on a name that could leave its folder, or content that is
     *     not base64
     */
    public FileBundle {
        files.forEach(
                (name, content) -> {
                    if (!NAME.matcher(name).matches()) {
                        throw new IllegalArgumentException("Not a file name: " + name);
                    }
                    Base64.getDecoder().decode(content);
                });
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Bundle of raw files. */
    public static FileBundle of(Map<String, byte[]> raw) {
        var files = new TreeMap<String, String>();
        raw.forEach((name, bytes) -> files.put(name, Base64.getEncoder().encodeToString(bytes)));
        return new FileBundle(files);
    }

    /**
     * Reads an item's content.
     *
     * @throws WireFormatException if it is not the canonical form of a bundle
     */
    public static FileBundle read(byte[] content) throws WireFormatException {
        return CanonicalJson.read(content, FileBundle.class);
    }

    /** The bundle's canonical bytes. */
    public byte[] toBytes() {
        return CanonicalJson.write(this);
    }

    /** The files with their bytes, by name. */
    public SortedMap<String, byte[]> decoded() {
        var raw = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> raw.put(name, Base64.getDecoder().decode(content)));
        return raw;
    }
}
