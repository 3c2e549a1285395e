package org.tamga.kiosk.identify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.journal.StationCounters;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.decision.LadderStep;

/** The state of the identification screen; every method is called on the UI thread. */
public final class IdentifyViewModel {

    private final CheckInDesk desk;
    private final UiThreads threads;
    private final Outcomes outcomes;
    private final FingerWait wait;
    private final DocumentChip chip;
    private final ShownVoter shown = new ShownVoter();
    private final StringProperty number = new SimpleStringProperty(this, "number", "");
    private final ReadOnlyObjectWrapper<FingerPosition> finger =
            new ReadOnlyObjectWrapper<>(this, "finger", FingerPosition.UNKNOWN);
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(this, "phase", Phase.STOPPED);
    private final ReadOnlyObjectWrapper<Message> hint =
            new ReadOnlyObjectWrapper<>(this, "hint", Message.NONE);
    private final ReadOnlyObjectWrapper<StationCounters> counters;
    private Presented.@Nullable Matched matched;
    private Visitor visitor = new Visitor();

    public IdentifyViewModel(CheckInDesk desk, ChipDesk chips, UiThreads threads, ZoneId zone) {
        this.desk = desk;
        this.threads = threads;
        this.outcomes = new Outcomes(zone);
        this.wait = new FingerWait(desk, threads, new Waiting());
        this.chip = new DocumentChip(chips, threads);
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

    /** The person at the table. */
    public ShownVoter shown() {
        return shown;
    }

    /** The chip of the document that was held to the reader. */
    public DocumentChip chip() {
        return chip;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StationCounters> countersProperty() {
        return counters.getReadOnlyProperty();
    }

    /** The last five outcomes, newest first. */
    public ObservableList<RecentOutcome> recent() {
        return outcomes.recent();
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
        chip.stopReading();
        if (phase.get() == Phase.WAITING || phase.get() == Phase.TYPING) {
            stop();
        }
    }

    /** Clears the table and waits for the next voter's finger. */
    public void next() {
        clear();
        chip.clear();
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
        wait.cancel();
        chip.clear();
        phase.set(Phase.STOPPED);
        hint.set(Message.NONE);
    }

    /** Opens the keypad; the scanner rests meanwhile. */
    public void typeNumber() {
        clear();
        chip.clear();
        wait.cancel();
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
        chip.clear();
        if (!asked) {
            visitor = new Visitor();
        }
        number.set(digits);
        finger.set(FingerPosition.UNKNOWN);
        await();
    }

    private boolean documentAsked() {
        return rung().filter(LadderStep.DOCUMENT::equals).isPresent();
    }

    private Optional<LadderStep> rung() {
        return shown.refusalProperty().get().flatMap(ShownRefusal::rung);
    }

    /**
     * A document was held to the reader: its personal number is the claim, or the member is told
     * why there is none. A chip is read meanwhile. While a finger is being decided upon, documents
     * are overlooked.
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
            case ReadDocument.Number(String digits) -> {
                claim(digits);
                readChip(reading);
            }
            case ReadDocument.Told(Message message) -> {
                if (phase.get() == Phase.WAITING || documentAsked()) {
                    hint.set(message);
                    // A chip is compared with a claim: beside another's it would mislead.
                    if (claimed().isEmpty()) {
                        readChip(reading);
                    }
                }
            }
            case ReadDocument.Silence() -> {}
        }
    }

    private void readChip(DocumentReading reading) {
        if (reading instanceof DocumentReading.Read(_, DocumentContent.Mrz printed)) {
            chip.read(printed);
        }
    }

    /** The same person tries again, with the number typed before; all fingers count together. */
    public void tryAgain() {
        Optional<LadderStep> rung = rung();
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
        Optional<ShownAdmission> before = shown.admissionProperty().get();
        threads.run(
                desk::reprint,
                result -> {
                    recount();
                    if (before.isPresent() && result.isPresent()) {
                        shown.admit(before.get().reprinted(result.get()));
                    }
                });
    }

    /** Called a few times a second by the view while somebody is compared with the photo. */
    public void refreshLive() {
        if (phase.get() == Phase.MATCHED) {
            threads.run(desk::look, this::showLive);
        }
    }

    private void await() {
        Optional<String> claimed = claimed();
        phase.set(Phase.WAITING);
        hint.set(claimed.isPresent() ? Message.NONE : Message.of("identify.hint.WAITING"));
        wait.begin(
                visitor,
                new CheckInDesk.Named(
                        claimed, claimed.isPresent() ? finger.get() : FingerPosition.UNKNOWN));
    }

    private Optional<String> claimed() {
        return Optional.of(number.get().strip()).filter(typed -> !typed.isEmpty());
    }

    /** What the wait for a finger brings. */
    private final class Waiting implements FingerWait.Listener {
        @Override
        public void begins(Step step) {
            phase.set(
                    switch (step) {
                        case CAPTURE -> Phase.WAITING;
                        case QUALITY, TEMPLATE -> Phase.READING;
                        case MATCH, FACE -> Phase.MATCHING;
                        case RECORD, PRINT -> Phase.RECORDING;
                    });
        }

        @Override
        public void ended() {
            phase.set(Phase.STOPPED);
        }

        @Override
        public void presented(Presented presented) {
            show(presented);
        }
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
                if (claimed().isEmpty()) {
                    chip.clear();
                }
                shown.show(found.card());
                hint.set(Message.of("identify.quality", found.quality()));
                shown.foundBy(outcomes.evidence(found));
                phase.set(Phase.MATCHED);
            }
            case Presented.Refused refused -> {
                refused.card().ifPresent(shown::show);
                show(refused.reason(), refused.details(), refused.ladder(), refused.at());
            }
        }
    }

    private void show(Confirmed confirmed) {
        matched = null;
        switch (confirmed) {
            case Confirmed.Admitted admitted -> {
                visitor = new Visitor();
                shown.admit(outcomes.admitted(admitted));
                hint.set(Message.of("identify.admitted.next." + admitted.channel()));
                phase.set(Phase.ADMITTED);
                recount();
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
        shown.refuse(outcomes.refused(reason, details, ladder, at));
        hint.set(Message.NONE);
        phase.set(
                switch (reason) {
                    case DEVICE_FAULT -> Phase.FAULT;
                    case STATION_NOT_OPEN -> Phase.CLOSED;
                    default -> Phase.REFUSED;
                });
        recount();
    }

    /** The projection reads the whole journal, therefore not on the UI thread. */
    private void recount() {
        threads.run(desk::counters, counters::set);
    }

    private void showLive(Optional<Picture> picture) {
        if (picture.isEmpty()) {
            return;
        }
        if (phase.get() != Phase.MATCHED) {
            picture.get().close();
            return;
        }
        shown.showLive(picture.get());
    }

    /** Takes the last voter off the screen and wipes the pictures. */
    private void clear() {
        matched = null;
        shown.clear();
    }
}
