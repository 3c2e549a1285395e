package org.tamga.devices.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tamga.devices.document.Documents;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;

/** A reader on which documents are laid as lines: a machine-readable zone or a number. */
public final class SimulatedDocumentReader implements DocumentReader, OwnDriver, DocumentPlate {
    private static final Duration POLL = Duration.ofMillis(10);

    private final DeviceInfo info;
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.NOBODY,
                            SimulatedFault.UNREADABLE));
    private final ConcurrentLinkedQueue<List<String>> documents = new ConcurrentLinkedQueue<>();

    public SimulatedDocumentReader(String profile) {
        this.info =
                new DeviceInfo(
                        "simulated-document-reader", profile, "SIMULATED document reader", true);
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
        present(TestVisitor.mrz());
    }

    @Override
    public void present(List<String> lines) {
        documents.add(List.copyOf(lines));
    }

    @Override
    public DocumentReading read(Duration timeout, CancelSignal cancel) {
        Optional<SimulatedFault> trouble = script.take();
        if (trouble.isEmpty()) {
            return await(timeout, cancel);
        }
        return switch (trouble.get()) {
            case UNPLUGGED -> failed(DeviceFault.UNPLUGGED, "the simulated cable was pulled");
            case UNREADABLE ->
                    failed(DeviceFault.UNREADABLE_DOCUMENT, "the zone could not be read");
            case NOBODY ->
                    cancel.await(timeout)
                            ? failed(DeviceFault.CANCELLED, "cancelled")
                            : failed(DeviceFault.TIMEOUT, "no document was presented");
            default -> throw new IllegalStateException(trouble.get().name());
        };
    }

    private DocumentReading await(Duration timeout, CancelSignal cancel) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!cancel.isCancelled()) {
            List<String> lines = documents.poll();
            if (lines != null) {
                return Documents.understand(lines, LocalDate.now(ZoneId.systemDefault()));
            }
            if (System.nanoTime() >= deadline) {
                return failed(DeviceFault.TIMEOUT, "no document was presented");
            }
            cancel.await(POLL);
        }
        return failed(DeviceFault.CANCELLED, "cancelled");
    }

    private static DocumentReading failed(DeviceFault fault, String detail) {
        return new DocumentReading.Failed(fault, detail);
    }

    @Override
    public void close() {
        documents.clear();
    }
}
