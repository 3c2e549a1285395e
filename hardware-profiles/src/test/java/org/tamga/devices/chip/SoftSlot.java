package org.tamga.devices.chip;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.simulator.chip.SoftPassport;

/** A slot in which one chip lies for ever. */
record SoftSlot(UnaryOperator<byte[]> chip) implements CardSlot {
    static SoftSlot with(SoftPassport passport) {
        passport.reset();
        return new SoftSlot(passport::transmit);
    }

    @Override
    public Presence presence() {
        return new Presence.Attached();
    }

    @Override
    public boolean awaitCard(Duration time) {
        return true;
    }

    @Override
    public CardLink connect() {
        return new CardLink() {
            @Override
            public byte[] transmit(byte[] command) {
                return chip.apply(command);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
