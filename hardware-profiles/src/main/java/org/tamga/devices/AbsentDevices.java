package org.tamga.devices;

import java.time.Duration;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
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
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.ports.ReceiptPrinter;

/**
 * What a kit answers for classes of device that it does not hold: always {@link
 * DeviceFault#NOT_IN_KIT}.
 */
final class AbsentDevices
        implements FingerScanner, Camera, DocumentReader, ReceiptPrinter, PagePrinter, PowerSupply {
    private static final String DETAIL = "the kit has no such device";
    private static final int NARROWEST = 384;

    @Override
    public DeviceInfo info() {
        return DeviceInfo.NONE;
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        return new FingerCapture.Failed(DeviceFault.NOT_IN_KIT, DETAIL);
    }

    @Override
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        return new CameraFrame.Failed(DeviceFault.NOT_IN_KIT, DETAIL);
    }

    @Override
    public DocumentReading read(Duration timeout, CancelSignal cancel) {
        return new DocumentReading.Failed(DeviceFault.NOT_IN_KIT, DETAIL);
    }

    @Override
    public int dotsPerLine() {
        return NARROWEST;
    }

    @Override
    public PrintResult print(MonoRaster slip, CancelSignal cancel) {
        return new PrintResult.Failed(DeviceFault.NOT_IN_KIT, false, DETAIL);
    }

    @Override
    public PrinterStatus status() {
        return new PrinterStatus.NotReady(DeviceFault.NOT_IN_KIT, DETAIL);
    }

    @Override
    public PageResult print(String title, byte[] pdf, int copies, CancelSignal cancel) {
        return new PageResult.Failed(DeviceFault.NOT_IN_KIT, DETAIL);
    }

    @Override
    public PowerState read() {
        return new PowerState.Unknown(DETAIL);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
