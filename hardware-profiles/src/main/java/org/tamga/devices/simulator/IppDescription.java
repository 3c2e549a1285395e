package org.tamga.devices.simulator;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.util.List;

/** What the simulated network printer tells about itself. Source: RFC 8011, 5.4. */
final class IppDescription {
    private IppDescription() {}

    /**
     * @param reason keyword of {@code printer-state-reasons}
     */
    static List<Attribute<?>> of(URI printer, PrinterState state, String reason) {
        return List.of(
                Types.printerUriSupported.of(printer),
                Types.uriSecuritySupported.of("none"),
                Types.uriAuthenticationSupported.of("none"),
                Types.printerName.of("Simulated page printer"),
                Types.printerState.of(state),
                Types.printerStateReasons.of(reason),
                Types.ippVersionsSupported.of("1.1"),
                Types.operationsSupported.of(
                        Operation.printJob,
                        Operation.validateJob,
                        Operation.cancelJob,
                        Operation.getJobAttributes,
                        Operation.getPrinterAttributes),
                Types.charsetConfigured.of("utf-8"),
                Types.charsetSupported.of("utf-8"),
                Types.naturalLanguageConfigured.of("en"),
                Types.generatedNaturalLanguageSupported.of("en"),
                Types.documentFormatDefault.of("application/pdf"),
                Types.documentFormatSupported.of("application/pdf", "application/octet-stream"),
                Types.printerIsAcceptingJobs.of(true),
                Types.queuedJobCount.of(0),
                Types.compressionSupported.of("none"),
                Types.copiesSupported.of(new kotlin.ranges.IntRange(1, 99)),
                Types.mediaSupported.of("iso_a4_210x297mm"),
                Types.printerUpTime.of(1));
    }
}
