package org.tamga.kiosk.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.election.voter.VoterId;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.identify.CheckInDesk;
import org.tamga.kiosk.identify.Confirmed;
import org.tamga.kiosk.identify.Ladder;
import org.tamga.kiosk.identify.Presented;
import org.tamga.kiosk.identify.Step;
import org.tamga.kiosk.identify.Visitor;
import org.tamga.kiosk.opening.OpeningOutcome;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TerminalKit;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.ImageFiles;
import org.tamga.matcher.ImageReading;

/** The operator terminal's commands up to closing; {@link EveningControl} has those after it. */
public final class StationControl implements AutoCloseable {
    private static final Duration FINGER_WAIT = Duration.ofSeconds(10);
    private static final double DPI = 500;

    private final TerminalKit kit;
    private final ObjectMapper json = new ObjectMapper();
    private final SignIn<StationDesks> signIn;
    private Visitor visitor = new Visitor();

    /**
     * A terminal that waits for commands.
     *
     * @throws IllegalArgumentException for a real election: only its officials lead it
     */
    public StationControl(LockedTerminal locked, TerminalKit kit, InstantSource clock) {
        var messages = Messages.load();
        this.kit = kit;
        this.signIn =
                new SignIn<>(
                        locked,
                        codes ->
                                StationTerminal.unlock(locked, codes, clock)
                                        .map(
                                                terminal ->
                                                        new StationDesks(
                                                                terminal,
                                                                kit.devices(),
                                                                messages,
                                                                () -> Language.KY,
                                                                clock)));
    }

    /** Serves until the input ends. */
    public void run(BufferedReader in, PrintStream out) throws IOException {
        var actions = new HashMap<String, ControlLoop.Action>();
        actions.put("sign-in", signIn::signIn);
        actions.put("open", this::open);
        actions.put("present", this::present);
        actions.put("check-in", this::checkIn);
        actions.put("reprint", this::reprint);
        actions.put("status", this::status);
        actions.put("roll", this::roll);
        actions.putAll(new EveningControl(this::desks).actions());
        new ControlLoop(actions, json).run(in, out);
    }

    private StationDesks desks() {
        return signIn.required();
    }

    private void open(JsonNode command, ObjectNode answer) {
        var opening = desks().opening();
        opening.testDevices();
        opening.printZeroReport()
                .ifPresent(
                        code -> {
                            throw new ControlFailure(code, "zero report");
                        });
        switch (opening.open()) {
            case OpeningOutcome.Opened opened -> answer.put("openedAt", opened.at().toString());
            case OpeningOutcome.Refused(String code) ->
                    throw new ControlFailure(code, "not opened");
        }
    }

    private void present(JsonNode command, ObjectNode answer) {
        if (kit.devices().simulation().of(DeviceClass.FINGER_SCANNER).isEmpty()) {
            throw new ControlFailure("CO-09", "the scanner of this kit is real");
        }
        Path file = Path.of(command.path("image").asText());
        switch (ImageFiles.read(file, DPI)) {
            case ImageReading.Read(GrayImage image) -> {
                try (image) {
                    kit.glass().clear();
                    kit.glass()
                            .present(
                                    new FingerImage(
                                            image.width(),
                                            image.height(),
                                            image.dpi(),
                                            image.pixels().clone()));
                }
            }
            case ImageReading.Unreadable unreadable ->
                    throw new ControlFailure(
                            unreadable.fault().code(), file + ": " + unreadable.detail());
        }
    }

