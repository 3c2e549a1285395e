package org.tamga.kiosk.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tamga.election.protocol.BalancedProtocol;
import org.tamga.election.protocol.DraftProtocol;
import org.tamga.kiosk.closing.ClosingDesk;
import org.tamga.kiosk.count.CountDesk;
import org.tamga.kiosk.protocol.OfficialKey;
import org.tamga.kiosk.protocol.ProtocolDesk;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.station.record.RecordExport;

/** The operator terminal's commands after the polls: closing, count, protocol, delivery, export. */
final class EveningControl {
    private final Supplier<StationDesks> desks;

    EveningControl(Supplier<StationDesks> desks) {
        this.desks = desks;
    }

    Map<String, ControlLoop.Action> actions() {
        var actions = new HashMap<String, ControlLoop.Action>();
        actions.put("close", this::close);
        actions.put("import-booth", this::importBooth);
        actions.put("count", this::count);
        actions.put("balance", this::balance);
        actions.put("sign", this::sign);
        actions.put("seal", this::seal);
        actions.put("sync", this::sync);
        actions.put("export", this::export);
        return actions;
    }

    private void close(JsonNode command, ObjectNode answer) {
        switch (desks.get().closing().close()) {
            case ClosingDesk.Closed closed -> closed.counters().byName().forEach(answer::put);
            case ClosingDesk.NotClosed(String code) -> throw new ControlFailure(code, "not closed");
        }
    }

    private void importBooth(JsonNode command, ObjectNode answer) throws IOException {
        var statement = Path.of(command.path("file").asText());
        var signature = statement.resolveSibling(statement.getFileName() + ".sig");
        switch (desks.get()
                .closing()
                .importBooth(Files.readAllBytes(statement), Files.readAllBytes(signature))) {
            case ClosingDesk.Imported imported ->
                    answer.put("cast", imported.closing().cast())
                            .put("expected", imported.expected());
            case ClosingDesk.NotImported(String code) ->
                    throw new ControlFailure(code, "booth not imported");
        }
    }

    private void count(JsonNode command, ObjectNode answer) {
        var values = new TreeMap<String, Long>();
        command.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asLong()));
        switch (desks.get().count().enter(command.path("typist").asText(), values)) {
            case CountDesk.Kept(var comparison) -> {
                var differences = answer.putArray("differences");
                comparison.ifPresent(
                        both ->
                                both.differences()
                                        .forEach(difference -> differences.add(difference.line())));
            }
            case CountDesk.Refused refused ->
                    throw new ControlFailure(refused.code(), String.join(" ", refused.lines()));
        }
    }

    private void balance(JsonNode command, ObjectNode answer) {
        var answers = new TreeMap<String, String>();
        command.path("answers")
                .properties()
                .forEach(value -> answers.put(value.getKey(), value.getValue().asText()));
        switch (desks.get().protocol().balance(answers)) {
            case DraftProtocol.Balanced(BalancedProtocol balanced) ->
                    answer.put("hash", balanced.hash());
            case DraftProtocol.NotBalanced not -> {
                var broken = answer.putArray("broken");
                not.broken().forEach(ratio -> broken.add(ratio.key()));
                not.differences().forEach(difference -> broken.add(difference.line()));
                not.incomplete().forEach(broken::add);
            }
        }
    }

    private void sign(JsonNode command, ObjectNode answer) {
        var official =
                desks.get()
                        .terminal()
                        .station()
                        .official(command.path("official").asText())
                        .orElseThrow(() -> new ControlFailure("CO-05", "no such official"));
        var password = command.path("password").asText().toCharArray();
        var file = desks.get().terminal().files().officialKey(official.id());
        var key =
                switch (OfficialKey.open(file, password)) {
                    case OfficialKey.Opened(OfficialKey opened) -> opened;
                    case OfficialKey.Refused(String code, var _) ->
                            throw new ControlFailure(code, official.id());
                };
        try (key) {
            switch (desks.get().protocol().sign(official, key)) {
                case BalancedProtocol.MoreNeeded more ->
                        answer.put("missing", more.signaturesMissing());
                case BalancedProtocol.Complete _ -> answer.put("missing", 0);
                case BalancedProtocol.Rejected rejected ->
                        throw new ControlFailure(rejected.fault().code(), rejected.detail());
            }
        }
    }

    private void seal(JsonNode command, ObjectNode answer) {
        var sealed = desks.get().protocol().seal();
        answer.put("version", sealed.protocol().content().version());
    }

    private void sync(JsonNode command, ObjectNode answer) {
        var state = desks.get().sync().deliver();
        answer.put("waiting", state.waiting()).put("receipts", state.receipts());
        answer.put("register", state.registerVersion());
        state.fault().ifPresent(code -> answer.put("fault", code));
    }

    private void export(JsonNode command, ObjectNode answer) throws IOException {
        var terminal = desks.get().terminal();
        var out = Path.of(command.path("out").asText());
        RecordExport.operator(
                out,
                terminal.station().id(),
                terminal.journalStore(),
                terminal.identity().signer());
        var folder = out.resolve("station-" + terminal.station().id());
        for (var file : protocolFiles().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Map<String, byte[]> protocolFiles() {
        if (!(desks.get().protocol().stage() instanceof ProtocolDesk.Sealed sealed)) {
            throw new ControlFailure("CO-06", "the protocol is not sealed");
        }
        return sealed.files();
    }
}
