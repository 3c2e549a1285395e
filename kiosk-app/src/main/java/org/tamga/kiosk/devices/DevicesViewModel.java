package org.tamga.kiosk.devices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.devices.TestRecord.Verdict;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;

/** The list of devices, the one that is looked at, and the guided self-test. */
public final class DevicesViewModel {

    private final DeviceDesk desk;
    private final UiThreads threads;
    private final PreviewViewModel preview;
    private final ObservableList<DeviceState> devices = FXCollections.observableArrayList();
    private final ObservableList<DeviceState> shownDevices =
            FXCollections.unmodifiableObservableList(devices);
    private final ReadOnlyObjectWrapper<DeviceState> selected;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Optional<GuidedTest>> guided =
            new ReadOnlyObjectWrapper<>(this, "guided", Optional.empty());
    private final ReadOnlyObjectWrapper<Message> summary =
            new ReadOnlyObjectWrapper<>(this, "summary", Message.NONE);
    private CancelSignal testing = new CancelSignal();
    private boolean shown;

    public DevicesViewModel(DeviceDesk desk, Trials trials, UiThreads threads) {
        this.desk = desk;
        this.threads = threads;
        this.preview = new PreviewViewModel(desk, trials, threads, PreviewViewModel.PICTURE_STAYS);
        devices.setAll(desk.states());
        selected = new ReadOnlyObjectWrapper<>(this, "selected", devices.getFirst());
        desk.whenChanged(() -> threads.ui().execute(this::refresh));
    }

    public ObservableList<DeviceState> devices() {
        return shownDevices;
    }

    /** The device whose details and preview are shown. */
    public ReadOnlyObjectProperty<DeviceState> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** True while tests run or their results are being recorded. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Empty unless a guided self-test is under way. */
    public ReadOnlyObjectProperty<Optional<GuidedTest>> guidedProperty() {
        return guided.getReadOnlyProperty();
    }

    /** What the last guided self-test came to. */
    public ReadOnlyObjectProperty<Message> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public PreviewViewModel preview() {
        return preview;
    }

    /** The screen came to the front. */
    public void shown() {
        shown = true;
        refresh();
        threads.run(desk::look, states -> {});
        look();
    }

    /** The screen went: every device is let go, every picture wiped. */
    public void hidden() {
        shown = false;
        guided.set(Optional.empty());
        testing.cancel();
        preview.stop();
    }

    public void select(DeviceClass device) {
        if (guided.get().isEmpty() && !busy.get() && device != selected.get().device()) {
            preview.stop();
            selected.set(desk.state(device));
            look();
        }
    }

    /** Shows at once what needs no person's doing. */
    private void look() {
        DeviceClass device = selected.get().device();
        boolean byItself = device == DeviceClass.CAMERA || device == DeviceClass.POWER_SUPPLY;
        if (shown && byItself && desk.holds(device)) {
            preview.begin(device);
        }
    }

    /** Uses the selected device: a finger, a document, a slip, a page. */
    public void tryOut() {
        if (!busy.get()) {
            preview.begin(selected.get().device());
        }
    }

    /** The quick test of the selected device. */
    public void test() {
        DeviceClass device = selected.get().device();
        run(cancel -> List.of(desk.test(device, cancel)));
    }

    /** The quick test of every device. */
    public void testAll() {
        run(desk::testAll);
    }

    private void run(Function<CancelSignal, List<DeviceState>> tests) {
        if (busy.get() || guided.get().isPresent()) {
            return;
        }
        busy.set(true);
        preview.stop();
        CancelSignal cancel = new CancelSignal();
        testing = cancel;
        threads.run(() -> tests.apply(cancel), () -> busy.set(false), states -> look());
    }

    /** Goes through all devices of the kit, one after another, with a person who looks. */
    public void beginGuided() {
        List<DeviceClass> all = devices.stream().map(DeviceState::device).toList();
        if (!busy.get()) {
            summary.set(Message.NONE);
            turnTo(new GuidedTest(all, 0));
        }
    }

    private void turnTo(GuidedTest step) {
        guided.set(Optional.of(step));
        selected.set(desk.state(step.device()));
        preview.begin(step.device());
    }

    /** The person is content with what the device showed. */
    public void accept() {
        Optional<Seen> seen = preview.seenProperty().get();
        if (hasShown(seen)) {
            record(isOnlyPresent(seen.get()) ? Verdict.PRESENT : Verdict.PASSED, Optional.empty());
        }
    }

    private static boolean isOnlyPresent(Seen seen) {
        return seen instanceof Seen.Attached || seen instanceof Seen.Power(PowerState.Unknown _);
    }

    /** The device failed, or the person is not content with what it showed. */
    public void reject() {
        Optional<DeviceFault> fault = fault(preview.seenProperty().get());
        record(fault.isPresent() ? Verdict.FAILED : Verdict.REJECTED, fault);
    }

    public void skip() {
        record(Verdict.SKIPPED, Optional.empty());
    }

    /** Ends the guided self-test; what was recorded stays. */
    public void endGuided() {
        guided.set(Optional.empty());
        preview.stop();
        look();
    }

    private void record(Verdict verdict, Optional<DeviceFault> fault) {
        Optional<GuidedTest> step = guided.get();
        if (step.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        preview.stop();
        threads.run(
                () -> desk.record(step.get().device(), verdict, fault),
                () -> busy.set(false),
                state -> goOn(step.get()));
    }

    private void goOn(GuidedTest done) {
        if (!guided.get().equals(Optional.of(done))) {
            return;
        }
        if (done.isLast()) {
            endGuided();
            long passed = desk.states().stream().filter(DeviceState::passed).count();
            summary.set(Message.of("devices.guided.done", passed, done.devices().size()));
        } else {
            turnTo(done.next());
        }
    }

    /** Whether there is something to be content with. */
    static boolean hasShown(Optional<Seen> seen) {
        return seen.isPresent()
                && switch (seen.get()) {
                    case Seen.Failed _, Seen.LinesRead _ -> false;
                    case Seen.Document document -> document.zone() != Seen.Zone.WRONG;
                    case Seen.Chip chip -> chip.trust() != Seen.Trust.ALTERED;
                    case Seen.Frame _,
                            Seen.Finger _,
                            Seen.Printed _,
                            Seen.Power _,
                            Seen.Attached _ ->
                            true;
                };
    }

    static Optional<DeviceFault> fault(Optional<Seen> seen) {
        return seen.filter(Seen.Failed.class::isInstance)
                .map(Seen.Failed.class::cast)
                .map(Seen.Failed::fault);
    }

    private void refresh() {
        devices.setAll(desk.states());
        selected.set(desk.state(selected.get().device()));
    }
}
