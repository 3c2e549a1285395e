package org.tamga.kiosk.opening;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.DayPhase;

/** The checklist and the answer to the last touch. */
public final class OpeningViewModel {

    private final OpeningDesk desk;
    private final UiThreads threads;
    private final ZoneId zone;
    private final Runnable opened;
    private final ObservableList<CheckResult> checks = FXCollections.observableArrayList();
    private final ObservableList<CheckResult> shownChecks =
            FXCollections.unmodifiableObservableList(checks);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyObjectWrapper<DayPhase> phase =
            new ReadOnlyObjectWrapper<>(this, "phase", DayPhase.BEFORE_OPENING);
    private final ReadOnlyObjectWrapper<Message> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Message.NONE);

    /** What came of a touch, gathered in the background. */
    private record Seen(List<CheckResult> checks, DayPhase phase, Message answer) {}

    /**
     * @param opened called on the UI thread once the station is open
     */
    public OpeningViewModel(OpeningDesk desk, UiThreads threads, ZoneId zone, Runnable opened) {
        this.desk = desk;
        this.threads = threads;
        this.zone = zone;
        this.opened = opened;
    }

    public ObservableList<CheckResult> checks() {
        return shownChecks;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** True when every condition holds and the station is not yet open. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DayPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public void check() {
        run(() -> Message.NONE);
    }

    public void testDevices() {
        run(
                () -> {
                    desk.testDevices();
                    return Message.NONE;
                });
    }

    public void printZeroReport() {
        run(() -> desk.printZeroReport().map(Message::ofCode).orElse(Message.NONE));
    }

    /** Opens the station, or shows the reason for which it stays closed. */
    public void open() {
        run(
                () ->
                        switch (desk.open()) {
                            case OpeningOutcome.Opened(Instant at) ->
                                    Message.of("opening.opened", clock(at));
                            case OpeningOutcome.Refused(String code) -> refused(code);
                        });
    }

    // The code is of the first condition that does not hold; whoever reads wants to know all.
    private Message refused(String code) {
        List<Message> missing =
                desk.check().stream()
                        .filter(result -> !result.passed())
                        .map(result -> Message.of("opening.check." + result.check()))
                        .toList();
        return missing.isEmpty()
                ? Message.ofCode(code)
                : Message.coded(Message.of("opening.missing", missing), code);
    }

    private void run(Supplier<Message> work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        answer.set(Message.of("opening.busy"));
        threads.run(
                () -> {
                    Message said = work.get();
                    return new Seen(desk.check(), desk.phase(), said);
                },
                () -> busy.set(false),
                this::show);
    }

    private void show(Seen seen) {
        checks.setAll(seen.checks());
        answer.set(seen.answer());
        ready.set(
                seen.phase() == DayPhase.BEFORE_OPENING
                        && seen.checks().stream().allMatch(CheckResult::passed));
        Optional<DayPhase> before = Optional.ofNullable(phase.get());
        phase.set(seen.phase());
        if (seen.phase() == DayPhase.OPEN && before.orElse(DayPhase.OPEN) != DayPhase.OPEN) {
            opened.run();
        }
    }

    private String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(at);
    }
}
