package org.tamga.devices.simulator.chip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tamga.devices.simulator.ChipPlate;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.Simulator;

/**
 * A software passport on a virtual reader behind a real smart card service of its own. Its place is
 * a folder: the service's socket, the client library, the trusted authorities.
 */
public final class PcscSimulator implements Simulator, ChipPlate {
    private final PassportDesk desk;
    private final Path folder;
    private final VirtualReader reader;
    private PrivateCardService service;

    /**
     * @throws IOException naming the package that is missing, or the right to run a service
     */
    public PcscSimulator(PassportMaker.Kind kind) throws IOException {
        desk = new PassportDesk(kind);
        // Unix sockets have short paths only.
        folder = Files.createTempDirectory("tamga-pcsc");
        try {
            PrivateCardService.copyLibrary(folder);
            desk.writeTrust(folder.resolve("trust"));
            service = PrivateCardService.start(folder, true);
        } catch (IOException e) {
            delete();
            throw e;
        }
        reader = new VirtualReader(desk, this::service, this::cut);
    }

    private synchronized PrivateCardService service() {
        return service;
    }

    /** A folder; trusted authorities lie in {@code trust}. */
    @Override
    public String at() {
        return folder.toString();
    }

    @Override
    public Set<SimulatedFault> faults() {
        return PassportDesk.FAULTS;
    }

    private synchronized void cut() {
        service.kill();
    }

    @Override
    public void breakWith(SimulatedFault fault) {
        desk.breakWith(fault);
        if (fault == SimulatedFault.UNPLUGGED) {
            restart(false);
        }
    }

    @Override
    public void repair() {
        boolean gone =
                desk.script()
                        .standing()
                        .filter(
                                f ->
                                        f == SimulatedFault.UNPLUGGED
                                                || f == SimulatedFault.UNPLUGGED_MID_TRANSFER)
                        .isPresent();
        desk.repair();
        if (gone) {
            restart(true);
        }
    }

    private synchronized void restart(boolean withReader) {
        service.close();
        try {
            service = PrivateCardService.start(folder, withReader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void lay(List<String> mrz, BufferedImage portrait) {
        desk.lay(mrz, portrait);
    }

    @Override
    public void present() {
        desk.lay();
    }

    @Override
    public void close() {
        desk.close();
        reader.close();
        service().close();
        delete();
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
