package org.tamga.kiosk.station;

import java.util.Map;
import org.tamga.election.journal.EventType;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterFiles;
import org.tamga.election.voter.RegisterOpening;
import org.tamga.election.voter.RegisterRefusal;
import org.tamga.station.TerminalConfig;
import org.tamga.station.store.RegisterStore;
import org.tamga.station.store.RegisterUpdate;
import org.tamga.station.vault.RegisterKeyPair;

/**
 * The one way of a register file into a terminal, whether it comes with the kit, from the centre or
 * on a stick. It ends when the station opens: the roll of the day is fixed.
 */
final class RegisterImport {

    private final TerminalConfig config;
    private final RegisterKeyPair key;
    private final RegisterStore register;
    private final StationJournal journal;

    RegisterImport(
            TerminalConfig config,
            RegisterKeyPair key,
            RegisterStore register,
            StationJournal journal) {
        this.config = config;
        this.key = key;
        this.register = register;
        this.journal = journal;
    }

    /** Checks a file, stores it wholly or not at all, and journals which. */
    RegisterUpdate take(byte[] file) {
        synchronized (journal) {
            RegisterUpdate update =
                    journal.phase() == DayPhase.BEFORE_OPENING
                            ? checked(file)
                            : new RegisterUpdate.Refused(RegisterRefusal.STATION_WAS_OPENED, "");
            switch (update) {
                case RegisterUpdate.Applied _ -> recordHeld();
                case RegisterUpdate.Refused(RegisterRefusal reason, _) ->
                        journal.appendAsSystem(
                                EventType.REGISTER_REFUSED, Map.of("reason", reason.code()));
            }
            return update;
        }
    }

    private RegisterUpdate checked(byte[] file) {
        RegisterOpening opening =
                RegisterFiles.open(
                        file,
                        key.privateKey(),
                        key.rawPublic(),
                        config.centralPublicKey(),
                        config.electionId(),
                        config.stationId(),
                        register.version());
        return switch (opening) {
            case RegisterOpening.Refused(RegisterRefusal reason, String detail) ->
                    new RegisterUpdate.Refused(reason, detail);
            case RegisterOpening.Accepted(RegisterContent content) -> {
                try (content) {
                    yield register.apply(content);
                }
            }
        };
    }

    /**
     * Journals the version held, unless that is done: the power may have gone between the register
     * and the journal.
     */
    void recordHeld() {
        String version = Integer.toString(register.version());
        boolean recorded =
                journal.last(EventType.REGISTER_IMPORTED)
                        .filter(event -> version.equals(event.data().get("version")))
                        .isPresent();
        if (register.version() > 0 && !recorded) {
            journal.appendAsSystem(
                    EventType.REGISTER_IMPORTED,
                    Map.of(
                            "version",
                            version,
                            "voters",
                            Integer.toString(register.voters()),
                            "kind",
                            register.kind().name()));
        }
    }
}
