package org.tamga.kiosk.identify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.journal.StationCounters;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.decision.LadderStep;

/** The state of the identification screen; every method is called on the UI thread. */
public final class IdentifyViewModel {

    /** How long one wait for a finger lasts before it is quietly begun anew. */
    private static final Duration WAIT = Duration.ofMinutes(2);

    private static final int RECENT = 5;

    /**
     * A refusal as the screen shows it.
     *
     * @param picture what was wrong with the finger's image
     * @param rung what to try now when the finger failed
     * @param evidence how far the finger came; none when no finger was looked at
     * @param codes of the refusal and of the ladder
     * @param clock local time HH:mm
     */
    public record ShownRefusal(
            RefusalReason reason,
            Message title,
            Message sentence,
            Message next,
            Optional<QualityReason> picture,
            Optional<LadderStep> rung,
            Message evidence,
            String codes,
            String clock) {}

    /** An admission as the screen shows it. */
    public record ShownAdmission(long slip, VotingChannel channel, Message print, Level printed) {}

    private final CheckInDesk desk;
    private final UiThreads threads;
    private final RefusalWords words;
    private final AtomicReference<CancelSignal> waiting = new AtomicReference<>(new CancelSignal());
    private final StringProperty number = new SimpleStringProperty(this, "number", "");
    private final ReadOnlyObjectWrapper<FingerPosition> finger =
            new ReadOnlyObjectWrapper<>(this, "finger", FingerPosition.UNKNOWN);
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(this, "phase", Phase.STOPPED);
    private final ReadOnlyObjectWrapper<Optional<VoterCard>> card =
            new ReadOnlyObjectWrapper<>(this, "card", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Picture>> live =
            new ReadOnlyObjectWrapper<>(this, "live", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShownRefusal>> refusal =
            new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShownAdmission>> admission =
            new ReadOnlyObjectWrapper<>(this, "admission", Optional.empty());
    private final ReadOnlyObjectWrapper<Message> hint =
            new ReadOnlyObjectWrapper<>(this, "hint", Message.NONE);
    private final ReadOnlyObjectWrapper<StationCounters> counters;
    private final ObservableList<RecentOutcome> recent = FXCollections.observableArrayList();
    private final ObservableList<RecentOutcome> shownRecent =
            FXCollections.unmodifiableObservableList(recent);
    private final ReadOnlyObjectWrapper<Message> evidence =
            new ReadOnlyObjectWrapper<>(this, "evidence", Message.NONE);
    private Presented.@Nullable Matched matched;
    private Visitor visitor = new Visitor();

    /**
     * Whether the desk is at work for the scanner, perhaps only until it sees that it shall not.
     */
    private boolean presenting;

    public IdentifyViewModel(CheckInDesk desk, UiThreads threads, ZoneId zone) {
        this.desk = desk;
        this.threads = threads;
        this.words = new RefusalWords(zone);
        this.counters = new ReadOnlyObjectWrapper<>(this, "counters", desk.counters());
    }

    public StringProperty numberProperty() {
        return number;
    }

    /** Which finger is laid on when a number was given; unknown: any. */
    public ReadOnlyObjectProperty<FingerPosition> fingerProperty() {
        return finger.getReadOnlyProperty();
    }

    /** The member says which finger of the claimed person is laid on. */
    public void nameFinger(FingerPosition position) {
        if (position == finger.get()) {
            return;
        }
        finger.set(position);
        if (phase.get() == Phase.WAITING) {
            await();
        }
    }

    /** How the voter on screen was found. */
    public ReadOnlyObjectProperty<Message> evidenceProperty() {
        return evidence.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<VoterCard>> cardProperty() {
        return card.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Picture>> liveProperty() {
        return live.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ShownRefusal>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ShownAdmission>> admissionProperty() {
        return admission.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StationCounters> countersProperty() {
        return counters.getReadOnlyProperty();
    }

    /** The last five outcomes, newest first. */
    public ObservableList<RecentOutcome> recent() {
        return shownRecent;
    }

    /** The screen came to the front: the scanner waits unless something is still to be answered. */
    public void activate() {
        recount();
        if (phase.get() == Phase.STOPPED || phase.get() == Phase.CLOSED) {
            next();
        }
    }

    /** The screen went away: nothing waits behind it, and no finger is kept. */
    public void deactivate() {
        visitor.dropFingers();
        if (phase.get() == Phase.WAITING || phase.get() == Phase.TYPING) {
            stop();
        }
    }

    /** Clears the table and waits for the next voter's finger. */
    public void next() {
        clear();
        visitor = new Visitor();
        number.set("");
        finger.set(FingerPosition.UNKNOWN);
        await();
    }

    /** Somebody steps up: whoever was answered leaves the table, whoever was not stays. */
    void stepUp() {
        switch (phase.get()) {
            case ADMITTED, REFUSED, STOPPED -> next();
            case CLOSED, TYPING, WAITING, READING, MATCHING, MATCHED, RECORDING, FAULT -> {}
        }
    }

    /** Stops the scanner; nothing happens until the next start. */
    public void stop() {
        waiting.get().cancel();
        phase.set(Phase.STOPPED);
        hint.set(Message.NONE);
    }

    /** Opens the keypad; the scanner rests meanwhile. */
    public void typeNumber() {
        clear();
        waiting.get().cancel();
        phase.set(Phase.TYPING);
    }

    /** The number is complete (or empty again): waits for the finger that goes with it. */
    public void numberTyped() {
        if (phase.get() == Phase.TYPING) {
            await();
        }
    }

    /**
     * A number that came from a document reader (or a simulated voter) rather than the keypad.
     * Where the ladder asked for it, it is of the same person.
     */
    public void claim(String digits) {
        boolean asked = documentAsked();
        clear();
        if (!asked) {
            visitor = new Visitor();
        }
        number.set(digits);
        finger.set(FingerPosition.UNKNOWN);
        await();
    }

    private boolean documentAsked() {
        return refusal.get().flatMap(ShownRefusal::rung).stream()
                .anyMatch(LadderStep.DOCUMENT::equals);
    }

    /**
     * A document was held to the reader: its personal number is the claim, or the member is told
     * why there is none. While a finger is being decided upon, documents are overlooked.
     */
    public void documentRead(DocumentReading reading) {
        boolean free =
                switch (phase.get()) {
                    case STOPPED, WAITING, TYPING, REFUSED, ADMITTED -> true;
                    case CLOSED, READING, MATCHING, MATCHED, RECORDING, FAULT -> false;
                };
        if (!free) {
            return;
        }
        switch (ReadDocument.of(reading)) {
            case ReadDocument.Number(String digits) -> claim(digits);
            case ReadDocument.Told(Message message) -> {
                if (phase.get() == Phase.WAITING || documentAsked()) {
                    hint.set(message);
                }
            }
            case ReadDocument.Silence() -> {}
        }
    }

    /** The same person tries again, with the number typed before; all fingers count together. */
    public void tryAgain() {
        Optional<LadderStep> rung = refusal.get().flatMap(ShownRefusal::rung);
        clear();
        await();
        rung.filter(step -> step == LadderStep.NEXT_FINGER)
                .ifPresent(step -> hint.set(Message.of("identify.hint.nextFinger")));
    }

    /** The member's one touch: the photo is the person, who votes so. */
    public void signOff(VotingChannel channel) {
        Presented.Matched found = matched;
        if (phase.get() != Phase.MATCHED || found == null) {
            return;
        }
        phase.set(Phase.RECORDING);
        threads.run(() -> desk.confirm(found, channel), () -> phase.set(Phase.STOPPED), this::show);
    }

    /** The photo is somebody else. */
    public void notThisPerson() {
        Presented.Matched found = matched;
        if (phase.get() != Phase.MATCHED || found == null) {
            return;
        }
        phase.set(Phase.RECORDING);
        clear();
        threads.run(() -> desk.notThisPerson(found), () -> phase.set(Phase.STOPPED), this::show);
    }

    /** Prints the last slip again as a copy. */
    public void reprint() {
        Optional<ShownAdmission> shown = admission.get();
        threads.run(
                desk::reprint,
                result -> {
                    recount();
                    if (shown.isPresent() && result.isPresent()) {
                        admission.set(
                                admission(shown.get().slip(), shown.get().channel(), result.get()));
                    }
                });
    }

    /** Called a few times a second by the view while somebody is compared with the photo. */
    public void refreshLive() {
        if (phase.get() == Phase.MATCHED) {
            threads.run(desk::look, this::showLive);
        }
    }

    /**
     * A scanner serves one wait at a time: where the one before still runs, it is cancelled and
     * this one begins when it has ended.
     */
    private void await() {
        CancelSignal signal = new CancelSignal();
        waiting.getAndSet(signal).cancel();
        phase.set(Phase.WAITING);
        Optional<String> claimed = claimed();
        hint.set(claimed.isPresent() ? Message.NONE : Message.of("identify.hint.WAITING"));
        if (!presenting) {
            present(signal, claimed);
        }
    }

    private void present(CancelSignal signal, Optional<String> claimed) {
        presenting = true;
        Visitor present = visitor;
        CheckInDesk.Named named =
                new CheckInDesk.Named(
                        claimed, claimed.isPresent() ? finger.get() : FingerPosition.UNKNOWN);
        threads.run(
                () -> desk.present(present, named, WAIT, signal, step -> begins(signal, step)),
                () -> ended(signal),
                presented -> {
                    if (waiting.get() == signal) {
                        show(presented);
                    } else {
                        close(presented);
                    }
                });
    }

    private void ended(CancelSignal signal) {
        presenting = false;
        stopIfCurrent(signal);
        if (waiting.get() != signal && phase.get() == Phase.WAITING) {
            present(waiting.get(), claimed());
        }
    }

    /** Nobody looks at it any more. */
    private static void close(Presented presented) {
        switch (presented) {
            case Presented.Matched found -> found.card().close();
            case Presented.Refused refused -> refused.card().ifPresent(VoterCard::close);
            case Presented.Nobody _, Presented.TouchAgain _, Presented.Cancelled _ -> {}
        }
    }

    private Optional<String> claimed() {
        return Optional.of(number.get().strip()).filter(typed -> !typed.isEmpty());
    }

    private void stopIfCurrent(CancelSignal signal) {
        if (waiting.get() == signal && !signal.isCancelled()) {
            phase.set(Phase.STOPPED);
        }
    }

    private void begins(CancelSignal signal, Step step) {
        Phase shown =
                switch (step) {
                    case CAPTURE -> Phase.WAITING;
                    case QUALITY, TEMPLATE -> Phase.READING;
                    case MATCH, FACE -> Phase.MATCHING;
                    case RECORD, PRINT -> Phase.RECORDING;
                };
        threads.ui()
                .execute(
                        () -> {
                            if (waiting.get() == signal && !signal.isCancelled()) {
                                phase.set(shown);
                            }
                        });
    }

    private void show(Presented presented) {
        switch (presented) {
            case Presented.Nobody _ -> await();
            case Presented.TouchAgain again -> {
                await();
                hint.set(Message.ofCode(again.fault().code()));
            }
            case Presented.Cancelled _ -> {}
            case Presented.Matched found -> {
                matched = found;
                card.set(Optional.of(found.card()));
                live.set(found.card().livePhoto());
                hint.set(Message.of("identify.quality", found.quality()));
                evidence.set(found.ladder().map(words::evidence).orElse(Message.NONE));
                phase.set(Phase.MATCHED);
            }
            case Presented.Refused refused -> {
                card.set(refused.card());
                live.set(refused.card().flatMap(VoterCard::livePhoto));
                show(refused.reason(), refused.details(), refused.ladder(), refused.at());
            }
        }
    }

    private void show(Confirmed confirmed) {
        matched = null;
        switch (confirmed) {
            case Confirmed.Admitted admitted -> {
                visitor = new Visitor();
                admission.set(admission(admitted.slip(), admitted.channel(), admitted.print()));
                hint.set(Message.of("identify.admitted.next." + admitted.channel()));
                phase.set(Phase.ADMITTED);
                remember(
                        admitted.at(),
                        admitted.print() instanceof PrintResult.Printed
                                ? Level.GOOD
                                : Level.WARNING,
                        Message.of(
                                "identify.recent.admitted",
                                admitted.listNumber(),
                                Message.of("identify.channel." + admitted.channel()),
                                admitted.slip()));
            }
            case Confirmed.Refused refused ->
                    show(refused.reason(), refused.details(), Optional.empty(), refused.at());
        }
    }

    private void show(
            RefusalReason reason,
            Map<String, String> details,
            Optional<Ladder> ladder,
            Instant at) {
        refusal.set(
                Optional.of(
                        new ShownRefusal(
                                reason,
                                words.title(reason),
                                words.sentence(reason, details),
                                words.next(reason),
                                words.picture(reason, details),
                                ladder.flatMap(Ladder::next),
                                ladder.map(words::evidence).orElse(Message.NONE),
                                words.codes(reason, ladder),
                                words.clock(at))));
        hint.set(Message.NONE);
        phase.set(
                switch (reason) {
                    case DEVICE_FAULT -> Phase.FAULT;
                    case STATION_NOT_OPEN -> Phase.CLOSED;
                    default -> Phase.REFUSED;
                });
        remember(at, Level.BAD, Message.of("identify.recent.refused", words.title(reason)));
    }

    /** The projection reads the whole journal, therefore not on the UI thread. */
    private void recount() {
        threads.run(desk::counters, counters::set);
    }

    private static Optional<ShownAdmission> admission(
            long slip, VotingChannel channel, PrintResult print) {
        return Optional.of(shown(slip, channel, print));
    }

    private static ShownAdmission shown(long slip, VotingChannel channel, PrintResult print) {
        return switch (print) {
            case PrintResult.Printed() ->
                    new ShownAdmission(
                            slip, channel, Message.of("identify.print.printed"), Level.GOOD);
            case PrintResult.Failed failed ->
                    new ShownAdmission(
                            slip,
                            channel,
                            Message.of(
                                    "identify.print.failed", Message.ofCode(failed.fault().code())),
                            Level.BAD);
        };
    }

    private void remember(Instant at, Level level, Message message) {
        recent.addFirst(new RecentOutcome(words.clock(at), level, message));
        while (recent.size() > RECENT) {
            recent.removeLast();
        }
        recount();
    }

    private void showLive(Optional<Picture> picture) {
        if (picture.isEmpty()) {
            return;
        }
        if (phase.get() != Phase.MATCHED) {
            picture.get().close();
            return;
        }
        Optional<Picture> before = live.get();
        live.set(picture);
        before.ifPresent(Picture::close);
    }

    /** Takes the last voter off the screen and wipes the pictures. */
    private void clear() {
        matched = null;
        Optional<VoterCard> shown = card.get();
        Optional<Picture> seen = live.get();
        card.set(Optional.empty());
        live.set(Optional.empty());
        refusal.set(Optional.empty());
        admission.set(Optional.empty());
        evidence.set(Message.NONE);
        shown.ifPresent(VoterCard::close);
        seen.ifPresent(Picture::close);
    }
}
