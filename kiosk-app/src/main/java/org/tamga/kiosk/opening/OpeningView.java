package org.tamga.kiosk.opening;

import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;
import org.tamga.kiosk.station.DayPhase;

/** Draws {@link OpeningViewModel}: the checklist at the left, the steps at the right. */
public final class OpeningView implements ScreenView {

    private final OpeningViewModel model;
    private final Widgets widgets;
    private final VBox list = new VBox();
    private final Button test;
    private final Button zero;
    private final Button open;
    private final HBox root;

    /**
     * @param toIdentify brings identification to the front
     */
    public OpeningView(OpeningViewModel model, Widgets widgets, Runnable toIdentify) {
        this.model = model;
        this.widgets = widgets;
        list.getStyleClass().add("checklist");
        test = step("opening-test", "opening.testDevices", "mdi2u-usb-port", model::testDevices);
        zero =
                step(
                        "opening-zero",
                        "opening.printZero",
                        "mdi2r-receipt-text-outline",
                        model::printZeroReport);
        open = step("opening-open", "opening.open", "mdi2d-door-open", model::open, "big");
        model.checks().addListener((ListChangeListener<CheckResult>) change -> fill());
        VBox left =
                widgets.card(
                        widgets.label("opening.title", "title"),
                        widgets.label("opening.explain", "muted"),
                        list);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        root = widgets.row(left, steps(toIdentify));
        root.setFillHeight(true);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.check();
    }

    private VBox steps(Runnable toIdentify) {
        Label answer = widgets.label(widgets.texts().of(model.answerProperty()), "heading");
        answer.setId("opening-answer");
        VBox buttons =
                new VBox(
                        test,
                        zero,
                        step(
                                "opening-check",
                                "opening.recheck",
                                "mdi2r-refresh",
                                model::check,
                                "quiet"),
                        widgets.spacer(),
                        answer,
                        open);
        buttons.getStyleClass().add("stack");
        VBox.setVgrow(buttons, Priority.ALWAYS);
        widgets.when(model.phaseProperty().map(p -> p == DayPhase.BEFORE_OPENING), buttons);
        buttons.disableProperty().bind(model.busyProperty());
        Label done = widgets.label("opening.done", "heading");
        VBox after =
                new VBox(
                        widgets.icon("mdi2d-door-open", "opening-done"),
                        done,
                        step(
                                "opening-identify",
                                "opening.toIdentify",
                                "mdi2f-fingerprint",
                                toIdentify,
                                "primary",
                                "big"));
        after.getStyleClass().add("stack");
        widgets.when(model.phaseProperty().map(p -> p == DayPhase.OPEN), after);
        VBox closed = new VBox(widgets.label("code.OP-09", "heading"));
        widgets.when(model.phaseProperty().map(p -> p == DayPhase.CLOSED), closed);
        VBox steps = widgets.card(buttons, after, closed);
        steps.getStyleClass().add("steps");
        return steps;
    }

    private Button step(String id, String key, String icon, Runnable action, String... styles) {
        var button = widgets.button(id, key, icon, action, styles);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void fill() {
        list.getChildren().clear();
        for (CheckResult result : model.checks()) {
            Label name = widgets.label("opening.check." + result.check(), "check-name");
            Label detail = widgets.label(widgets.texts().of(result.detail()), "check-detail");
            detail.setId("check-" + result.check());
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            HBox line =
                    widgets.row(
                            widgets.icon(
                                    icon(result.level()),
                                    "check-icon",
                                    result.level().styleClass()),
                            name,
                            detail);
            line.getStyleClass().add("check-line");
            list.getChildren().add(line);
        }
        guide();
    }

    /** What is to be done next stands out; before its time a step can be tried all the same. */
    private void guide() {
        boolean tested = holds(Check.DEVICES);
        boolean printed = holds(Check.ZERO_REPORT);
        emphasise(test, !tested);
        emphasise(zero, tested && !printed);
        emphasise(open, model.checks().stream().allMatch(CheckResult::passed));
    }

    private boolean holds(Check check) {
        return model.checks().stream()
                .anyMatch(result -> result.check() == check && result.passed());
    }

    private static void emphasise(Button button, boolean next) {
        button.getStyleClass().remove("primary");
        if (next) {
            button.getStyleClass().add("primary");
        }
    }

    private static String icon(Level level) {
        return switch (level) {
            case GOOD -> "mdi2c-check-circle";
            case WARNING -> "mdi2a-alert";
            case BAD -> "mdi2c-close-circle";
            case UNKNOWN -> "mdi2c-checkbox-blank-circle-outline";
        };
    }
}
