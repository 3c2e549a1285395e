package org.tamga.kiosk.identify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;

/** Puts outcomes into what the screen shows, and remembers the last five. On the UI thread. */
final class Outcomes {

    private static final int RECENT = 5;

    private final RefusalWords words;
    private final ObservableList<RecentOutcome> recent = FXCollections.observableArrayList();
    private final ObservableList<RecentOutcome> shownRecent =
            FXCollections.unmodifiableObservableList(recent);

    /**
     * @param zone of the times that are shown
     */
    Outcomes(ZoneId zone) {
        this.words = new RefusalWords(zone);
    }

    /** Newest first. */
    ObservableList<RecentOutcome> recent() {
        return shownRecent;
    }

    /** How somebody was found. */
    Message evidence(Presented.Matched found) {
        return found.ladder().map(words::evidence).orElse(Message.NONE);
    }

    ShownRefusal refused(
            RefusalReason reason,
            Map<String, String> details,
            Optional<Ladder> ladder,
            Instant at) {
        remember(at, Level.BAD, Message.of("identify.recent.refused", words.title(reason)));
        return new ShownRefusal(
                reason,
                words.title(reason),
                words.sentence(reason, details),
                words.next(reason),
                words.picture(reason, details),
                ladder.flatMap(Ladder::next),
                ladder.map(words::evidence).orElse(Message.NONE),
                words.codes(reason, ladder),
                words.clock(at));
    }

    ShownAdmission admitted(Confirmed.Admitted admitted) {
        remember(
                admitted.at(),
                admitted.print() instanceof PrintResult.Printed ? Level.GOOD : Level.WARNING,
                Message.of(
                        "identify.recent.admitted",
                        admitted.listNumber(),
                        Message.of("identify.channel." + admitted.channel()),
                        admitted.slip()));
        return ShownAdmission.of(admitted.slip(), admitted.channel(), admitted.print());
    }

    private void remember(Instant at, Level level, Message message) {
        recent.addFirst(new RecentOutcome(words.clock(at), level, message));
        while (recent.size() > RECENT) {
            recent.removeLast();
        }
    }
}
