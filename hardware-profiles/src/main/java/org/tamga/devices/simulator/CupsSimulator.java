package org.tamga.devices.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A private CUPS with one queue, and behind it a simulated network printer that keeps the pages:
 * all between our driver and the printer's paper path is the real thing. Needs the package cups.
 */
public final class CupsSimulator implements Simulator {
    private final IppPrinter printer;
    private final PrivateCups cups;

    /**
     * @param folder where the printed pages go
     */
    public CupsSimulator(Path folder) throws IOException {
        printer = new IppPrinter(folder);
        try {
            cups = new PrivateCups(printer.uri());
        } catch (IOException e) {
            printer.close();
            throw e;
        }
    }

    @Override
    public String at() {
        return "http://127.0.0.1:%d/printers/%s".formatted(cups.port(), PrivateCups.QUEUE);
    }

    @Override
    public Set<SimulatedFault> faults() {
        return IppPrinter.FAULTS;
    }

    @Override
    public void breakWith(SimulatedFault fault) {
        printer.breakWith(fault);
    }

    @Override
    public void repair() {
        printer.repair();
    }

    @Override
    public void present() {
        // A printer waits for nobody.
    }

    /** Jobs that the printer has taken and not ended. */
    public long jobsAtPrinter() {
        return printer.busy();
    }

    /** Names of documents that lie in the spool. */
    public List<String> spooled() {
        try (Stream<Path> files = Files.list(cups.spool())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("d"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cups.close();
        printer.close();
    }
}
