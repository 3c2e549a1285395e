package org.tamga.verifier.check;

import java.util.Optional;
import org.tamga.verifier.format.Manifest;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

/** The signed list of files: nothing changed, nothing missing, nothing added. */
public final class ManifestCheck {
    private static final String NAME = "manifest.json";

    private final RecordFolder folder;
    private final Findings findings;

    public ManifestCheck(RecordFolder folder) {
        this.folder = folder;
        this.findings = folder.findings();
    }

    /** Checks; gives the manifest if it can be read. */
    public Optional<Manifest> run(Ed25519Key centre) {
        centre.checkFile(folder, NAME, "manifest");
        Optional<Manifest> manifest = folder.read(NAME, Manifest.class);
        manifest.ifPresent(this::compare);
        return manifest;
    }

    private void compare(Manifest manifest) {
        for (var file : manifest.files().entrySet()) {
            if (findings.require(
                    folder.has(file.getKey()),
                    Code.LISTED_BUT_MISSING,
                    file.getKey(),
                    "listed in the manifest, but not in the record")) {
                folder.bytes(file.getKey())
                        .ifPresent(
                                bytes ->
                                        findings.require(
                                                Hex.digest(bytes).equals(file.getValue()),
                                                Code.DIGEST,
                                                file.getKey(),
                                                "differs from the digest in the manifest"));
            }
        }
        for (String name : folder.names()) {
            findings.require(
                    manifest.files().containsKey(name)
                            || name.equals(NAME)
                            || name.equals(NAME + ".sig"),
                    Code.NOT_LISTED,
                    name,
                    "in the record, but not listed in the manifest");
        }
        findings.checked("files against the manifest", manifest.files().size());
    }
}
