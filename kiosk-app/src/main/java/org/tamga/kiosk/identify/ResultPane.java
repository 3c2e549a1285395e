package org.tamga.kiosk.identify;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;

/** The right side: the verdict in its colour, the photos, what is known, the next touch. */
final class ResultPane extends VBox {

    /** Three pictures have room beside the name when they are smaller. */
    private static final String THREE = "three";

    private final IdentifyViewModel model;
    private final Widgets widgets;

    ResultPane(IdentifyViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        getStyleClass().addAll("card", "result");
        HBox body = new HBox(photos(), details());
        body.getStyleClass().add("result-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren()
                .addAll(new VerdictBand(model, widgets), chipLine(), body, signOff(), reprint());
    }

    private ChipLine chipLine() {
        return widgets.when(
                shown(model.chip().shownProperty()),
                new ChipLine(model.chip().shownProperty(), widgets));
    }

    private HBox photos() {
        ObservableValue<Optional<Picture>> portrait =
                model.chip().shownProperty().map(chip -> chip.flatMap(ShownChip::portrait));
        HBox photos =
                new HBox(
                        new PhotoPane(
                                "identify.photo.register",
                                model.shown()
                                        .cardProperty()
                                        .map(card -> card.flatMap(VoterCard::registerPhoto)),
                                widgets),
                        new PhotoPane("identify.photo.live", model.shown().liveProperty(), widgets),
                        widgets.when(
                                shown(portrait),
                                new PhotoPane("identify.photo.chip", portrait, widgets)));
        photos.getStyleClass().add("photos");
        portrait.addListener(
                (o, before, now) -> {
                    photos.getStyleClass().remove(THREE);
                    now.ifPresent(picture -> photos.getStyleClass().add(THREE));
                });
        return photos;
    }

    private VBox details() {
        Label name = new Label();
        name.setId("identify-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        name.getStyleClass().add("voter-name");
        name.textProperty()
                .bind(model.shown().cardProperty().map(c -> c.map(VoterCard::name).orElse("")));
        VBox facts =
                new VBox(
                        fact("identify.born", card -> Integer.toString(card.birthYear())),
                        fact("identify.listNumber", card -> Integer.toString(card.listNumber())),
                        ballot());
        facts.getStyleClass().add("facts");
        VBox details =
                new VBox(
                        widgets.when(shown(model.shown().cardProperty()), name),
                        widgets.when(model.phaseProperty().map(p -> p == Phase.MATCHED), facts),
                        widgets.when(
                                shown(model.shown().refusalProperty()),
                                new RefusalPane(model.shown().refusalProperty(), widgets)),
                        widgets.when(
                                shown(model.shown().admissionProperty()),
                                new AdmissionPane(model.shown().admissionProperty(), widgets)));
        details.getStyleClass().add("details");
        HBox.setHgrow(details, Priority.ALWAYS);
        details.setMinWidth(0);
        return details;
    }

    private HBox fact(String key, Function<VoterCard, String> value) {
        Label words = new Label();
        words.getStyleClass().add("strong");
        words.textProperty().bind(model.shown().cardProperty().map(c -> c.map(value).orElse("")));
        return widgets.row(caption(key), words);
    }

    /** In one piece: what stands behind it wraps. */
    private Label caption(String key) {
        Label caption = widgets.label(key, "muted");
        caption.setMinWidth(USE_PREF_SIZE);
        return caption;
    }

    private HBox ballot() {
        Label words =
                widgets.label(
                        widgets.texts()
                                .of(
                                        model.shown()
                                                .cardProperty()
                                                .map(
                                                        c ->
                                                                c.map(VoterCard::ballotStyle)
                                                                        .map(ResultPane::text)
                                                                        .orElse(Message.NONE))),
                        "strong");
        words.setMinHeight(USE_PREF_SIZE);
        return widgets.row(caption("identify.ballot"), words);
    }

    private static Message text(LocalizedText text) {
        return Message.of("identify.text", text);
    }

    private VBox signOff() {
        HBox buttons =
                widgets.row(
                        widgets.button(
                                "identify-paper",
                                "identify.paper",
                                "mdi2f-file-document-outline",
                                () -> model.signOff(VotingChannel.PAPER),
                                "primary"),
                        widgets.button(
                                "identify-online",
                                "identify.online",
                                "mdi2m-monitor",
                                () -> model.signOff(VotingChannel.ONLINE),
                                "primary"),
                        widgets.spacer(),
                        widgets.button(
                                "identify-not",
                                "identify.notThisPerson",
                                "mdi2a-account-cancel-outline",
                                model::notThisPerson,
                                "danger"));
        VBox box = new VBox(widgets.label("identify.signOff", "muted"), buttons);
        box.getStyleClass().add("sign-off");
        return widgets.when(model.phaseProperty().map(p -> p == Phase.MATCHED), box);
    }

    private HBox reprint() {
        HBox box =
                widgets.row(
                        widgets.spacer(),
                        widgets.button(
                                "identify-reprint",
                                "identify.reprint",
                                "mdi2p-printer-outline",
                                model::reprint));
        return widgets.when(model.phaseProperty().map(p -> p == Phase.ADMITTED), box);
    }

    private static <T> ObservableValue<Boolean> shown(ObservableValue<Optional<T>> value) {
        return value.map(Optional::isPresent);
    }
}
