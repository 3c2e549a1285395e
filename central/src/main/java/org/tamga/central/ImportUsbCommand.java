package org.tamga.central;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.tamga.central.ingest.UsbImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-usb",
        description =
                "Takes items from a stick and leaves receipts and newest registers for the stations.")
final class ImportUsbCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HomeOption home;

    @Parameters(paramLabel = "DIR", description = "The stick; its folder tamga/ is read.")
    @SuppressWarnings("NullAway.Init") // set by picocli, required
    private Path stick;

    @Override
    public Integer call() {
        try (Centre centre = home.open()) {
            var service = new Service(centre, Clock.systemUTC());
            UsbImport.Outcome outcome =
                    new UsbImport(service.ingest(), service.registers()).run(stick);
            outcome.refused().forEach(System.err::println);
            System.out.printf(
                    "%d items taken, %d known before, %d refused%n",
                    outcome.fresh(), outcome.known(), outcome.refused().size());
            return outcome.refused().isEmpty() ? 0 : 1;
        }
    }
}
