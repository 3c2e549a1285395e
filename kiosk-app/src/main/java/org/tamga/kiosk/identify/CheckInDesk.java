package org.tamga.kiosk.identify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.election.checkin.CheckInDecision;
import org.tamga.election.checkin.CheckInRequest;
import org.tamga.election.checkin.CheckInRules;
import org.tamga.election.checkin.Evidence;
import org.tamga.election.checkin.Person;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.definition.Policies;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.voter.VoterId;
import org.tamga.kiosk.devices.DeviceDesk;
import org.tamga.kiosk.devices.WhileBusy;
import org.tamga.kiosk.station.StationJournal;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.decision.Claim;

/**
 * The workflow of identification: capture → quality → template → 1:1 or 1:N → rules → journal →
 * slip. What a person presents one after the other counts together.
 *
 * <p>Blocks while it works: call it off the UI thread. One person at a time. Images are wiped
 * before a call returns. The {@link Visitor} keeps the minutiae of what was presented, so that
 * later fingers count with them, until the person's time is over or the visitor is dropped; memory
 * of theirs is not wiped. The register's photo lives in the {@link VoterCard} until closed.
 */
public final class CheckInDesk {

    private static final Duration AFTER_BAD_TOUCH = Duration.ofMillis(500);

    private final String terminalId;
    private final Policies policies;
    private final StationJournal journal;
    private final DeviceKit kit;
    private final DeviceDesk devices;
    private final FingerSearch search;
    private final VoterLookup lookup;
    private final CheckInSlips slips;
    private final InstantSource clock;

    public CheckInDesk(
            String terminalId,
            Policies policies,
            StationJournal journal,
            DeviceDesk devices,
            FingerSearch search,
            VoterLookup lookup,
            CheckInSlips slips,
            InstantSource clock) {
        this.terminalId = terminalId;
        this.policies = policies;
        this.journal = journal;
        this.kit = devices.kit();
        this.devices = devices;
        this.search = search;
        this.lookup = lookup;
        this.slips = slips;
        this.clock = clock;
    }

    /** As below, for somebody who has presented nothing before. */
    public Presented present(
            Optional<String> number, Duration wait, CancelSignal cancel, Consumer<Step> begins) {
        return present(
                new Visitor(), new Named(number, FingerPosition.UNKNOWN), wait, cancel, begins);
    }

    /**
     * What goes with a finger.
     *
     * @param number personal number typed or read from a document; absent for finger alone
     * @param finger which one it is said to be
     */
    public record Named(Optional<String> number, FingerPosition finger) {}

    /**
     * Waits for a finger and finds out whose it is, together with what the visitor presented
     * before.
     *
     * @param wait how long to wait for the finger, up to five minutes
     * @param cancel until the finger is decided upon; what is being recorded is not broken off
     * @param begins told each step as it begins, on the calling thread
     */
    public Presented present(
            Visitor visitor,
            Named named,
            Duration wait,
            CancelSignal cancel,
            Consumer<Step> begins) {
        StepTimes times = new StepTimes(begins);
        return switch (lookup.claim(named.number())) {
            case VoterLookup.NoClaim() -> {
                visitor.goOn(visitor.transaction().claimingNobody());
                yield capture(visitor, named.finger(), wait, cancel, times);
            }
            case VoterLookup.Claimed(Person person, List<FingerImpression> enrolled) -> {
                visitor.goOn(
                        visitor.transaction()
                                .claiming(new Claim(person.voter().value(), enrolled)));
                yield capture(visitor, named.finger(), wait, cancel, times);
            }
            case VoterLookup.Unfounded(Evidence evidence) ->
                    decide(new FingerSearch.Found(evidence, 0, Optional.empty()), times);
        };
    }

    /**
     * The member's sign-off: compares nothing any more, asks the rules once more (another terminal
     * may have been quicker), appends, prints.
     */
    public Confirmed confirm(Presented.Matched matched, VotingChannel channel) {
        StepTimes times = new StepTimes(step -> {});
        return switch (admit(matched, channel, times)) {
            case CheckInDecision.Refused refused ->
                    new Confirmed.Refused(refused.reason(), refused.details(), clock.instant());
            case CheckInDecision.Admitted admitted -> {
                PrintResult print =
                        times.measure(
                                Step.PRINT, () -> printed(slips.print(admitted, matched.card())));
                yield new Confirmed.Admitted(
                        admitted.voter(),
                        channel,
                        admitted.slipNumber(),
                        matched.card().listNumber(),
                        clock.instant(),
                        print,
                        times.nanos());
            }
        };
    }

    /** Decides and records in one step, so that no two admissions rest upon the same roll. */
    private CheckInDecision admit(
            Presented.Matched matched, VotingChannel channel, StepTimes times) {
        synchronized (journal) {
            CheckInDecision decision = decision(matched.evidence(), channel);
            switch (decision) {
                case CheckInDecision.Admitted admitted ->
                        times.measure(
                                Step.RECORD,
                                () ->
                                        journal.append(
                                                EventType.CHECKED_IN,
                                                admission(matched.ladder(), admitted)));
                case CheckInDecision.Refused refused ->
                        journal.append(
                                EventType.CHECK_IN_REFUSED, refusal(matched.ladder(), refused));
            }
            return decision;
        }
    }

