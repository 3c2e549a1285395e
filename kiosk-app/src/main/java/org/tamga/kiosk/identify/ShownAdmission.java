package org.tamga.kiosk.identify;

import org.tamga.devices.ports.PrintResult;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;

/** An admission as the screen shows it. */
public record ShownAdmission(long slip, VotingChannel channel, Message print, Level printed) {

    static ShownAdmission of(long slip, VotingChannel channel, PrintResult print) {
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

    /** After another print of the same slip. */
    ShownAdmission reprinted(PrintResult print) {
        return of(slip, channel, print);
    }
}
