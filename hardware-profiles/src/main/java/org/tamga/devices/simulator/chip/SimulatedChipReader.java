package org.tamga.devices.simulator.chip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.tamga.devices.chip.ChipReaders;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.simulator.ChipPlate;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.Simulator;

/**
 * A chip reader within this process: the real driver in front of a software passport, without the
 * system's smart card service between them.
 */
public final class SimulatedChipReader implements ChipReader, Simulator, ChipPlate {
    /** Printed on the test visitor's card. */
    public static final String CARD_ACCESS_NUMBER = "314159";

    private final PassportDesk desk;
    private final ChipReader driver;
    private final Path trust;

    /**
     * @param folder the folder of trusted authorities is made in it
     */
    public SimulatedChipReader(String profile, PassportMaker.Kind kind, Path folder)
            throws IOException {
        desk = new PassportDesk(kind);
        Files.createDirectories(folder);
        trust = Files.createTempDirectory(folder, "trust");
        desk.writeTrust(trust);
        var info = new DeviceInfo(profile, profile, "SIMULATED chip reader", true);
        driver = ChipReaders.emrtd(info, new DeskSlot(desk), trust, InstantSource.system());
    }

    /** The test visitor's card: PACE, a JPEG 2000 portrait, chip authentication. */
    public static PassportMaker.Kind visitorsCard() {
        return new PassportMaker.Kind(
                true, true, PassportMaker.CopyProtection.CHIP_AUTHENTICATION, CARD_ACCESS_NUMBER);
    }

    /** Lays any document down. */
    public void lay(SoftPassport passport) {
        desk.lay(passport);
    }

    @Override
    public void lay(List<String> mrz, BufferedImage portrait) {
        desk.lay(mrz, portrait);
    }

    /** The chip of another document than the test visitor's. */
    public SoftPassport wrongDocument() {
        return new SoftPassport(desk.another());
    }

    @Override
    public DeviceInfo info() {
        return driver.info();
    }

    @Override
    public Presence presence() {
        return driver.presence();
    }

    @Override
    public ChipReading read(ChipAccess access, Duration timeout, CancelSignal cancel) {
        return driver.read(access, timeout, cancel);
    }

    /** Its own driver. */
    @Override
    public String at() {
        return "";
    }

    @Override
    public Set<SimulatedFault> faults() {
        return PassportDesk.FAULTS;
    }

    @Override
    public void breakWith(SimulatedFault fault) {
        desk.breakWith(fault);
    }

    @Override
    public void repair() {
        desk.repair();
    }

    @Override
    public void present() {
        desk.lay();
    }

    @Override
    public void close() {
        driver.close();
        try {
            PassportDesk.removeTrust(trust);
        } catch (IOException e) {
            // A temporary folder that somebody else uses stays.
            trust.toFile().deleteOnExit();
        }
    }
}
