package org.tamga.kiosk.opening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.PackageOpening;
import org.tamga.election.journal.EventType;
import org.tamga.kiosk.devices.DeviceDesk;
import org.tamga.kiosk.devices.DeviceLook;
import org.tamga.kiosk.devices.DeviceState;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.station.RegisterDigest;
import org.tamga.kiosk.station.StationJournal;
import org.tamga.station.store.RegisterStore;

/** The conditions of opening, each asked anew every time. */
public final class OpeningChecks {

    private static final long NEEDED_MEGABYTES = 200;
    private static final int SHOWN_DIGEST = 16;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ElectionPackage electionPackage;
    private final Supplier<PackageOpening> reopening;
    private final RegisterStore register;
    private final DeviceDesk devices;
    private final StationJournal journal;
    private final Supplier<Optional<Duration>> skew;
    private final Path home;
    private final InstantSource clock;

    /**
     * @param reopening checks signature and validity of the package file anew
     * @param skew terminal clock minus the centre's, when the centre was reached
     */
    public OpeningChecks(
            ElectionPackage electionPackage,
            Supplier<PackageOpening> reopening,
            RegisterStore register,
            DeviceDesk devices,
            StationJournal journal,
            Supplier<Optional<Duration>> skew,
            Path home,
            InstantSource clock) {
        this.electionPackage = electionPackage;
        this.reopening = reopening;
        this.register = register;
        this.devices = devices;
        this.journal = journal;
        this.skew = skew;
        this.home = home;
        this.clock = clock;
    }

    CheckResult check(Check check) {
        return switch (check) {
            case PACKAGE -> electionPackage();
            case REGISTER -> register();
            case DEVICES -> devices();
            case CLOCK -> clock();
            case DISK -> disk();
            case COUNTERS -> counters();
            case ZERO_REPORT -> zeroReport();
        };
    }

    private CheckResult electionPackage() {
        return switch (reopening.get()) {
            case PackageOpening.Accepted _ ->
                    new CheckResult(
                            Check.PACKAGE,
                            Level.GOOD,
                            Message.of(
                                    "opening.package.ok",
                                    electionPackage.title(),
                                    electionPackage.packageVersion()));
            case PackageOpening.Refused refused ->
                    new CheckResult(
                            Check.PACKAGE, Level.BAD, Message.ofCode(refused.reason().code()));
        };
    }

    private CheckResult register() {
        if (register.voters() == 0) {
            return new CheckResult(Check.REGISTER, Level.BAD, Message.of("opening.register.empty"));
        }
        return new CheckResult(
                Check.REGISTER,
                Level.GOOD,
                Message.of(
                        "opening.register.ok",
                        register.voters(),
                        RegisterDigest.of(register).substring(0, SHOWN_DIGEST),
                        register.version()));
    }

    private CheckResult devices() {
        // A device that was tested may have been pulled out since.
        List<DeviceState> states = devices.look();
        if (states.stream().anyMatch(DeviceState::isUntested)) {
            return new CheckResult(
                    Check.DEVICES, Level.UNKNOWN, Message.of("opening.devices.untested"));
        }
        List<DeviceState> failed = states.stream().filter(state -> !state.passed()).toList();
        if (failed.isEmpty()) {
            return new CheckResult(Check.DEVICES, Level.GOOD, passed(states));
        }
        boolean needed = failed.stream().anyMatch(state -> DeviceLook.needed(state.device()));
        return new CheckResult(
                Check.DEVICES,
                needed ? Level.BAD : Level.WARNING,
                Message.of("opening.devices.failed", names(failed)));
    }

    private static Message passed(List<DeviceState> states) {
        List<DeviceState> untried = states.stream().filter(DeviceState::isOnlyPresent).toList();
        List<DeviceState> tried = states.stream().filter(s -> !s.isOnlyPresent()).toList();
        return untried.isEmpty()
                ? Message.of("opening.devices.ok", names(tried))
                : Message.of("opening.devices.present", names(tried), names(untried));
    }

    private static List<Message> names(List<DeviceState> states) {
        return states.stream().map(s -> Message.of(DeviceLook.nameKey(s.device()))).toList();
    }

    private CheckResult clock() {
        String now = TIME.withZone(ZoneId.of(electionPackage.timeZone())).format(clock.instant());
        Optional<Duration> apart = skew.get();
        if (apart.isEmpty()) {
            return new CheckResult(
                    Check.CLOCK, Level.WARNING, Message.of("opening.clock.unchecked", now));
        }
        long seconds = apart.get().toSeconds();
        return Math.abs(seconds) <= electionPackage.policies().maxClockSkewSeconds()
                ? new CheckResult(Check.CLOCK, Level.GOOD, Message.of("opening.clock.ok", now))
                : new CheckResult(
                        Check.CLOCK,
                        Level.WARNING,
                        Message.of("opening.clock.skewed", now, seconds));
    }

    private CheckResult disk() {
        try {
            long megabytes = Files.getFileStore(home).getUsableSpace() >> 20;
            return new CheckResult(
                    Check.DISK,
                    megabytes >= NEEDED_MEGABYTES ? Level.GOOD : Level.BAD,
                    Message.of("opening.disk.ok", megabytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CheckResult counters() {
        Map<String, Long> counters = journal.counters().byName();
        if (journal.counters().isZero()) {
            return new CheckResult(Check.COUNTERS, Level.GOOD, Message.of("opening.counters.zero"));
        }
        List<String> notZero =
                counters.entrySet().stream()
                        .filter(e -> e.getValue() != 0 && !e.getKey().equals("registered"))
                        .map(e -> e.getKey() + " " + e.getValue())
                        .sorted()
                        .toList();
        return new CheckResult(
                Check.COUNTERS,
                journal.last(EventType.STATION_OPENED).isPresent() ? Level.GOOD : Level.BAD,
                Message.of("opening.counters.notZero", notZero));
    }

    private CheckResult zeroReport() {
        if (journal.last(EventType.ZERO_REPORT).isEmpty()) {
            return new CheckResult(
                    Check.ZERO_REPORT, Level.UNKNOWN, Message.of("opening.zero.waiting"));
        }
        // It states the number of voters: a later register makes it void.
        boolean current =
                journal.last(EventType.ZERO_REPORT, EventType.REGISTER_IMPORTED)
                        .filter(event -> event.type() == EventType.ZERO_REPORT)
                        .isPresent();
        return current
                ? new CheckResult(Check.ZERO_REPORT, Level.GOOD, Message.of("opening.zero.printed"))
                : new CheckResult(
                        Check.ZERO_REPORT, Level.UNKNOWN, Message.of("opening.zero.outdated"));
    }
}
