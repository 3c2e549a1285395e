package org.tamga.kiosk.identify;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.checkin.CheckInDecision;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.slip.Slip;
import org.tamga.kiosk.station.SlipPrinting;
import org.tamga.kiosk.station.StationJournal;

/**
 * The numbered slip of an admitted voter, in the terminal's language; each print that came out, and
 * each that did not, becomes an event.
 */
public final class CheckInSlips {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ElectionPackage electionPackage;
    private final Station station;
    private final String terminalId;
    private final StationJournal journal;
    private final SlipPrinting printing;
    private final Messages messages;
    private final Supplier<Language> language;
    private final InstantSource clock;
    private @Nullable Printed last;

    /** What is needed to print the last slip again. */
    private record Printed(long number, Slip original, Slip copy, boolean cameOut, int copies) {}

    public CheckInSlips(
            ElectionPackage electionPackage,
            Station station,
            String terminalId,
            StationJournal journal,
            SlipPrinting printing,
            Messages messages,
            Supplier<Language> language,
            InstantSource clock) {
        this.electionPackage = electionPackage;
        this.station = station;
        this.terminalId = terminalId;
        this.journal = journal;
        this.printing = printing;
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    synchronized PrintResult print(CheckInDecision.Admitted admitted, VoterCard card) {
        Slip original = slip(admitted, card, false);
        PrintResult result = printing.print(original);
        boolean cameOut = record(admitted.slipNumber(), result, 1);
        last =
                new Printed(
                        admitted.slipNumber(),
                        original,
                        slip(admitted, card, true),
                        cameOut,
                        cameOut ? 1 : 0);
        return result;
    }

    /** A copy marked as such; the original, if that one never came out. */
    synchronized Optional<PrintResult> reprint() {
        Printed printed = last;
        if (printed == null) {
            return Optional.empty();
        }
        PrintResult result =
                printing.print(printed.cameOut() ? printed.copy() : printed.original());
        int copy = printed.copies() + 1;
        if (record(printed.number(), result, copy)) {
            last = new Printed(printed.number(), printed.original(), printed.copy(), true, copy);
        }
        return Optional.of(result);
    }

    private boolean record(long slip, PrintResult result, int copy) {
        String number = Long.toString(slip);
        return switch (result) {
            case PrintResult.Printed() -> {
                journal.append(
                        EventType.SLIP_PRINTED,
                        Map.of("slip", number, "copy", Integer.toString(copy)));
                yield true;
            }
            case PrintResult.Failed failed -> {
                journal.append(
                        EventType.SLIP_FAILED,
                        Map.of("slip", number, "reason", failed.fault().code()));
                yield false;
            }
        };
    }

    private Slip slip(CheckInDecision.Admitted admitted, VoterCard card, boolean copy) {
        Language words = language.get();
        List<Slip.Part> parts = new ArrayList<>();
        if (electionPackage.kind() != ElectionKind.REAL) {
            parts.add(
                    new Slip.Banner(
                            text(words, Message.of("shell.kind." + electionPackage.kind()))));
        }
        if (copy) {
            parts.add(new Slip.Banner(text(words, Message.of("slip.copy"))));
        }
        parts.add(new Slip.Title(electionPackage.title().in(words)));
        parts.add(new Slip.Text(station.name().in(words)));
        parts.add(new Slip.Rule());
        parts.add(new Slip.Text(text(words, Message.of("slip.number"))));
        parts.add(new Slip.Big(number(admitted.slipNumber())));
        parts.add(pair(words, "identify.listNumber", Integer.toString(card.listNumber())));
        parts.add(new Slip.Text(card.name()));
        parts.add(
                pair(
                        words,
                        "slip.voting",
                        text(words, Message.of("identify.channel." + admitted.channel()))));
        parts.add(pair(words, "identify.ballot", card.ballotStyle().in(words)));
        parts.add(pair(words, "slip.terminal", terminalId));
        parts.add(
                pair(
                        words,
                        "slip.time",
                        TIME.withZone(ZoneId.of(electionPackage.timeZone()))
                                .format(clock.instant())));
        parts.add(new Slip.SignatureLine(text(words, Message.of("slip.signature"))));
        return new Slip(number(admitted.slipNumber()) + (copy ? "-copy" : ""), parts);
    }

    private Slip.Pair pair(Language words, String label, String value) {
        return new Slip.Pair(text(words, Message.of(label)), value);
    }

    private String text(Language words, Message message) {
        return messages.text(words, message);
    }

    private static String number(long slip) {
        return "%04d".formatted(slip);
    }
}
