package org.tamga.matcher.face.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tamga.matcher.face.model.PinnedModel.Purpose;

/**
 * Folders with network files. Only files of the catalogue are taken in, and the digest is checked
 * again in memory each time one is loaded: what was changed in the folder is not used.
 */
public final class ModelStore {
    private final ModelCatalogue catalogue;
    private final List<Path> folders;

    private ModelStore(ModelCatalogue catalogue, List<Path> folders) {
        this.catalogue = catalogue;
        this.folders = List.copyOf(folders);
    }

    /** One folder, which need not exist yet. */
    public static ModelStore in(Path folder) {
        return new ModelStore(ModelCatalogue.shipped(), List.of(folder));
    }

    /**
     * The user's folder, then the machine's.
     *
     * @param environment {@code TAMGA_MODELS} names the user's folder; else it is {@code
     *     tamga/models} under {@code XDG_DATA_HOME} or {@code HOME/.local/share}
     */
    public static ModelStore ofUser(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        String home = environment.getOrDefault("HOME", "");
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        String own = environment.getOrDefault("TAMGA_MODELS", "");
        if (!own.isEmpty()) {
            folders.add(Path.of(own));
        } else if (!data.isEmpty()) {
            folders.add(Path.of(data, "tamga", "models"));
        } else if (!home.isEmpty()) {
            folders.add(Path.of(home, ".local", "share", "tamga", "models"));
        }
        folders.add(machineFolder());
        return new ModelStore(ModelCatalogue.shipped(), folders);
    }

    /** The folder of all users of this machine. */
    public static Path machineFolder() {
        return Path.of("/var/lib/tamga/models");
    }

    public ModelCatalogue catalogue() {
        return catalogue;
    }

    /** Where {@link #install} puts files. */
    public Path folder() {
        return folders.getFirst();
    }

    /** Takes a pinned model in; the name of the given file does not matter. */
    public ModelChange install(Path file) {
        return switch (read(file)) {
            case Reading.Failed(FaceFault fault, String detail) ->
                    new ModelChange.Refused(fault, detail);
            case Reading.Content(byte[] content) -> {
                Optional<PinnedModel> model = catalogue.of(content);
                yield model.isPresent()
                        ? write(model.get(), content)
                        : new ModelChange.Refused(
                                FaceFault.UNKNOWN_MODEL,
                                "%s is none of the accepted models (SHA-256 %s)"
                                        .formatted(file, ModelCatalogue.sha256(content)));
            }
        };
    }

    /** Deletes an installed model, in the folder it was found in. */
    public ModelChange remove(PinnedModel model) {
        Optional<Path> file = find(model);
        if (file.isEmpty()) {
            return new ModelChange.Refused(FaceFault.NOT_INSTALLED, model + " is not installed");
        }
        try {
            Files.delete(file.get());
            return new ModelChange.Done(model, file.get());
        } catch (IOException e) {
            return new ModelChange.Refused(
                    FaceFault.STORE_NOT_WRITABLE, "cannot delete " + file.get());
        }
    }

    /** Where a model lies; its content is not looked at. */
    public Optional<Path> find(PinnedModel model) {
        return folders.stream()
                .map(folder -> folder.resolve(model.file()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The installed model that is preferred for a purpose. */
    public Optional<PinnedModel> preferred(Purpose purpose) {
        return catalogue.forPurpose(purpose).stream()
                .filter(model -> find(model).isPresent())
                .findFirst();
    }

    /** Reads the preferred model of a purpose and checks its digest. */
    public ModelLoading load(Purpose purpose) {
        Optional<PinnedModel> model = preferred(purpose);
        return model.isPresent()
                ? load(model.get())
                : new ModelLoading.Refused(
                        FaceFault.NO_MODEL,
                        "no model for %s in %s; see tamga matcher models"
                                .formatted(purpose.name().toLowerCase(Locale.ROOT), folder()));
    }

    /** Reads a model and checks its digest. */
    public ModelLoading load(PinnedModel model) {
        Optional<Path> file = find(model);
        return file.isPresent()
                ? load(model, file.get())
                : new ModelLoading.Refused(
                        FaceFault.NO_MODEL, model + " is not installed in " + folder());
    }

    /** Reads a model from a file and checks its digest. */
    public static ModelLoading load(PinnedModel model, Path file) {
        if (!Files.exists(file)) {
            return new ModelLoading.Refused(FaceFault.NO_MODEL, "no model file " + file);
        }
        return switch (read(file)) {
            case Reading.Failed(FaceFault fault, String detail) ->
                    new ModelLoading.Refused(fault, detail);
            case Reading.Content(byte[] content) ->
                    ModelCatalogue.sha256(content).equals(model.sha256())
                            ? new ModelLoading.Loaded(model, content)
                            : new ModelLoading.Refused(
                                    FaceFault.WRONG_MODEL, "not " + model.file() + ": " + file);
        };
    }

    private ModelChange write(PinnedModel model, byte[] content) {
        Path target = folder().resolve(model.file());
        try {
            Files.createDirectories(folder());
            Path draft = Files.createTempFile(folder(), model.name(), ".part");
            try {
                Files.write(draft, content);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            return new ModelChange.Done(model, target);
        } catch (IOException e) {
            return new ModelChange.Refused(
                    FaceFault.STORE_NOT_WRITABLE, "cannot write into " + folder());
        }
    }

    private sealed interface Reading {
        @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
        record Content(byte[] bytes) implements Reading {}

        record Failed(FaceFault fault, String detail) implements Reading {}
    }

    private static Reading read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return new Reading.Failed(FaceFault.UNREADABLE_MODEL, "no such file: " + file);
            }
            if (Files.size(file) > ModelCatalogue.shipped().longest()) {
                return new Reading.Failed(
                        FaceFault.UNREADABLE_MODEL, "larger than any accepted model: " + file);
            }
            return new Reading.Content(Files.readAllBytes(file));
        } catch (IOException e) {
            return new Reading.Failed(FaceFault.UNREADABLE_MODEL, "cannot read " + file);
        }
    }
}
