package org.tamga.devices.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.tamga.devices.DeviceEvent;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.DeviceWatch;
import org.tamga.devices.KitSettings;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.simulator.FingerQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "watch",
        description = "Tells what of a kit is plugged in and pulled out, until it is stopped.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @Option(names = "--kit", required = true, description = "kit name or file")
    private String kit;

    @Option(names = "--seconds", description = "stop after so many (default: never)")
    private int seconds;

    @Mixin private Loaded loaded;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    WatchCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 0) {
            throw new ParameterException(spec.commandLine(), "--seconds must not be negative");
        }
        PrintWriter out = spec.commandLine().getOut();
        ProfileCatalogue catalogue = loaded.catalogue();
        var settings = new KitSettings(Path.of("devices-test"), new FingerQueue());
        try (DeviceKit opened =
                        DeviceKit.open(Loaded.orStop(catalogue.kit(kit)), catalogue, settings);
                DeviceWatch watch =
                        DeviceWatch.start(
                                opened, Duration.ofSeconds(1), event -> print(out, event))) {
            Thread.sleep(seconds == 0 ? Duration.ofDays(365) : Duration.ofSeconds(seconds));
        }
        return 0;
    }

    private static void print(PrintWriter out, DeviceEvent event) {
        String what =
                switch (event) {
                    case DeviceEvent.Plugged(var device, var info) -> "attached at " + info.id();
                    case DeviceEvent.Unplugged(var device, var info, var fault, var detail) ->
                            "not attached: %s [%s]".formatted(detail, fault.code());
                };
        out.printf(
                "%s  %-16s %-44s %s%n",
                LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                event.device().label(),
                event.info().profile(),
                what);
        out.flush();
    }
}
