package org.tamga.devices.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PageResult;

/**
 * A page printer whose tray is a folder: each job becomes {@code NNNN-title.pdf}, once per copy.
 */
public final class FolderPagePrinter implements PagePrinter, OwnDriver {
    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_COPIES = 99;

    private final DeviceInfo info;
    private final NumberedFiles tray;
    private final FaultScript script =
            new FaultScript(EnumSet.of(SimulatedFault.OFFLINE, SimulatedFault.PAPER_OUT));

    public FolderPagePrinter(String profile, Path tray) {
        this.info = new DeviceInfo(tray.toString(), profile, "SIMULATED page printer", true);
        this.tray = new NumberedFiles(tray);
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void present() {
        // A printer waits for nobody.
    }

    @Override
    public synchronized PageResult print(
            String title, byte[] pdf, int copies, CancelSignal cancel) {
        if (copies < 1 || copies > MOST_COPIES) {
            throw new IllegalArgumentException("copies " + copies);
        }
        if (!Arrays.equals(Arrays.copyOf(pdf, PDF_START.length), PDF_START)) {
            throw new IllegalArgumentException("not a PDF file");
        }
        if (cancel.isCancelled()) {
            return new PageResult.Failed(DeviceFault.CANCELLED, "cancelled");
        }
        Optional<SimulatedFault> trouble = script.take();
        return trouble.isPresent() ? refuse(trouble.get()) : store(title, pdf, copies);
    }

    private static PageResult refuse(SimulatedFault trouble) {
        return switch (trouble) {
            case OFFLINE ->
                    new PageResult.Failed(DeviceFault.OFFLINE, "the printer is switched off");
            case PAPER_OUT -> new PageResult.Failed(DeviceFault.PAPER_OUT, "the tray is empty");
            default -> throw new IllegalStateException(trouble.name());
        };
    }

    private PageResult store(String title, byte[] pdf, int copies) {
        String name = title.replaceAll("[^\\p{L}\\p{N}.-]+", "-");
        String job = "";
        try {
            for (int copy = 0; copy < copies; copy++) {
                job = tray.write("-" + name + ".pdf", pdf).getFileName().toString();
            }
            return new PageResult.Printed(job);
        } catch (IOException e) {
            return new PageResult.Failed(
                    DeviceFault.PAGES_NOT_STORED, tray.folder() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
