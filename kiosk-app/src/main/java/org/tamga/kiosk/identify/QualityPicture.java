package org.tamga.kiosk.identify;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.tamga.matcher.QualityReason;

/** The scanner's glass with the finger as it lay, and an arrow where it should have gone. */
final class QualityPicture extends Pane {
    private static final double WIDTH = 84;
    private static final double HEIGHT = 100;
    private static final double MIDDLE_X = WIDTH / 2;
    private static final double MIDDLE_Y = HEIGHT / 2;
    private static final double ASIDE = 22;
    private static final double USUAL_RIDGE = 2.2;
    private static final double ARROW = 20;

    QualityPicture(ObservableValue<Optional<QualityReason>> reason) {
        setId("identify-quality-picture");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setClip(new Rectangle(WIDTH, HEIGHT));
        reason.addListener((o, before, now) -> draw(now));
        draw(reason.getValue());
    }

    private void draw(Optional<QualityReason> reason) {
        getChildren().clear();
        reason.ifPresent(this::draw);
    }

    private void draw(QualityReason reason) {
        if (reason == QualityReason.TOO_SMALL) {
            finger(MIDDLE_X, MIDDLE_Y, 1, USUAL_RIDGE, 0.3);
            glass(26, 26);
            return;
        }
        glass(WIDTH - 4, HEIGHT - 4);
        switch (reason) {
            case EMPTY -> arrow(MIDDLE_X, 20, 0, ARROW);
            case INVERTED -> inverted();
            case TOO_SMALL, UNCLEAR -> finger(MIDDLE_X, MIDDLE_Y, 1, 6, 0.25);
            case WRONG_RESOLUTION -> {
                finger(MIDDLE_X, MIDDLE_Y, 1.5, 4, 0.25);
                finger(MIDDLE_X, MIDDLE_Y, 0.55, 1.2, 1);
                arrow(MIDDLE_X + 12, MIDDLE_Y - 18, 14, -16);
            }
            case MOVING -> {
                finger(MIDDLE_X - 10, MIDDLE_Y, 1, USUAL_RIDGE, 0.35);
                finger(MIDDLE_X + 10, MIDDLE_Y, 1, USUAL_RIDGE, 0.7);
            }
            case PARTIAL -> finger(MIDDLE_X + 20, MIDDLE_Y + 34, 0.8, USUAL_RIDGE, 1);
            case LOW_CONTRAST -> finger(MIDDLE_X, MIDDLE_Y, 1, USUAL_RIDGE, 0.25);
            case TOO_LIGHT -> {
                finger(MIDDLE_X, MIDDLE_Y + 8, 0.6, 1, 1);
                arrow(MIDDLE_X, 8, 0, ARROW);
            }
            case TOO_HARD -> {
                finger(MIDDLE_X, MIDDLE_Y, 1.25, 4.5, 1);
                arrow(MIDDLE_X, 34, 0, -ARROW);
            }
            case DRY -> finger(MIDDLE_X, MIDDLE_Y, 1, 1.4, 1, 2.0, 5.0);
            case WET -> {
                finger(MIDDLE_X, MIDDLE_Y, 1, 5, 1);
                drop(24, 28);
                drop(60, 44);
                drop(34, 74);
            }
            case TOO_FAR_LEFT -> aside(-1, 0);
            case TOO_FAR_RIGHT -> aside(1, 0);
            case TOO_FAR_UP -> aside(0, -1);
            case TOO_FAR_DOWN -> aside(0, 1);
            case OFF_CENTRE -> aside(1, 1);
        }
    }

    private void glass(double width, double height) {
        Rectangle glass = new Rectangle(MIDDLE_X - width / 2, MIDDLE_Y - height / 2, width, height);
        glass.setArcWidth(12);
        glass.setArcHeight(12);
        add(glass, "quality-glass");
    }

    /**
     * @param size 1 for a whole fingertip
     * @param ridge thickness of its ridges
     * @param strength opacity of its ridges
     * @param dashes lengths of stretches and gaps of broken ridges; none for whole ones
     */
    private void finger(
            double x, double y, double size, double ridge, double strength, Double... dashes) {
        add(new Ellipse(x, y, 24 * size, 32 * size), "quality-finger");
        for (int i = 1; i <= 3; i++) {
            Arc arc = arc(x, y + 6 * size, 6.5 * i * size);
            arc.setStrokeWidth(ridge);
            arc.setOpacity(strength);
            arc.getStrokeDashArray().setAll(dashes);
        }
    }

    private Arc arc(double x, double y, double radius) {
        Arc arc = new Arc(x, y, radius, radius * 1.25, -30, 240);
        arc.setType(ArcType.OPEN);
        add(arc, "quality-ridge");
        return arc;
    }

    private void inverted() {
        finger(MIDDLE_X, MIDDLE_Y, 1, USUAL_RIDGE, 1);
        Rectangle negative = new Rectangle(MIDDLE_X, 2, WIDTH / 2 - 2, HEIGHT - 4);
        negative.setFill(Color.WHITE);
        negative.setBlendMode(javafx.scene.effect.BlendMode.DIFFERENCE);
        getChildren().add(negative);
    }

    private void aside(int dx, int dy) {
        double x = MIDDLE_X + dx * ASIDE;
        double y = MIDDLE_Y + dy * (ASIDE + 6);
        finger(x, y, 0.9, USUAL_RIDGE, 1);
        arrow(x - dx * 4.0, y - dy * 4.0, -dx * ARROW * 1.3, -dy * ARROW * 1.3);
    }

    private void drop(double x, double y) {
        add(new Circle(x, y, 5), "quality-drop");
    }

    /** From a point along a vector. */
    private void arrow(double x, double y, double dx, double dy) {
        double length = Math.hypot(dx, dy);
        double ux = dx / length * 8;
        double uy = dy / length * 8;
        add(new Line(x, y, x + dx, y + dy), "quality-arrow");
        add(new Line(x + dx, y + dy, x + dx - ux - uy, y + dy - uy + ux), "quality-arrow");
        add(new Line(x + dx, y + dy, x + dx - ux + uy, y + dy - uy - ux), "quality-arrow");
    }

    private void add(Shape shape, String styleClass) {
        shape.getStyleClass().add(styleClass);
        getChildren().add(shape);
    }
}
