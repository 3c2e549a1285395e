package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tamga.matcher.face.model.ModelChange;
import org.tamga.matcher.face.model.ModelLoading;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the files of networks. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description =
                "Networks for faces. None comes with the program; only files whose SHA-256 is known are"
                        + " taken, and it is checked again each time one is loaded.",
        subcommands = {
            ModelsCommand.Install.class,
            ModelsCommand.Listing.class,
            ModelsCommand.Remove.class
        })
public final class ModelsCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "install, list or remove?");
    }

    private static PinnedModel done(ModelChange change) {
        return switch (change) {
            case ModelChange.Done(PinnedModel model, Path file) -> model;
            case ModelChange.Refused refused ->
                    throw new CommandFailure(refused.detail(), refused.fault().code());
        };
    }

    /** Takes files in. */
    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = "Takes network files in and shows their licences.")
    static final class Install implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "files of any name")
        private List<Path> files = List.of();

        @Mixin private ModelFolder folder = new ModelFolder();
        @Mixin private Output output = new Output();

        @Override
        public Integer call() {
            ModelStore store = folder.store();
            List<PinnedModel> models =
                    files.stream().map(file -> done(store.install(file))).toList();
            if (output.json()) {
                output.document(models);
                return 0;
            }
            for (PinnedModel model : models) {
                output.line("%s: installed in %s", model.name(), store.folder());
                output.line("  licence  %s", model.licence());
                output.line("  notice   %s", model.notice());
                output.line("  source   %s", model.source());
                output.line("  remark   %s", model.remark());
            }
            return 0;
        }
    }

    /** Shows what is accepted and what is there. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All accepted networks, and whether they are installed and unchanged.")
    static final class Listing implements Callable<Integer> {
        @Mixin private ModelFolder folder = new ModelFolder();
        @Mixin private Output output = new Output();

        private record Entry(
                String name,
                String purpose,
                String licence,
                String state,
                String file,
                String sha256) {}

        @Override
        public Integer call() {
            ModelStore store = folder.store();
            List<Entry> entries =
                    store.catalogue().models().stream().map(model -> entry(store, model)).toList();
            if (output.json()) {
                output.document(entries);
                return exit(entries);
            }
            String row = "%-36s %-10s %-11s %-11s %s";
            output.line(row, "name", "purpose", "licence", "state", "sha256");
            entries.forEach(
                    e ->
                            output.line(
                                    row,
                                    e.name(),
                                    e.purpose(),
                                    e.licence(),
                                    e.state(),
                                    e.sha256()));
            return exit(entries);
        }

        private static Entry entry(ModelStore store, PinnedModel model) {
            Optional<Path> file = store.find(model);
            String state =
                    file.isEmpty()
                            ? "-"
                            : store.load(model) instanceof ModelLoading.Refused refused
                                    ? refused.fault().code()
                                    : "installed";
            return new Entry(
                    model.name(),
                    model.purpose().name().toLowerCase(Locale.ROOT),
                    model.licence(),
                    state,
                    file.map(Path::toString).orElse(""),
                    model.sha256());
        }

        /** 1 when a file there is not the one it should be. */
        private static int exit(List<Entry> entries) {
            return entries.stream().anyMatch(entry -> entry.state().startsWith("FC-")) ? 1 : 0;
        }
    }

    /** Deletes files. */
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Deletes an installed network.")
    static final class Remove implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "as the list shows it")
        private String name = "";

        @Mixin private ModelFolder folder = new ModelFolder();
        @Mixin private Output output = new Output();

        @Override
        public Integer call() {
            PinnedModel model = done(folder.store().remove(folder.named(name)));
            if (output.json()) {
                output.document(model);
            } else {
                output.line("%s: removed", model.name());
            }
            return 0;
        }
    }
}
