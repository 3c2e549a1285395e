package org.tamga.kiosk.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.station.sync.UsbReport;

/** What the centre has, what it lacks, and the answer to the last touch. */
public final class SyncViewModel {

    private final SyncDesk desk;
    private final UsbDrives usb;
    private final UiThreads threads;
    private final DateTimeFormatter time;
    private final ReadOnlyObjectWrapper<SyncState> state;
    private final ReadOnlyObjectWrapper<Message> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Message.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ObservableList<Path> drives = FXCollections.observableArrayList();
    private final ObservableList<Path> shownDrives =
            FXCollections.unmodifiableObservableList(drives);
    private final ObjectProperty<@Nullable Path> drive = new SimpleObjectProperty<>(this, "drive");

    private record Seen(SyncState state, List<Path> drives, Message answer) {}

    public SyncViewModel(SyncDesk desk, UsbDrives usb, UiThreads threads, ZoneId zone) {
        this.desk = desk;
        this.usb = usb;
        this.threads = threads;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
        this.state = new ReadOnlyObjectWrapper<>(this, "state", desk.state());
    }

    public ReadOnlyObjectProperty<SyncState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ObservableList<Path> drives() {
        return shownDrives;
    }

    /** The stick that export and import use; none while none is plugged in. */
    public ObjectProperty<@Nullable Path> driveProperty() {
        return drive;
    }

    public void refresh() {
        run(() -> Message.NONE);
    }

    public void deliver() {
        int held = state.get().registerVersion();
        run(
                () -> {
                    SyncState now = desk.deliver();
                    return now.fault()
                            .map(Message::ofCode)
                            .or(() -> registerCame(held, now))
                            .orElseGet(() -> Message.of("sync.allDelivered"));
                });
    }

    public void exportTo() {
        Path chosen = drive.get();
        if (chosen != null) {
            run(() -> words(desk.exportTo(chosen)));
        }
    }

    public void importFrom() {
        Path chosen = drive.get();
        if (chosen != null) {
            int held = state.get().registerVersion();
            run(
                    () -> {
                        SyncDesk.StickRead read = desk.importFrom(chosen);
                        return read.registerFault()
                                .map(Message::ofCode)
                                .or(() -> registerCame(held, desk.state()))
                                .orElseGet(() -> words(read.receipts()));
                    });
        }
    }

    private static Optional<Message> registerCame(int held, SyncState now) {
        return now.registerVersion() == held
                ? Optional.empty()
                : Optional.of(Message.of("sync.registerCame", now.registerVersion(), now.voters()));
    }

    Message lastContact(SyncState shown) {
        return shown.lastContact()
                .map(at -> Message.of("sync.at", clock(at)))
                .orElseGet(() -> Message.of("sync.never"));
    }

    private String clock(Instant at) {
        return time.format(at);
    }

    private void run(Supplier<Message> work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        answer.set(Message.of("sync.busy"));
        threads.run(
                () -> {
                    Message said = work.get();
                    return new Seen(desk.state(), usb.drives(), said);
                },
                () -> busy.set(false),
                this::show);
    }

    private void show(Seen seen) {
        state.set(seen.state());
        answer.set(seen.answer());
        Path before = drive.get();
        drives.setAll(seen.drives());
        drive.set(
                before != null && seen.drives().contains(before)
                        ? before
                        : seen.drives().stream().findFirst().orElse(null));
    }

    private static Message words(UsbReport report) {
        return switch (report) {
            case UsbReport.Written written ->
                    Message.of("sync.exported", written.written(), written.present());
            case UsbReport.ReceiptsRead read ->
                    Message.of("sync.imported", read.accepted(), read.rejected().size());
            case UsbReport.Failed failed -> Message.ofCode(failed.code());
        };
    }
}
