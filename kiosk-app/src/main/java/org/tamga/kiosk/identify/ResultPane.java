package org.tamga.kiosk.identify;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.identify.IdentifyViewModel.ShownAdmission;
import org.tamga.kiosk.identify.IdentifyViewModel.ShownRefusal;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.shell.Widgets;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.decision.LadderStep;

/** The right side: the verdict in its colour, the two photos, what is known, the next touch. */
final class ResultPane extends VBox {

    /** The face is compared by itself, nobody is asked for it. */
    private static final Set<LadderStep> SHOWN = EnumSet.complementOf(EnumSet.of(LadderStep.FACE));

    private final IdentifyViewModel model;
    private final Widgets widgets;
    private final Label verdict;
    private final FontIcon verdictIcon;
    private final HBox band;

    ResultPane(IdentifyViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        getStyleClass().addAll("card", "result");
        verdictIcon = widgets.icon("mdi2a-account-outline", "verdict-icon");
        verdict = widgets.label(widgets.texts().of(verdictMessage()), "verdict");
        verdict.setId("identify-verdict");
        Label stamp = widgets.label(widgets.texts().of(stamp()), "verdict-stamp");
        stamp.setId("identify-stamp");
        stamp.setWrapText(false);
        stamp.setMinWidth(USE_PREF_SIZE);
        band = new HBox(verdictIcon, verdict, widgets.spacer(), stamp);
        band.getStyleClass().add("verdict-band");
        band.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(verdict, Priority.SOMETIMES);
        HBox body = new HBox(photos(), details());
        body.getStyleClass().add("result-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(band, body, signOff(), reprint());
        colour();
        model.phaseProperty().addListener((o, before, now) -> colour());
        model.refusalProperty().addListener((o, before, now) -> colour());
    }

    private HBox photos() {
        HBox photos =
                new HBox(
                        new PhotoPane(
                                "identify.photo.register",
                                model.cardProperty()
                                        .map(card -> card.flatMap(VoterCard::registerPhoto)),
                                widgets),
                        new PhotoPane("identify.photo.live", model.liveProperty(), widgets));
        photos.getStyleClass().add("photos");
        return photos;
    }

    private VBox details() {
        Label name = new Label();
        name.setId("identify-name");
        name.setWrapText(true);
        name.getStyleClass().add("voter-name");
        name.textProperty().bind(model.cardProperty().map(c -> c.map(VoterCard::name).orElse("")));
        VBox facts =
                new VBox(
                        fact("identify.born", card -> Integer.toString(card.birthYear())),
                        fact("identify.listNumber", card -> Integer.toString(card.listNumber())),
                        ballot());
        facts.getStyleClass().add("facts");
        VBox details =
                new VBox(
                        widgets.when(shown(model.cardProperty()), name),
                        widgets.when(model.phaseProperty().map(p -> p == Phase.MATCHED), facts),
                        widgets.when(shown(model.refusalProperty()), refusal()),
                        widgets.when(shown(model.admissionProperty()), admission()));
        details.getStyleClass().add("details");
        HBox.setHgrow(details, Priority.ALWAYS);
        details.setMinWidth(0);
        return details;
    }

    private HBox fact(String key, Function<VoterCard, String> value) {
        Label words = new Label();
        words.getStyleClass().add("strong");
        words.textProperty().bind(model.cardProperty().map(c -> c.map(value).orElse("")));
        return widgets.row(widgets.label(key, "muted"), words);
    }

    private HBox ballot() {
        Label words =
                widgets.label(
                        widgets.texts()
                                .of(
                                        model.cardProperty()
                                                .map(
                                                        c ->
                                                                c.map(VoterCard::ballotStyle)
                                                                        .map(ResultPane::text)
                                                                        .orElse(Message.NONE))),
                        "strong");
        return widgets.row(widgets.label("identify.ballot", "muted"), words);
    }

    private static Message text(LocalizedText text) {
        return Message.of("identify.text", text);
    }

    private VBox refusal() {
        Label sentence =
                widgets.label(
                        widgets.texts().of(ofRefusal(ShownRefusal::sentence)), "refusal-sentence");
        sentence.setId("identify-refusal");
        ObservableValue<Optional<QualityReason>> picture =
                model.refusalProperty().map(r -> r.flatMap(ShownRefusal::picture));
        HBox told = new HBox(widgets.when(shown(picture), new QualityPicture(picture)), sentence);
        told.getStyleClass().add("told");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Label next =
                widgets.label(widgets.texts().of(ofRefusal(ShownRefusal::next)), "refusal-next");
        next.setGraphic(widgets.icon("mdi2a-arrow-right-bold"));
        VBox box =
                new VBox(
                        told,
                        evidence(),
                        widgets.when(rung().map(Optional::isEmpty), next),
                        widgets.when(rung().map(Optional::isPresent), ladder()));
        box.getStyleClass().add("stack");
        return box;
    }

    /** For the member's eyes: why it came out so, in figures. */
    private Label evidence() {
        ObservableValue<Message> message = ofRefusal(ShownRefusal::evidence);
        Label words = widgets.label(widgets.texts().of(message), "muted");
        words.setId("identify-evidence");
        return widgets.when(message.map(shown -> !shown.isNone()), words);
    }

    /** All rungs, so that the member sees what comes after; the one to climb now stands out. */
    private VBox ladder() {
        VBox ladder = new VBox();
        ladder.getStyleClass().add("ladder");
        for (LadderStep step : SHOWN) {
            Label words = widgets.label("identify.ladder." + step, "rung");
            words.setId("ladder-" + step);
            words.setGraphic(widgets.icon("mdi2a-arrow-right-bold"));
            rung().addListener((o, before, now) -> mark(words, now.filter(step::equals)));
            ladder.getChildren().add(words);
        }
        return ladder;
    }

    private static void mark(Label rung, Optional<LadderStep> current) {
        rung.getStyleClass().remove("current");
        current.ifPresent(step -> rung.getStyleClass().add("current"));
    }

    private ObservableValue<Optional<LadderStep>> rung() {
        return model.refusalProperty().map(r -> r.flatMap(ShownRefusal::rung));
    }

    private ObservableValue<Message> ofRefusal(Function<ShownRefusal, Message> part) {
        return model.refusalProperty().map(r -> r.map(part).orElse(Message.NONE));
    }

    private VBox admission() {
        Label slip = new Label();
        slip.setId("identify-slip");
        slip.getStyleClass().add("slip-number");
        slip.textProperty()
                .bind(model.admissionProperty().map(a -> a.map(ResultPane::slipNumber).orElse("")));
        Label channel =
                widgets.label(
                        widgets.texts().of(ofAdmission(a -> channelName(a.channel()))), "heading");
        Label print =
                widgets.label(widgets.texts().of(ofAdmission(ShownAdmission::print)), "print");
        print.setId("identify-print");
        model.admissionProperty()
                .addListener(
                        (o, before, now) -> {
                            print.getStyleClass().removeAll("good-text", "error-text");
                            now.ifPresent(shown -> print.getStyleClass().add(colour(shown)));
                        });
        VBox box =
                new VBox(
                        widgets.row(widgets.label("identify.slip", "heading"), slip),
                        channel,
                        print);
        box.getStyleClass().add("stack");
        return box;
    }

    private static String colour(ShownAdmission admission) {
        return admission.printed() == Level.GOOD ? "good-text" : "error-text";
    }

    private static String slipNumber(ShownAdmission admission) {
        return "%04d".formatted(admission.slip());
    }

    private ObservableValue<Message> ofAdmission(Function<ShownAdmission, Message> part) {
        return model.admissionProperty().map(a -> a.map(part).orElse(Message.NONE));
    }

    private static Message channelName(VotingChannel channel) {
        return Message.of("identify.channel." + channel);
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

    private ObservableValue<Message> verdictMessage() {
        return Bindings.createObjectBinding(
                () -> {
                    Optional<ShownRefusal> refusal = model.refusalProperty().get();
                    if (refusal.isPresent()) {
                        return refusal.get().title();
                    }
                    return switch (model.phaseProperty().get()) {
                        case MATCHED, RECORDING, ADMITTED ->
                                Message.of("identify.prompt." + model.phaseProperty().get());
                        default -> Message.of("identify.nobody");
                    };
                },
                model.refusalProperty(),
                model.phaseProperty());
    }

    private ObservableValue<Message> stamp() {
        return ofRefusal(r -> Message.of("identify.stamp", r.clock(), r.codes()));
    }

    private void colour() {
        band.getStyleClass().removeIf(c -> !c.equals("verdict-band"));
        Optional<ShownRefusal> refusal = model.refusalProperty().get();
        if (refusal.isPresent()) {
            RefusalLook look = RefusalLook.of(refusal.get().reason());
            band.getStyleClass().addAll("refused", look.styleClass());
            verdictIcon.setIconLiteral(look.icon());
            return;
        }
        switch (model.phaseProperty().get()) {
            case ADMITTED -> {
                band.getStyleClass().add("admitted");
                verdictIcon.setIconLiteral("mdi2c-check-circle-outline");
            }
            case MATCHED, RECORDING -> {
                band.getStyleClass().add("matched");
                verdictIcon.setIconLiteral("mdi2a-account-search-outline");
            }
            default -> verdictIcon.setIconLiteral("mdi2a-account-outline");
        }
    }

    private static <T> ObservableValue<Boolean> shown(ObservableValue<Optional<T>> value) {
        return value.map(Optional::isPresent);
    }
}
