package org.tamga.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.attached.DevicePlace;
import org.tamga.devices.attached.Hardware;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.ports.TokenOpening;

/**
 * A driver where its device is now. Before every use the place is looked for anew and what is there
 * is judged: a device that came back elsewhere is used there, and what is no hardware is refused
 * with a fault, also when it has only just taken the device's place.
 */
final class PlacedDevice
        implements FingerScanner,
                Camera,
                DocumentReader,
                ChipReader,
                ReceiptPrinter,
                PagePrinter,
                SigningToken,
                PowerSupply {
    private final DevicePlace place;
    private final Hardware hardware;
    private final Function<String, Device> drivers;
    private String at = "";
    private @Nullable Device driver;
    private boolean closed;
    private volatile DeviceInfo info;

    /**
     * @param drivers from place to driver, which implements the port as which this is used
     */
    PlacedDevice(DevicePlace place, Hardware hardware, Function<String, Device> drivers) {
        this.place = place;
        this.hardware = hardware;
        this.drivers = drivers;
        this.info = DeviceInfo.NONE;
        Device unused = now();
    }

    private synchronized Device now() {
        if (closed) {
            return new UnavailableDevice(info, DeviceFault.UNPLUGGED, "the kit was closed");
        }
        String found = place.find(at);
        if (!found.equals(at)) {
            letGo();
            at = found;
        }
        Device open = driver;
        Optional<UnavailableDevice> refusal = refusal();
        if (refusal.isPresent()) {
            letGo();
            open = refusal.get();
        } else if (open == null) {
            open = drivers.apply(at);
            driver = open;
        }
        info = open.info();
        return open;
    }

    private Optional<UnavailableDevice> refusal() {
        if (place.isMissing(at)) {
            return Optional.of(
                    refused(
                            false,
                            DeviceFault.NOT_FOUND,
                            "no device of this make is attached; name its place in the kit"));
        }
        return hardware.objection(place.profile(), at)
                .map(why -> refused(true, DeviceFault.NOT_HARDWARE, why));
    }

    private UnavailableDevice refused(boolean simulated, DeviceFault fault, String why) {
        String profile = place.profile().profile();
        String id = at.isEmpty() ? profile : at;
        return new UnavailableDevice(
                new DeviceInfo(id, profile, place.profile().label(), simulated), fault, why);
    }

    private void letGo() {
        Device open = driver;
        driver = null;
        if (open != null) {
            open.close();
        }
    }

    private <T extends Device> T now(Class<T> port) {
        return port.cast(now());
    }

    /** As of the last use or look. */
    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        return now().presence();
    }

    @Override
    public int qualityFloor() {
        return now(FingerScanner.class).qualityFloor();
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        return now(FingerScanner.class).capture(request, cancel);
    }

    @Override
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        return now(Camera.class).next(timeout, cancel);
    }

    @Override
    public DocumentReading read(Duration timeout, CancelSignal cancel) {
        return now(DocumentReader.class).read(timeout, cancel);
    }

    @Override
    public ChipReading read(ChipAccess access, Duration timeout, CancelSignal cancel) {
        return now(ChipReader.class).read(access, timeout, cancel);
    }

    @Override
    public int dotsPerLine() {
        return now(ReceiptPrinter.class).dotsPerLine();
    }

    @Override
    public PrintResult print(MonoRaster slip, CancelSignal cancel) {
        return now(ReceiptPrinter.class).print(slip, cancel);
    }

    @Override
    public PrinterStatus status() {
        return now(ReceiptPrinter.class).status();
    }

    @Override
    public PageResult print(String title, byte[] pdf, int copies, CancelSignal cancel) {
        return now(PagePrinter.class).print(title, pdf, copies, cancel);
    }

    @Override
    public TokenOpening open(char[] pin) {
        return now(SigningToken.class).open(pin);
    }

    @Override
    public PowerState read() {
        return now(PowerSupply.class).read();
    }

    @Override
    public int lowPercent() {
        return now(PowerSupply.class).lowPercent();
    }

    @Override
    public synchronized void close() {
        closed = true;
        letGo();
    }
}
