package org.tamga.devices.simulator.chip;

import java.time.Duration;
import org.tamga.devices.chip.CardLink;
import org.tamga.devices.chip.CardSlot;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.Presence;

/** A simulated reader within this process. */
final class DeskSlot implements CardSlot {
    private final PassportDesk desk;

    DeskSlot(PassportDesk desk) {
        this.desk = desk;
    }

    @Override
    public Presence presence() {
        return desk.unplugged()
                ? new Presence.Absent(DeviceFault.UNPLUGGED, "the reader was pulled out")
                : new Presence.Attached();
    }

    @Override
    public boolean awaitCard(Duration time) throws LinkException {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (!desk.occupied() && !desk.unplugged() && System.nanoTime() < end) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (desk.unplugged()) {
            throw new LinkException(DeviceFault.UNPLUGGED, "the reader was pulled out");
        }
        return desk.occupied();
    }

    @Override
    public CardLink connect() {
        desk.reset();
        return new CardLink() {
            @Override
            public byte[] transmit(byte[] command) throws LinkException {
                return switch (desk.transmit(command)) {
                    case PassportDesk.Answered(byte[] bytes) -> bytes;
                    case PassportDesk.Silence _ ->
                            throw new LinkException(
                                    DeviceFault.CARD_REMOVED, "the document was taken away");
                    case PassportDesk.Unplugged _ ->
                            throw new LinkException(
                                    DeviceFault.UNPLUGGED, "the reader was pulled out");
                };
            }

            @Override
            public void close() {
                desk.reset();
            }
        };
    }

    @Override
    public void close() {
        desk.close();
    }
}
