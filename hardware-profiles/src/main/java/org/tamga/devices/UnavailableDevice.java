package org.tamga.devices;

import java.time.Duration;
import java.util.OptionalInt;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
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
 * Answers every use with the same fault: for classes of device that a kit does not hold, and for
 * simulators that cannot start.
 */
final class UnavailableDevice
        implements FingerScanner,
                Camera,
                DocumentReader,
                ChipReader,
                ReceiptPrinter,
                PagePrinter,
                SigningToken,
                PowerSupply {
    private static final int NARROWEST = 384;

    private final DeviceInfo info;
    private final DeviceFault fault;
    private final String detail;

    UnavailableDevice(DeviceInfo info, DeviceFault fault, String detail) {
        this.info = info;
        this.fault = fault;
        this.detail = detail;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        return new Presence.Absent(fault, detail);
    }

    @Override
    public int qualityFloor() {
        return 0;
    }

    @Override
    public ChipReading read(ChipAccess access, Duration timeout, CancelSignal cancel) {
        return new ChipReading.Failed(fault, detail);
    }

    @Override
    public TokenOpening open(char[] pin) {
        return new TokenOpening.Refused(fault, OptionalInt.empty(), detail);
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        return new FingerCapture.Failed(fault, detail);
    }

    @Override
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        return new CameraFrame.Failed(fault, detail);
    }

    @Override
    public DocumentReading read(Duration timeout, CancelSignal cancel) {
        return new DocumentReading.Failed(fault, detail);
    }

    @Override
    public int dotsPerLine() {
        return NARROWEST;
    }

    @Override
    public PrintResult print(MonoRaster slip, CancelSignal cancel) {
        return new PrintResult.Failed(fault, false, detail);
    }

    @Override
    public PrinterStatus status() {
        return new PrinterStatus.NotReady(fault, detail);
    }

    @Override
    public PageResult print(String title, byte[] pdf, int copies, CancelSignal cancel) {
        return new PageResult.Failed(fault, detail);
    }

    @Override
    public PowerState read() {
        return new PowerState.Unknown(fault, detail);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
