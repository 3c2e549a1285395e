package org.tamga.kiosk.station;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.Policies;
import org.tamga.election.text.Language;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.kiosk.closing.ClosingDesk;
import org.tamga.kiosk.count.CountDesk;
import org.tamga.kiosk.devices.DeviceDesk;
import org.tamga.kiosk.devices.TestPrints;
import org.tamga.kiosk.devices.Trials;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.identify.CheckInDesk;
import org.tamga.kiosk.identify.CheckInSlips;
import org.tamga.kiosk.identify.ChipDesk;
import org.tamga.kiosk.identify.FaceStep;
import org.tamga.kiosk.identify.FingerSearch;
import org.tamga.kiosk.identify.InstalledFaces;
import org.tamga.kiosk.identify.VoterLookup;
import org.tamga.kiosk.identify.Voters;
import org.tamga.kiosk.opening.OpeningChecks;
import org.tamga.kiosk.opening.OpeningDesk;
import org.tamga.kiosk.opening.ZeroReport;
import org.tamga.kiosk.protocol.ProtocolDesk;
import org.tamga.kiosk.protocol.ProtocolPdf;
import org.tamga.kiosk.sync.SyncDesk;
import org.tamga.matcher.decision.IdentityLadder;
import org.tamga.matcher.decision.LadderPolicy;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel.Images;
import org.tamga.station.store.RegisterStore;

/**
 * The workflows of an unlocked operator terminal, wired once; window and control use the same ones.
 */
public final class StationDesks implements AutoCloseable {
    /** Languages of the protocol in Kyrgyzstan. */
    private static final List<Language> OFFICIAL_LANGUAGES = List.of(Language.KY, Language.RU);

    /** A document that was not laid on the chip reader by then will not be. */
    private static final Duration CHIP_PATIENCE = Duration.ofSeconds(30);

    private final StationTerminal terminal;
    private final DeviceKit kit;
    private final SlipPrinting printing;
    private final DeviceDesk devices;
    private final Trials trials;
    private final SyncDesk sync;
    private final OpeningDesk opening;
    private final FaceStep faces;
    private final CheckInDesk checkIn;
    private final ChipDesk chips;
    private final ClosingDesk closing;
    private final CountDesk count;
    private final ProtocolDesk protocol;

    /**
     * @param language in which slips are printed
     */
    public StationDesks(
            StationTerminal terminal,
            DeviceKit kit,
            Messages messages,
            Supplier<Language> language,
            InstantSource clock) {
        this.terminal = terminal;
        this.kit = kit;
        StationJournal journal = terminal.journal();
        String terminalId = terminal.config().terminalId();
        this.printing = new SlipPrinting(kit);
        this.devices = new DeviceDesk(kit, journal, clock);
        this.trials =
                new Trials(
                        kit,
                        new TestPrints(
                                terminalId,
                                ZoneId.of(terminal.electionPackage().timeZone()),
                                messages,
                                language,
                                clock));
        this.sync = new SyncDesk(terminal, clock);
        OpeningChecks checks =
                new OpeningChecks(
                        terminal.electionPackage(),
                        () -> terminal.locked().reopenPackage(clock),
                        terminal.register(),
                        devices,
                        journal,
                        sync::skew,
                        terminal.locked().home(),
                        clock);
        ZeroReport zeroReport =
                new ZeroReport(
                        terminal.electionPackage(),
                        terminal.station(),
                        terminalId,
                        messages,
                        language,
                        clock);
        this.opening = new OpeningDesk(checks, devices, journal, printing, zeroReport, clock);
        this.faces = faces();
        VoterLookup lookup =
                new VoterLookup(
                        voters(terminal.register()),
                        terminal.electionPackage(),
                        terminal.station().id());
        CheckInSlips slips =
                new CheckInSlips(
                        terminal.electionPackage(),
                        terminal.station(),
                        terminalId,
                        journal,
                        printing,
                        messages,
                        language,
                        clock);
        this.checkIn =
                new CheckInDesk(
                        terminalId,
                        terminal.electionPackage().policies(),
                        journal,
                        devices,
                        new FingerSearch(
                                new IdentityLadder(ladderPolicy(), terminal::gallery),
                                qualityFloor(
                                        terminal.electionPackage().policies().qualityFloor(),
                                        kit.fingerScanner()),
                                faces,
                                lookup::person),
                        lookup,
                        slips,
                        clock);
        this.chips =
                new ChipDesk(
                        devices,
                        CHIP_PATIENCE,
                        clock,
                        ZoneId.of(terminal.electionPackage().timeZone()));
        this.closing = new ClosingDesk(terminal.electionPackage(), terminal.station(), journal);
        this.count =
                new CountDesk(
                        terminal.electionPackage(),
                        terminal.station(),
                        journal,
                        terminal.documents());
        this.protocol =
                new ProtocolDesk(
                        terminal.electionPackage(),
                        terminal.packageHash(),
                        terminal.station(),
                        count,
                        journal,
                        terminal.documents(),
                        terminal.outbox(),
                        terminal.identity().signer(),
                        new ProtocolPdf(messages, OFFICIAL_LANGUAGES),
                        clock);
        protocol.resume();
    }