    /**
     * The member compared photo and person and says it is somebody else. Recorded as a finger that
     * is not the person's, without a name; nobody is admitted.
     */
    public Presented.Refused notThisPerson(Presented.Matched matched) {
        matched.card().close();
        return (Presented.Refused)
                decide(
                        new FingerSearch.Found(
                                new Evidence.SeenToBeAnother(),
                                0,
                                matched.ladder().map(Ladder::refuted)),
                        new StepTimes(step -> {}));
    }

    /** Prints the last admitted voter's slip again, marked as a copy; empty when there is none. */
    public Optional<PrintResult> reprint() {
        return slips.reprint(this::cardOf).map(this::printed);
    }

    private PrintResult printed(PrintResult print) {
        switch (print) {
            case PrintResult.Printed() -> devices.worked(DeviceClass.RECEIPT_PRINTER);
            case PrintResult.Failed failed ->
                    devices.failedInUse(DeviceClass.RECEIPT_PRINTER, failed.fault());
        }
        return print;
    }

    /** A fresh picture of who stands at the table; empty when the camera gives none. */
    public Optional<Picture> look() {
        return lookup.look(devices.camera());
    }

    public StationCounters counters() {
        return journal.counters();
    }

    private Presented capture(
            Visitor visitor,
            FingerPosition finger,
            Duration wait,
            CancelSignal cancel,
            StepTimes times) {
        FingerCapture capture =
                times.measure(
                        Step.CAPTURE,
                        () ->
                                WhileBusy.retry(
                                        cancel,
                                        CheckInDesk::isBusy,
                                        () ->
                                                kit.fingerScanner()
                                                        .capture(
                                                                new CaptureRequest(wait), cancel)));
        return switch (capture) {
            case FingerCapture.Captured(FingerImage image) -> {
                devices.worked(DeviceClass.FINGER_SCANNER);
                try (image) {
                    yield cancel.isCancelled()
                            ? new Presented.Cancelled(times.nanos())
                            : decide(search.search(image, visitor, finger, cancel, times), times);
                } catch (CancellationException e) {
                    yield new Presented.Cancelled(times.nanos());
                }
            }
            case FingerCapture.Failed failed ->
                    cancel.isCancelled()
                            ? new Presented.Cancelled(times.nanos())
                            : missed(failed.fault(), cancel, times);
        };
    }

    private static boolean isBusy(FingerCapture capture) {
        return capture instanceof FingerCapture.Failed failed && failed.fault() == DeviceFault.BUSY;
    }

    private Presented missed(DeviceFault fault, CancelSignal cancel, StepTimes times) {
        if (fault.isOfTouch()) {
            // A sensor that sees fingers where there are none must not keep the terminal busy.
            cancel.await(AFTER_BAD_TOUCH);
            return new Presented.TouchAgain(fault, times.nanos());
        }
        return switch (fault) {
            case TIMEOUT -> {
                // It answered.
                devices.worked(DeviceClass.FINGER_SCANNER);
                yield new Presented.Nobody(times.nanos());
            }
            case CANCELLED -> new Presented.Cancelled(times.nanos());
            default -> {
                devices.failedInUse(DeviceClass.FINGER_SCANNER, fault);
                yield decide(
                        new FingerSearch.Found(
                                new Evidence.DeviceFault(fault.code()), 0, Optional.empty()),
                        times);
            }
        };
    }

    /** Whether the person could be admitted now; the channel does not matter to that. */
    private Presented decide(FingerSearch.Found found, StepTimes times) {
        synchronized (journal) {
            return switch (decision(found.evidence(), VotingChannel.PAPER)) {
                case CheckInDecision.Admitted admitted ->
                        new Presented.Matched(
                                admitted.voter(),
                                lookup.card(admitted.voter(), devices.camera()),
                                found.evidence(),
                                found.quality(),
                                found.ladder(),
                                times.nanos());
                case CheckInDecision.Refused refused -> {
                    journal.append(EventType.CHECK_IN_REFUSED, refusal(found.ladder(), refused));
                    yield new Presented.Refused(
                            refused.reason(),
                            refused.details(),
                            clock.instant(),
                            Optional.ofNullable(refused.voter()).map(this::cardOf),
                            found.ladder(),
                            times.nanos());
                }
            };
        }
    }

    /** The decision and what it rests on, in one event. */
    private static Map<String, String> admission(
            Optional<Ladder> ladder, CheckInDecision.Admitted admitted) {
        Map<String, String> data = new TreeMap<>(admitted.eventData());
        ladder.ifPresent(stand -> stand.entry().ofAdmission().forEach(data::putIfAbsent));
        return data;
    }

    private static Map<String, String> refusal(
            Optional<Ladder> ladder, CheckInDecision.Refused refused) {
        Map<String, String> data = new TreeMap<>(refused.eventData());
        boolean named = refused.voter() != null;
        ladder.ifPresent(stand -> stand.entry().ofRefusal(named).forEach(data::putIfAbsent));
        return data;
    }

    private VoterCard cardOf(VoterId voter) {
        return lookup.card(voter, devices.camera());
    }

    private CheckInDecision decision(Evidence evidence, VotingChannel channel) {
        return CheckInRules.decide(
                new CheckInRequest(clock.instant(), terminalId, channel, evidence),
                journal.roll(),
                policies);
    }
}
