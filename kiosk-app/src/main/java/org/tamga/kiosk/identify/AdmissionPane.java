package org.tamga.kiosk.identify;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.shell.Widgets;

/** The slip's number, where the voter goes, and whether the slip came out. */
final class AdmissionPane extends VBox {

    private final ObservableValue<Optional<ShownAdmission>> admission;

    AdmissionPane(ObservableValue<Optional<ShownAdmission>> admission, Widgets widgets) {
        this.admission = admission;
        Label slip = new Label();
        slip.setId("identify-slip");
        slip.getStyleClass().add("slip-number");
        slip.textProperty().bind(admission.map(a -> a.map(AdmissionPane::slipNumber).orElse("")));
        Label channel =
                widgets.label(
                        widgets.texts().of(ofAdmission(a -> channelName(a.channel()))), "heading");
        Label print =
                widgets.label(widgets.texts().of(ofAdmission(ShownAdmission::print)), "print");
        print.setId("identify-print");
        admission.addListener(
                (o, before, now) -> {
                    print.getStyleClass().removeAll("good-text", "error-text");
                    now.ifPresent(shown -> print.getStyleClass().add(colour(shown)));
                });
        getChildren()
                .addAll(
                        widgets.row(widgets.label("identify.slip", "heading"), slip),
                        channel,
                        print);
        getStyleClass().add("stack");
    }

    private static String colour(ShownAdmission admission) {
        return admission.printed() == Level.GOOD ? "good-text" : "error-text";
    }

    private static String slipNumber(ShownAdmission admission) {
        return "%04d".formatted(admission.slip());
    }

    private ObservableValue<Message> ofAdmission(Function<ShownAdmission, Message> part) {
        return admission.map(a -> a.map(part).orElse(Message.NONE));
    }

    private static Message channelName(VotingChannel channel) {
        return Message.of("identify.channel." + channel);
    }
}
