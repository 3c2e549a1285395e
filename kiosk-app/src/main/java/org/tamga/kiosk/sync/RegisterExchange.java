package org.tamga.kiosk.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tamga.election.voter.RegisterRefusal;
import org.tamga.election.wire.Digests;
import org.tamga.kiosk.station.DayPhase;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.station.store.RegisterUpdate;
import org.tamga.station.sync.CentralClient;
import org.tamga.station.sync.Fetch;
import org.tamga.station.sync.UsbFolder;

/**
 * Brings the register up to date before the station is opened: by network one file after another
 * until nothing is newer, or by stick. Whoever calls it takes turns.
 */
final class RegisterExchange {

    private final StationTerminal terminal;
    private final CentralClient central;
    private Optional<Refused> refused = Optional.empty();

    /** The file refused last: it is asked for again, and neither taken nor journaled twice. */
    private record Refused(String digest, String code) {}

    RegisterExchange(StationTerminal terminal, CentralClient central) {
        this.terminal = terminal;
        this.central = central;
    }

    /**
     * Asks the centre; once the station was opened it asks nothing.
     *
     * @return what stood in the way: RG-nn, SY-nn or CN-nn
     */
    Optional<String> fetch() {
        while (terminal.journal().phase() == DayPhase.BEFORE_OPENING) {
            switch (central.register(terminal.register().version())) {
                case Fetch.NothingNewer<byte[]> _ -> {
                    return Optional.empty();
                }
                case Fetch.Fetched<byte[]>(byte[] file) -> {
                    Optional<String> code = take(file);
                    if (code.isPresent()) {
                        return code;
                    }
                }
                case Fetch.Unreachable<byte[]> unreachable -> {
                    return Optional.of(unreachable.fault().code());
                }
                case Fetch.RefusedByCentral<byte[]> refusal -> {
                    return Optional.of(refusal.code());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Takes what is newer than the register held from the terminal's folder of a stick.
     *
     * @return RG-nn of the first file that was refused, or US-03
     */
    Optional<String> readFrom(Path stick) {
        try {
            for (UsbFolder.RegisterFile file : UsbFolder.registers(terminal.outbox(), stick)) {
                if (file.version() > terminal.register().version()) {
                    RegisterUpdate update =
                            terminal.importRegister(Files.readAllBytes(file.path()));
                    if (update instanceof RegisterUpdate.Refused(RegisterRefusal reason, _)) {
                        return Optional.of(reason.code());
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("US-03");
        }
    }

    private Optional<String> take(byte[] file) {
        String digest = Digests.sha256Hex(file);
        Optional<String> before =
                refused.filter(last -> last.digest().equals(digest)).map(Refused::code);
        if (before.isPresent()) {
            return before;
        }
        refused =
                switch (terminal.importRegister(file)) {
                    case RegisterUpdate.Applied _ -> Optional.empty();
                    case RegisterUpdate.Refused(RegisterRefusal reason, _) ->
                            Optional.of(new Refused(digest, reason.code()));
                };
        return refused.map(Refused::code);
    }
}
