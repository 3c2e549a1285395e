package org.tamga.devices.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "install",
        description =
                "Checks kit files and puts them where a terminal finds them by name; several may lie there.",
        mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "KIT", description = "kit files, NAME.yaml")
    private List<Path> files;

    @Option(
            names = "--into",
            required = true,
            paramLabel = "DIR",
            description = "folder of installed devices: HOME/devices of a terminal")
    private Path folder;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    InstallCommand() {}

    /** Nothing is copied unless all files are right. */
    @Override
    public Integer call() throws IOException {
        ProfileCatalogue catalogue = Loaded.orStop(ProfileCatalogue.withInstalled(folder));
        for (Path file : files) {
            Kit kit = Loaded.orStop(catalogue.kit(file.toString()));
            if (!file.getFileName().toString().equals(kit.kit() + ".yaml")) {
                throw wrong(
                        "%s holds kit %s: name it %s.yaml".formatted(file, kit.kit(), kit.kit()));
            }
            if (Loaded.orStop(ProfileCatalogue.packaged()).kits().contains(kit.kit())) {
                throw wrong("the program itself has a kit " + kit.kit());
            }
        }
        Path kits = Files.createDirectories(folder.resolve("kits"));
        for (Path file : files) {
            Files.copy(
                    file,
                    kits.resolve(file.getFileName().toString()),
                    StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().printf("installed %s%n", file.getFileName());
        }
        return 0;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
