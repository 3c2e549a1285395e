package org.tamga.kiosk.protocol;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.Official;
import org.tamga.kiosk.count.RatioPane;
import org.tamga.kiosk.protocol.ProtocolViewModel.Stage;
import org.tamga.kiosk.shell.KeyboardLayout;
import org.tamga.kiosk.shell.OfficialNames;
import org.tamga.kiosk.shell.OnScreenKeyboard;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/**
 * Draws {@link ProtocolViewModel}: the stages above, the work at the left, the paper at the right.
 */
public final class ProtocolView implements ScreenView {
    private static final int COPIES = 5;
    private static final double STEP_WIDTH = 200;

    private final ProtocolViewModel model;
    private final Widgets widgets;
    private final VBox root;
    private final StackPane work = new StackPane();
    private final VBox paper = new VBox();
    private final ObservableValue<Double> paperWidth;
    private final OnScreenKeyboard keyboard = new OnScreenKeyboard(KeyboardLayout.CODE);

    public ProtocolView(ProtocolViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        var scroll = new ScrollPane(paper);
        scroll.setId("protocol-paper");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("booth-scroll", "protocol-paper");
        paper.getStyleClass().add("stack");
        // Half the width each; until there is a paper to show, the form has the whole.
        scroll.managedProperty().bind(Bindings.isNotEmpty(paper.getChildren()));
        scroll.visibleProperty().bind(scroll.managedProperty());
        for (var half : List.of(work, scroll)) {
            half.setPrefWidth(0);
            half.setMinWidth(0);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        paperWidth =
                scroll.viewportBoundsProperty().map(bounds -> Math.max(0, bounds.getWidth() - 8));
        work.setAlignment(Pos.TOP_LEFT);
        work.disableProperty().bind(model.busyProperty());
        var body = widgets.row(work, scroll);
        body.setFillHeight(true);
        body.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        // Asked for its least height before it has a width, it would claim more than the window
        // has.
        body.setMinHeight(0);
        var answer = widgets.label(widgets.texts().of(model.answerProperty()), "heading");
        answer.setId("protocol-answer");
        root = new VBox(stepper(), body, answer);
        root.getStyleClass().add("stack");
        model.stageProperty().addListener((o, before, now) -> draw());
        model.pdfProperty().addListener((o, before, now) -> drawPaper(now));
        model.warnings().addListener((ListChangeListener<Object>) change -> drawDraft());
        model.errors().addListener((ListChangeListener<Object>) change -> drawDraft());
        draw();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private HBox stepper() {
        var stepper = new HBox();
        stepper.getStyleClass().add("stepper");
        for (var stage : Stage.values()) {
            if (stage == Stage.COUNTING) {
                continue;
            }
            var step = widgets.label("protocol.stage." + stage, "step");
            step.setId("stage-" + stage);
            step.setMaxWidth(Double.MAX_VALUE);
            step.setAlignment(Pos.CENTER);
            HBox.setHgrow(step, Priority.ALWAYS);
            step.setPrefWidth(STEP_WIDTH);
            show(step, stage, model.stageProperty().get());
            model.stageProperty().addListener((o, before, now) -> show(step, stage, now));
            stepper.getChildren().add(step);
        }
        return stepper;
    }

    private static void show(Label step, Stage stage, Stage now) {
        step.getStyleClass().removeAll("done", "current");
        if (stage.compareTo(now) < 0 || now == Stage.SEALED) {
            step.getStyleClass().add("done");
        } else if (stage == now) {
            step.getStyleClass().add("current");
        }
    }

    private void drawDraft() {
        if (model.stageProperty().get() == Stage.DRAFT) {
            draw();
        }
    }

    private void draw() {
        keyboard.targetProperty().set(null);
        keyboard.layoutProperty().unbind();
        Node pane =
                switch (model.stageProperty().get()) {
                    case COUNTING -> counting();
                    case DRAFT -> draft();
                    case BALANCED -> signing();
                    case SIGNED -> signing();
                    case SEALED -> sealed();
                };
        work.getChildren().setAll(pane);
    }

    private void drawPaper(byte[] pdf) {
        paper.getChildren().clear();
        if (pdf.length == 0) {
            return;
        }
        for (var page : PdfPreview.pages(pdf)) {
            var view = new ImageView(page);
            view.setPreserveRatio(true);
            view.fitWidthProperty().bind(paperWidth);
            paper.getChildren().add(view);
        }
    }

    private Node counting() {
        return widgets.card(
                widgets.label("protocol.counting", "heading"),
                widgets.label("protocol.counting.explain", "muted"));
    }

    private Node draft() {
        var answering = model.errors().isEmpty() && !model.warnings().isEmpty();
        var balance =
                widgets.button(
                        "protocol-balance",
                        "protocol.balance",
                        "mdi2s-scale-balance",
                        model::balance,
                        "primary");
        balance.setDisable(!model.errors().isEmpty());
        var card =
                widgets.card(
                        widgets.row(
                                widgets.label("protocol.draft", "heading"),
                                widgets.spacer(),
                                balance));
        if (!model.errors().isEmpty()) {
            card.getChildren().add(widgets.label("protocol.errors.explain", "error-text"));
        } else if (answering) {
            card.getChildren().add(widgets.label("protocol.warnings.explain", "muted"));
        } else {
            card.getChildren().add(widgets.label("protocol.ratios.good", "good-text"));
        }
        card.getChildren().add(ratios(answering));
        if (answering) {
            keyboard.layoutProperty()
                    .bind(widgets.texts().languageProperty().map(KeyboardLayout::of));
            card.getChildren().add(keyboard);
        }
        return card;
    }

    private ScrollPane ratios(boolean answering) {
        var list = new VBox();
        list.getStyleClass().add("stack");
        model.errors().forEach(error -> list.getChildren().add(ratio(error)));
        for (var warning : model.warnings()) {
            list.getChildren().add(answering ? answered(warning) : ratio(warning));
        }
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("booth-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private RatioPane ratio(RatioOutcome outcome) {
        return new RatioPane(outcome, model.ratio(outcome), model.contestOf(outcome), widgets);
    }

    /** The warning at the left, the commission's answer to it at the right. */
    private GridPane answered(RatioOutcome warning) {
        var field = new TextArea();
        field.setId("answer-" + warning.key());
        field.getStyleClass().add("answer");
        field.setWrapText(true);
        field.setTextFormatter(new TextFormatter<>(ProtocolView::oneParagraph));
        field.promptTextProperty().bind(widgets.texts().of("protocol.answer"));
        field.textProperty().bindBidirectional(model.answerTo(warning));
        typeInto(field);
        var row = new GridPane();
        row.getStyleClass().add("answered");
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        row.getColumnConstraints().setAll(half, half);
        row.addRow(0, ratio(warning), field);
        return row;
    }

    private static TextFormatter.Change oneParagraph(TextFormatter.Change change) {
        change.setText(change.getText().replaceAll("[\\n\\t]", " "));
        return change;
    }

    private void typeInto(TextInputControl field) {
        field.focusedProperty()
                .addListener(
                        (o, before, focused) -> {
                            if (focused) {
                                keyboard.targetProperty().set(field);
                            }
                        });
        if (keyboard.targetProperty().get() == null) {
            keyboard.targetProperty().set(field);
        }
    }

    private Node signing() {
        keyboard.layoutProperty().set(KeyboardLayout.CODE);
        ComboBox<@Nullable Official> signer = new ComboBox<>();
        signer.setId("protocol-official");
        signer.setMaxWidth(Double.MAX_VALUE);
        signer.getItems().addAll(model.officials());
        OfficialNames.show(signer, widgets.texts());
        signer.valueProperty().bindBidirectional(model.officialProperty());
        var password = new PasswordField();
        password.setId("protocol-password");
        password.getStyleClass().add("code");
        password.promptTextProperty()
                .bind(
                        model.byTokenProperty()
                                .flatMap(
                                        token ->
                                                widgets.texts()
                                                        .of(
                                                                token
                                                                        ? "protocol.pin"
                                                                        : "protocol.password")));
        password.textProperty().bindBidirectional(model.passwordProperty());
        password.setOnAction(e -> model.sign());
        password.setPrefWidth(0);
        HBox.setHgrow(password, Priority.ALWAYS);
        typeInto(password);
        var sign =
                widgets.button(
                        "protocol-sign", "protocol.sign", "mdi2d-draw-pen", model::sign, "primary");
        var seal =
                widgets.button(
                        "protocol-seal", "protocol.seal", "mdi2s-seal", model::seal, "primary");
        var complete = model.stageProperty().map(stage -> stage == Stage.SIGNED);
        var card =
                widgets.card(
                        widgets.row(
                                widgets.label("protocol.signing", "heading"),
                                widgets.spacer(),
                                widgets.when(complete, seal)),
                        signers(),
                        signer,
                        means(),
                        widgets.row(password, sign),
                        widgets.spacer(),
                        keyboard);
        card.getStyleClass().add("signing");
        return card;
    }

    /** Token or key file, where the kit has a token. */
    private CheckBox means() {
        var token = new CheckBox();
        token.setId("protocol-token");
        token.textProperty().bind(widgets.texts().of("protocol.byToken"));
        token.selectedProperty().bindBidirectional(model.byTokenProperty());
        token.setVisible(model.hasToken());
        token.setManaged(model.hasToken());
        return token;
    }

    private VBox signers() {
        var list = new VBox();
        list.setId("protocol-signers");
        list.getStyleClass().add("facts");
        Runnable show =
                () -> {
                    list.getChildren().clear();
                    for (var official : model.signers()) {
                        var label = widgets.label(widgets.texts().of(official.name()), "good-text");
                        label.setGraphic(widgets.icon("mdi2c-check"));
                        list.getChildren().add(label);
                    }
                };
        show.run();
        model.signers().addListener((ListChangeListener<Object>) change -> show.run());
        return list;
    }

    private Node sealed() {
        var print =
                widgets.button(
                        "protocol-print",
                        "protocol.print",
                        "mdi2p-printer-outline",
                        () -> model.printCopies(COPIES),
                        "primary",
                        "big");
        print.textProperty().bind(widgets.texts().of("protocol.print", COPIES));
        return widgets.card(
                widgets.icon("mdi2s-seal", "booth-icon", "good"),
                widgets.label("protocol.sealed", "heading"),
                widgets.label("protocol.sealed.explain"),
                signers(),
                widgets.label("protocol.copies.explain", "muted"),
                print,
                widgets.button(
                        "protocol-print-one",
                        "protocol.printOne",
                        "mdi2p-printer-outline",
                        () -> model.printCopies(1)));
    }
}
