package org.tamga.kiosk.ballot;

import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;

/** How it ended: thanks, a ballot opened for checking, or a card that opens nothing. */
final class EndPane extends VBox {

    private EndPane(Widgets widgets, String icon, String iconStyle) {
        getStyleClass().addAll("stack", "booth-pane");
        setAlignment(Pos.CENTER);
        getChildren().add(widgets.icon(icon, "booth-icon", iconStyle));
    }

    static EndPane thanks(VotingViewModel model, Widgets widgets) {
        var pane = new EndPane(widgets, "mdi2c-check-circle-outline", "good");
        var title = widgets.label("ballot.thanks", "booth-title");
        title.setId("booth-thanks");
        pane.getChildren()
                .addAll(
                        title,
                        widgets.label("ballot.thanks.explain", "booth-text", "booth-centred"),
                        new CodePane(model, widgets, true),
                        widgets.button(
                                "booth-finish",
                                "ballot.finish",
                                "mdi2c-check",
                                model::finish,
                                "primary",
                                "big"));
        return pane;
    }

    static EndPane challenged(VotingViewModel model, Widgets widgets) {
        var pane = new EndPane(widgets, "mdi2s-shield-search", "info");
        var title = widgets.label("ballot.challenged", "booth-title");
        title.setId("booth-challenged");
        var actions =
                widgets.row(
                        widgets.button(
                                "booth-leave",
                                "ballot.leave",
                                "mdi2c-close",
                                model::finish,
                                "quiet"),
                        widgets.button(
                                "booth-again",
                                "ballot.again",
                                "mdi2r-restart",
                                model::voteAgain,
                                "primary",
                                "big"));
        actions.getStyleClass().add("centred");
        pane.getChildren()
                .addAll(
                        title,
                        widgets.label("ballot.challenged.explain", "booth-text", "booth-centred"),
                        new CodePane(model, widgets, true),
                        actions);
        return pane;
    }

    static EndPane refused(VotingViewModel model, Widgets widgets) {
        var code = model.refusalProperty().get();
        var pane = new EndPane(widgets, "mdi2a-alert-circle-outline", "bad");
        var sentence = widgets.label(widgets.texts().of(Message.ofCode(code)), "booth-title");
        sentence.setId("booth-refused");
        var next = code.startsWith("BC-") ? "ballot.next." + code : "ballot.next.other";
        pane.getChildren()
                .addAll(
                        sentence,
                        widgets.label(next, "booth-text", "booth-centred"),
                        widgets.label(widgets.texts().of("ballot.refused.code", code), "muted"),
                        widgets.button(
                                "booth-finish",
                                "shell.understood",
                                "mdi2c-check",
                                model::finish,
                                "primary",
                                "big"));
        return pane;
    }
}
