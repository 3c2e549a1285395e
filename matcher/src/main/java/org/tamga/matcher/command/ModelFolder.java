package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import picocli.CommandLine.Option;

/** Where the networks are kept. */
final class ModelFolder {
    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "folder of the networks (default: TAMGA_MODELS, else the user's data folder, then"
                            + " /var/lib/tamga/models)")
    private @Nullable Path folder;

    ModelStore store() {
        return folder == null ? ModelStore.ofUser(System.getenv()) : ModelStore.in(folder);
    }

    /** A network of the catalogue by its name, for a purpose. */
    PinnedModel named(String name, Purpose purpose) {
        PinnedModel model = named(name);
        if (model.purpose() != purpose) {
            throw new CommandFailure(
                    "%s is for %s".formatted(name, model.purpose().name().toLowerCase(Locale.ROOT)),
                    FaceFault.UNKNOWN_MODEL.code());
        }
        return model;
    }

    PinnedModel named(String name) {
        return store().catalogue()
                .named(name)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        name + " is none of the accepted models",
                                        FaceFault.UNKNOWN_MODEL.code()));
    }
}
