package org.tamga.devices.document;

import java.time.LocalDate;
import java.util.List;
import org.tamga.devices.document.code.CodePayload;
import org.tamga.devices.document.code.CodeReading;
import org.tamga.devices.document.code.Codes;
import org.tamga.devices.document.code.ScannedCode;
import org.tamga.devices.document.mrz.Mrz;
import org.tamga.devices.document.mrz.MrzDocument;
import org.tamga.devices.document.mrz.MrzDoubt;
import org.tamga.devices.document.mrz.MrzFormat;
import org.tamga.devices.document.mrz.MrzReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReading;

/** Makes sense of what any document reader brought. */
public final class Documents {
    private Documents() {}

    /**
     * @param lines one scan, as read
     * @param today for the century of dates
     */
    public static DocumentReading understand(List<String> lines, LocalDate today) {
        return switch (Mrz.read(lines, today)) {
            case MrzReading.Valid(MrzDocument document) ->
                    new DocumentReading.Read(lines, new DocumentContent.Mrz(document));
            case MrzReading.Doubtful(MrzFormat format, List<MrzDoubt> doubts) ->
                    new DocumentReading.Doubtful(lines, doubts);
            case MrzReading.Unreadable(String reason) -> unreadable(reason);
            case MrzReading.NotAZone() -> code(lines);
        };
    }

    /** A personal number stands in one line: two codes in one scan must not make one of both. */
    private static DocumentReading code(List<String> lines) {
        return switch (Codes.read(String.join("", lines))) {
            case CodeReading.Understood(ScannedCode code)
                    when lines.size() > 1 && code.payload() instanceof CodePayload.PersonalNumber ->
                    unreadable("a number that is spread over several lines");
            case CodeReading.Understood(ScannedCode code) ->
                    new DocumentReading.Read(lines, new DocumentContent.Code(code));
            case CodeReading.Refused(String reason) -> unreadable(reason);
        };
    }

    private static DocumentReading unreadable(String reason) {
        return new DocumentReading.Failed(DeviceFault.UNREADABLE_DOCUMENT, reason);
    }
}