    /** What the package asks for, or what images of this make of scanner need, if that is more. */
    static int qualityFloor(int ofPackage, FingerScanner scanner) {
        return Math.max(ofPackage, scanner.qualityFloor());
    }

    private LadderPolicy ladderPolicy() {
        Policies policies = terminal.electionPackage().policies();
        LadderPolicy policy =
                new LadderPolicy(
                        policies.identificationFpirPerMillion(),
                        policies.verificationFmrPerMillion(),
                        policies.ladder().fingers(),
                        policies.fingerAttempts(),
                        Duration.ofSeconds(policies.ladder().seconds()),
                        policies.ladder().faceFmrPerMillion(),
                        policies.commissionDecisionAllowed());
        return faces.isPossible() ? policy : policy.withoutFaces();
    }

    /** Drawn people are for demonstrations only, and only with drawn devices. */
    private FaceStep faces() {
        boolean drawn = terminal.electionPackage().kind() == ElectionKind.DEMO && kit.simulated();
        return new InstalledFaces(
                devices.camera(),
                voters(terminal.register()),
                ModelStore.ofUser(System.getenv()),
                drawn ? Images.DRAWN : Images.PHOTOGRAPHS,
                terminal.electionPackage().policies().ladder());
    }

    private static Voters voters(RegisterStore register) {
        return new Voters() {
            @Override
            public Optional<VoterRecord> byNumber(PersonalNumber number) {
                return register.findByPin(number);
            }

            @Override
            public Optional<VoterRecord> byId(VoterId id) {
                return register.findById(id);
            }

            @Override
            public Optional<String> stationOf(PersonalNumber number) {
                return register.stationOf(number);
            }
        };
    }

    public StationTerminal terminal() {
        return terminal;
    }

    public DeviceKit kit() {
        return kit;
    }

    public SlipPrinting printing() {
        return printing;
    }

    public DeviceDesk devices() {
        return devices;
    }

    /** Single devices to be looked at. */
    public Trials trials() {
        return trials;
    }

    public SyncDesk sync() {
        return sync;
    }

    public OpeningDesk opening() {
        return opening;
    }

    public ChipDesk chips() {
        return chips;
    }

    public CheckInDesk checkIn() {
        return checkIn;
    }

    public ClosingDesk closing() {
        return closing;
    }

    public CountDesk count() {
        return count;
    }

    public ProtocolDesk protocol() {
        return protocol;
    }

    /** Closes the way to the centre, then the stores; the kit stays its owner's. */
    @Override
    public void close() {
        faces.close();
        sync.close();
        terminal.close();
    }
}
