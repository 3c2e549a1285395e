package org.tamga.kiosk.identify;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.checkin.CheckInDecision;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.election.voter.VoterId;
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

    PrintResult print(CheckInDecision.Admitted admitted, VoterCard card) {
        return print(admitted.slipNumber(), admitted.channel(), clock.instant(), card, 1);
    }

    /**
     * Prints the slip of the last admitted voter again, as the journal knows it, so also after a
     * power cut: a copy marked as such, or the original if that one never came out.
     *
     * @param cards of voters; the card is closed here
     */
    Optional<PrintResult> reprint(Function<VoterId, VoterCard> cards) {
        return journal.last(EventType.CHECKED_IN)
                .map(
                        event -> {
                            Map<String, String> data = event.data();
                            String slip = data.getOrDefault("slip", "");
                            try (VoterCard card =
                                    cards.apply(new VoterId(data.getOrDefault("voter", "")))) {
                                return print(
                                        Long.parseLong(slip),
                                        VotingChannel.valueOf(data.getOrDefault("channel", "")),
                                        event.at(),
                                        card,
                                        1 + printed(slip));
                            }
                        });
    }

    private int printed(String slip) {
        return (int)
                journal.events().stream()
                        .filter(event -> event.type() == EventType.SLIP_PRINTED)
                        .filter(event -> slip.equals(event.data().get("slip")))
                        .count();
    }

    private PrintResult print(
            long number, VotingChannel channel, Instant at, VoterCard card, int copy) {
        PrintResult result = printing.print(slip(number, channel, at, card, copy > 1));
        record(number, result, copy);
        return result;
    }

    private void record(long slip, PrintResult result, int copy) {
        String number = Long.toString(slip);
        switch (result) {
            case PrintResult.Printed() ->
                    journal.append(
                            EventType.SLIP_PRINTED,
                            Map.of("slip", number, "copy", Integer.toString(copy)));
            case PrintResult.Failed failed ->
                    journal.append(
                            EventType.SLIP_FAILED,
                            Map.of("slip", number, "reason", failed.fault().code()));
        }
    }

    private Slip slip(
            long number, VotingChannel channel, Instant at, VoterCard card, boolean copy) {
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
        parts.add(new Slip.Big(number(number)));
        parts.add(pair(words, "identify.listNumber", Integer.toString(card.listNumber())));
        parts.add(new Slip.Text(card.name()));
        parts.add(
                pair(words, "slip.voting", text(words, Message.of("identify.channel." + channel))));
        parts.add(pair(words, "identify.ballot", card.ballotStyle().in(words)));
        parts.add(pair(words, "slip.terminal", terminalId));
        parts.add(
                pair(
                        words,
                        "slip.time",
                        TIME.withZone(ZoneId.of(electionPackage.timeZone())).format(at)));
        parts.add(new Slip.SignatureLine(text(words, Message.of("slip.signature"))));
        return new Slip(number(number) + (copy ? "-copy" : ""), parts);
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
