package org.tamga.kiosk.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.kiosk.ballot.BoothDesk;
import org.tamga.kiosk.ballot.BoothKit;
import org.tamga.kiosk.ballot.BoothTerminal;
import org.tamga.kiosk.ballot.VotingDesk;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.station.sync.DeliveryReport;
import org.tamga.station.sync.JournalingReceipts;
import org.tamga.station.sync.Outbox;

/** The booth's commands. */
public final class BoothControl implements AutoCloseable {
    private final LockedTerminal locked;
    private final BoothKit kit;
    private final Clock clock;
    private final Messages messages = Messages.load();
    private final SignIn<BoothTerminal> signIn;

    /**
     * A booth that waits for commands.
     *
     * @throws IllegalArgumentException for a real election: only its officials lead it
     */
    public BoothControl(LockedTerminal locked, BoothKit kit, Clock clock) {
        this.locked = locked;
        this.kit = kit;
        this.clock = clock;
        this.signIn = new SignIn<>(locked, codes -> BoothTerminal.unlock(locked, codes, clock));
    }

    /** Serves until the input ends. */
    public void run(BufferedReader in, PrintStream out) throws IOException {
        var actions = new HashMap<String, ControlLoop.Action>();
        actions.put("sign-in", signIn::signIn);
        actions.put("open", this::open);
        actions.put("vote", this::vote);
        actions.put("status", this::status);
        actions.put("close", this::closeVoting);
        actions.put("sync", this::sync);
        actions.put("export", this::export);
        new ControlLoop(actions, new ObjectMapper()).run(in, out);
    }

    private BoothTerminal terminal() {
        return signIn.required();
    }

    private void open(JsonNode command, ObjectNode answer) {
        if (!terminal().desk().open()) {
            throw new ControlFailure("CO-08", "opened already or closed for good");
        }
    }

    private void vote(JsonNode command, ObjectNode answer) {
        var desk = terminal().desk();
        switch (desk.read(command.path("card").asText())) {
            case VotingDesk.CardRefused(var fault) ->
                    answer.put("outcome", "REFUSED").put("reason", fault.code());
            case VotingDesk.CardAccepted accepted -> {
                var choices = choices(command.path("choices"));
                var start = System.nanoTime();
                try (var pending = desk.encrypt(accepted.card(), choices)) {
                    var encrypted = System.nanoTime();
                    switch (desk.cast(accepted.card(), pending)) {
                        case VotingDesk.Cast(String code) ->
                                answer.put("outcome", "CAST").put("confirmation", code);
                        case VotingDesk.NotTaken(var fault) ->
                                answer.put("outcome", "REFUSED").put("reason", fault.code());
                        case VotingDesk.Challenged _ ->
                                throw new IllegalStateException("cast, not challenged");
                    }
                    var millis = answer.putObject("millis");
                    millis.put("encrypt", Math.round((encrypted - start) / 1e6));
                    millis.put("cast", Math.round((System.nanoTime() - encrypted) / 1e6));
                }
            }
        }
    }

    private static Map<String, List<String>> choices(JsonNode contests) {
        var choices = new TreeMap<String, List<String>>();
        contests.properties()
                .forEach(
                        contest ->
                                choices.put(
                                        contest.getKey(),
                                        contest.getValue()
                                                .valueStream()
                                                .map(JsonNode::asText)
                                                .toList()));
        return choices;
    }

    private void status(JsonNode command, ObjectNode answer) {
        var counts = terminal().box().counts();
        answer.put("cast", counts.cast())
                .put("spoiled", counts.spoiled())
                .put("cards", counts.cards());
    }

    private void closeVoting(JsonNode command, ObjectNode answer) {
        answer.put("cast", new BoothDesk(terminal(), kit, messages).close().cast());
    }

    private void sync(JsonNode command, ObjectNode answer) {
        terminal().queueForCentre();
        try (var central = terminal().central()) {
            var outbox =
                    new Outbox(
                            terminal().outbox(),
                            locked.config().centralPublicKey(),
                            new JournalingReceipts(terminal().journal(), clock));
            switch (outbox.deliverAll(central::deliver)) {
                case DeliveryReport.AllDelivered _ -> {}
                case DeliveryReport.SomeRefused refused ->
                        answer.put("fault", refused.refused().getFirst().code());
                case DeliveryReport.Interrupted interrupted ->
                        answer.put("fault", interrupted.fault().code());
            }
            answer.put("waiting", outbox.waiting());
        }
    }

    private void export(JsonNode command, ObjectNode answer) throws IOException {
        answer.put(
                "folder",
                terminal().exportRecord(Path.of(command.path("out").asText())).toString());
    }

    @Override
    public void close() {
        signIn.opened().ifPresent(BoothTerminal::close);
    }
}
