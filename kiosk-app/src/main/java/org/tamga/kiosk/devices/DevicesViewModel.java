package org.tamga.kiosk.devices;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.shell.UiThreads;

/** The list of devices and the test that runs. */
public final class DevicesViewModel {

    private final DeviceDesk desk;
    private final UiThreads threads;
    private final ObservableList<DeviceState> devices = FXCollections.observableArrayList();
    private final ObservableList<DeviceState> shownDevices =
            FXCollections.unmodifiableObservableList(devices);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    public DevicesViewModel(DeviceDesk desk, UiThreads threads) {
        this.desk = desk;
        this.threads = threads;
        devices.setAll(desk.states());
    }

    public ObservableList<DeviceState> devices() {
        return shownDevices;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Shows what other screens found out meanwhile. */
    public void refresh() {
        devices.setAll(desk.states());
    }

    public void test(DeviceKind kind) {
        run(() -> desk.test(kind));
    }

    public void testAll() {
        run(desk::testAll);
    }

    private void run(Runnable work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        threads.run(
                () -> {
                    work.run();
                    return desk.states();
                },
                () -> busy.set(false),
                devices::setAll);
    }

    static Message words(DeviceState state) {
        if (state.testedAt().isEmpty()) {
            return Message.of("devices.untested");
        }
        Optional<DeviceFault> fault = state.fault();
        return fault.isEmpty()
                ? Message.of("devices.passed")
                : Message.of(
                        "devices.failed", Message.ofCode(fault.get().code()), fault.get().code());
    }

    static Level level(DeviceState state) {
        if (state.testedAt().isEmpty()) {
            return Level.UNKNOWN;
        }
        return state.passed() ? Level.GOOD : state.kind().needed() ? Level.BAD : Level.WARNING;
    }
}
