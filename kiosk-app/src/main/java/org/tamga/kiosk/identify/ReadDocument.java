package org.tamga.kiosk.identify;

import java.util.List;
import org.tamga.devices.document.code.CodePayload;
import org.tamga.devices.document.mrz.MrzDoubt;
import org.tamga.devices.document.mrz.Substitution;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.kiosk.i18n.Message;

/** What a document that was held to the reader means for the person at the desk. */
sealed interface ReadDocument {
    /** The personal number that it carries. */
    record Number(String digits) implements ReadDocument {}

    /** Nothing that leads to a person; the member is told why. */
    record Told(Message message) implements ReadDocument {}

    /** Nobody held anything to it, or it does not work. */
    record Silence() implements ReadDocument {}

    static ReadDocument of(DocumentReading reading) {
        return switch (reading) {
            case DocumentReading.Read(_, DocumentContent.Mrz(var document)) ->
                    document.personalNumber()
                            .<ReadDocument>map(Number::new)
                            .orElse(new Told(Message.of("identify.document.noNumber")));
            case DocumentReading.Read(_, DocumentContent.Code(var code)) ->
                    code.payload() instanceof CodePayload.PersonalNumber(String digits)
                            ? new Number(digits)
                            : new Told(Message.of("identify.document.otherCode"));
            case DocumentReading.Doubtful doubtful ->
                    new Told(
                            Message.coded(
                                    doubt(doubtful.doubts().getFirst()), doubtful.fault().code()));
            case DocumentReading.Failed(DeviceFault fault, _) -> failed(fault);
        };
    }

    private static ReadDocument failed(DeviceFault fault) {
        return switch (fault) {
            case UNREADABLE_DOCUMENT, CHECK_DIGIT -> new Told(Message.ofCode(fault.code()));
            // What ails the reader itself stands in the status bar and in the list of devices.
            default -> new Silence();
        };
    }

    /** Where to look on the document, and what the reader is likely to have mistaken. */
    private static Message doubt(MrzDoubt doubt) {
        Message part = Message.of("identify.field." + doubt.field());
        if (doubt.wouldFit().isEmpty()) {
            return Message.of("identify.document.doubt", part, doubt.line(), doubt.column());
        }
        List<Substitution> likeliest = doubt.wouldFit().getFirst();
        Substitution first = likeliest.getFirst();
        return Message.of(
                "identify.document.likely",
                part,
                first.line(),
                first.column(),
                characters(likeliest.stream().map(Substitution::read).toList()),
                characters(likeliest.stream().map(Substitution::instead).toList()));
    }

    private static String characters(List<Character> characters) {
        return String.join(", ", characters.stream().map(String::valueOf).toList());
    }
}
