package org.tamga.kiosk.identify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.PrintResult;
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
import org.tamga.kiosk.station.StationJournal;

/**
 * The workflow of identification: capture → quality → template → 1:1 or 1:N → rules → journal →
 * slip.
 *
 * <p>Blocks while it works: call it off the UI thread. One person at a time. Images and templates
 * are wiped before a call returns; the register's photo lives in the {@link VoterCard} until
 * closed.
 */
public final class CheckInDesk {

    private final String terminalId;
    private final Policies policies;
    private final StationJournal journal;
    private final DeviceKit kit;
    private final FingerSearch search;
    private final VoterLookup lookup;
    private final CheckInSlips slips;
    private final InstantSource clock;

    public CheckInDesk(
            String terminalId,
            Policies policies,
            StationJournal journal,
            DeviceKit kit,
            FingerSearch search,
            VoterLookup lookup,
            CheckInSlips slips,
            InstantSource clock) {
        this.terminalId = terminalId;
        this.policies = policies;
        this.journal = journal;
        this.kit = kit;
        this.search = search;
        this.lookup = lookup;
        this.slips = slips;
        this.clock = clock;
    }

    /**
     * Waits for a finger and finds out whose it is.
     *
     * @param number personal number typed or read from a document; absent for finger alone
     * @param wait how long to wait for the finger, up to five minutes
     * @param begins told each step as it begins, on the calling thread
     */
    public Presented present(
            Optional<String> number, Duration wait, CancelSignal cancel, Consumer<Step> begins) {
        StepTimes times = new StepTimes(begins);
        return switch (lookup.claim(number)) {
            case VoterLookup.NoClaim() -> capture(null, wait, cancel, times);
            case VoterLookup.Claimed(Person person) -> capture(person, wait, cancel, times);
            case VoterLookup.Unfounded(Evidence evidence) -> decide(evidence, 0, times);
        };
    }

    /**
     * The member's sign-off: compares nothing any more, asks the rules once more (another terminal
     * may have been quicker), appends, prints.
     */
    public Confirmed confirm(Presented.Matched matched, VotingChannel channel) {
        StepTimes times = new StepTimes(step -> {});
        return switch (admit(matched.evidence(), channel, times)) {
            case CheckInDecision.Refused refused ->
                    new Confirmed.Refused(refused.reason(), refused.details(), clock.instant());
            case CheckInDecision.Admitted admitted -> {
                PrintResult print =
                        times.measure(Step.PRINT, () -> slips.print(admitted, matched.card()));
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
    private CheckInDecision admit(Evidence evidence, VotingChannel channel, StepTimes times) {
        synchronized (journal) {
            CheckInDecision decision = decision(evidence, channel);
            switch (decision) {
                case CheckInDecision.Admitted admitted ->
                        times.measure(
                                Step.RECORD,
                                () -> journal.append(EventType.CHECKED_IN, admitted.eventData()));
                case CheckInDecision.Refused refused ->
                        journal.append(EventType.CHECK_IN_REFUSED, refused.eventData());
            }
            return decision;
        }
    }

    /**
     * The member compared photo and person and says it is somebody else. Recorded as a finger that
     * is not the person's; nobody is admitted.
     */
    public Presented.Refused notThisPerson(Presented.Matched matched) {
        Evidence evidence =
                lookup.person(matched.voter())
                        .<Evidence>map(Evidence.FingerOfAnother::new)
                        .orElseGet(Evidence.NoMatch::new);
        matched.card().close();
        return (Presented.Refused) decide(evidence, 0, new StepTimes(step -> {}));
    }

    /** Prints the last admitted voter's slip again, marked as a copy; empty when there is none. */
    public Optional<PrintResult> reprint() {
        return slips.reprint(this::cardOf);
    }

    /** A fresh picture of who stands at the table; empty when the camera gives none. */
    public Optional<Picture> look() {
        return lookup.look(kit.camera());
    }

    /** How often a finger may fail before the next rung of the ladder. */
    public int fingerAttempts() {
        return policies.fingerAttempts();
    }

    public StationCounters counters() {
        return journal.counters();
    }

    private Presented capture(
            @Nullable Person claimed, Duration wait, CancelSignal cancel, StepTimes times) {
        FingerCapture capture =
                times.measure(
                        Step.CAPTURE,
                        () -> kit.fingerScanner().capture(new CaptureRequest(wait), cancel));
        return switch (capture) {
            case FingerCapture.Captured(FingerImage image) -> {
                try (image) {
                    FingerSearch.Found found = search.search(image, claimed, policies, times);
                    yield decide(found.evidence(), found.quality(), times);
                }
            }
            case FingerCapture.Failed failed -> missed(failed.fault(), times);
        };
    }

    private Presented missed(DeviceFault fault, StepTimes times) {
        return switch (fault) {
            case TIMEOUT -> new Presented.Nobody(times.nanos());
            case CANCELLED -> new Presented.Cancelled(times.nanos());
            default -> {
                journal.append(
                        EventType.DEVICE_FAULT,
                        Map.of(
                                "device",
                                DeviceDesk.journalName(kit.fingerScanner()),
                                "result",
                                fault.code()));
                yield decide(new Evidence.DeviceFault(fault.code()), 0, times);
            }
        };
    }

    /** Whether the person could be admitted now; the channel does not matter to that. */
    private Presented decide(Evidence evidence, int quality, StepTimes times) {
        synchronized (journal) {
            return switch (decision(evidence, VotingChannel.PAPER)) {
                case CheckInDecision.Admitted admitted ->
                        new Presented.Matched(
                                admitted.voter(),
                                lookup.card(admitted.voter(), kit.camera()),
                                evidence,
                                quality,
                                times.nanos());
                case CheckInDecision.Refused refused -> {
                    journal.append(EventType.CHECK_IN_REFUSED, refused.eventData());
                    yield new Presented.Refused(
                            refused.reason(),
                            refused.details(),
                            clock.instant(),
                            Optional.ofNullable(refused.voter()).map(this::cardOf),
                            times.nanos());
                }
            };
        }
    }

    private VoterCard cardOf(VoterId voter) {
        return lookup.card(voter, kit.camera());
    }

    private CheckInDecision decision(Evidence evidence, VotingChannel channel) {
        return CheckInRules.decide(
                new CheckInRequest(clock.instant(), terminalId, channel, evidence),
                journal.roll(),
                policies);
    }
}