    private void checkIn(JsonNode command, ObjectNode answer) {
        var channel = VotingChannel.valueOf(command.path("channel").asText());
        var number = Optional.of(command.path("number").asText()).filter(text -> !text.isEmpty());
        if (!command.path("again").asBoolean()) {
            visitor = new Visitor();
        }
        var finger =
                FingerPosition.of(command.path("finger").asInt()).orElse(FingerPosition.UNKNOWN);
        switch (desks().checkIn()
                .present(
                        visitor,
                        new CheckInDesk.Named(number, finger),
                        FINGER_WAIT,
                        new CancelSignal(),
                        _ -> {})) {
            case Presented.Matched matched -> confirm(matched, channel, answer);
            case Presented.Refused refused -> {
                answer.put("outcome", "REFUSED").put("reason", refused.reason().code());
                refused.card()
                        .ifPresent(
                                card -> {
                                    answer.put("number", lastRefusedNumber());
                                    card.close();
                                });
                refused.ladder().ifPresent(ladder -> ladder(answer, ladder));
                times(answer, refused.nanos());
            }
            case Presented.Nobody _ -> answer.put("outcome", "NOBODY");
            case Presented.TouchAgain again ->
                    answer.put("outcome", "TOUCH_AGAIN").put("fault", again.fault().code());
            case Presented.Cancelled _ -> answer.put("outcome", "CANCELLED");
        }
    }

    private static void ladder(ObjectNode answer, Ladder ladder) {
        answer.put("ladder", ladder.reason().code());
        ladder.next().ifPresent(step -> answer.put("next", step.name()));
    }

    private void confirm(Presented.Matched matched, VotingChannel channel, ObjectNode answer) {
        try (var _ = matched.card()) {
            switch (desks().checkIn().confirm(matched, channel)) {
                case Confirmed.Admitted admitted -> {
                    visitor = new Visitor();
                    answer.put("outcome", "ADMITTED")
                            .put("slip", admitted.slip())
                            .put("number", numberOf(admitted.voter()));
                    answer.put("printed", admitted.print() instanceof PrintResult.Printed);
                    matched.ladder().ifPresent(ladder -> ladder(answer, ladder));
                    var nanos = new HashMap<>(matched.nanos());
                    admitted.nanos().forEach((step, time) -> nanos.merge(step, time, Long::sum));
                    times(answer, nanos);
                }
                case Confirmed.Refused refused ->
                        answer.put("outcome", "REFUSED")
                                .put("reason", refused.reason().code())
                                .put("number", numberOf(matched.voter()));
            }
        }
    }

    private static void times(ObjectNode answer, Map<Step, Long> nanos) {
        var millis = answer.putObject("millis");
        nanos.forEach(
                (step, time) ->
                        millis.put(step.name().toLowerCase(Locale.ROOT), Math.round(time / 1e6)));
        millis.put(
                "total",
                Math.round(nanos.values().stream().mapToLong(Long::longValue).sum() / 1e6));
    }

    private String numberOf(VoterId voter) {
        return desks().terminal()
                .register()
                .findById(voter)
                .map(found -> found.pin().digits())
                .orElse("");
    }

    // The screen's card names no number; the journal names the voter.
    private String lastRefusedNumber() {
        return desks().terminal()
                .journal()
                .last(EventType.CHECK_IN_REFUSED)
                .map(event -> event.data().getOrDefault("voter", ""))
                .filter(voter -> !voter.isEmpty())
                .map(voter -> numberOf(new VoterId(voter)))
                .orElse("");
    }

    private void reprint(JsonNode command, ObjectNode answer) {
        answer.put(
                "printed",
                desks().checkIn()
                        .reprint()
                        .filter(PrintResult.Printed.class::isInstance)
                        .isPresent());
    }

    private void status(JsonNode command, ObjectNode answer) {
        var journal = desks().terminal().journal();
        journal.counters().byName().forEach(answer::put);
        answer.put("phase", journal.phase().name());
        answer.put("lastSeq", journal.events().getLast().seq());
    }

    private void roll(JsonNode command, ObjectNode answer) {
        var slips = answer.putArray("slips");
        desks().terminal().journal().events().stream()
                .filter(event -> event.type() == EventType.CHECKED_IN)
                .map(event -> Long.valueOf(event.data().getOrDefault("slip", "0")))
                .forEach(slips::add);
    }

    @Override
    public void close() {
        signIn.opened().ifPresent(StationDesks::close);
    }
}
