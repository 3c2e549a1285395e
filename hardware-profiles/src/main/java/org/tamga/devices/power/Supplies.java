package org.tamga.devices.power;

import java.util.List;
import java.util.OptionalInt;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.power.Supply.Flow;
import org.tamga.devices.power.Supply.Kind;

/** What all power supplies of a machine say together. */
final class Supplies {
    private Supplies() {}

    static PowerState together(List<Supply> all) {
        List<Supply> batteries = all.stream().filter(s -> s.kind() == Kind.BATTERY).toList();
        List<Supply> mains = all.stream().filter(s -> s.kind() == Kind.MAINS).toList();
        OptionalInt charge = charge(batteries);
        boolean delivered = mains.stream().anyMatch(Supply::online);
        boolean drained = batteries.stream().anyMatch(s -> s.flow() == Flow.DRAINED);
        boolean fed = batteries.stream().anyMatch(s -> s.flow() == Flow.FED);
        boolean held = batteries.stream().anyMatch(s -> s.flow() == Flow.HELD);
        // Where a battery is fed, some other mains than those that are described must feed it.
        boolean cut = !delivered && !fed && !mains.isEmpty() && !batteries.isEmpty();
        // With a charger that is too weak the battery drains on mains too, and ends just the same.
        if (drained || cut) {
            return charge.isPresent()
                    ? new PowerState.Battery(charge.getAsInt())
                    : new PowerState.Unknown(
                            DeviceFault.PROTOCOL_ERROR, "on battery; its charge is not told");
        }
        // A UPS is often the only one that is described: it charges, hence there is mains.
        return delivered || fed || held
                ? new PowerState.Mains(charge)
                : new PowerState.Unknown(DeviceFault.NOT_FOUND, "no power supply is described");
    }

    /**
     * Of several batteries each counts by its size; where sizes are not told or no battery tells
     * its charge, the lowest counts.
     */
    private static OptionalInt charge(List<Supply> batteries) {
        List<Supply> known = batteries.stream().filter(s -> s.percent().isPresent()).toList();
        double size = known.stream().mapToDouble(s -> s.full().orElse(0)).sum();
        boolean allSized = size > 0 && known.stream().allMatch(s -> s.full().orElse(0) > 0);
        if (known.size() > 1 && allSized) {
            double held =
                    known.stream()
                            .mapToDouble(s -> s.percent().orElseThrow() * s.full().orElseThrow())
                            .sum();
            return OptionalInt.of((int) Math.round(held / size));
        }
        return known.stream().mapToInt(s -> s.percent().orElseThrow()).min();
    }
}
