package org.tamga.kiosk.identify;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.tamga.kiosk.identify.SimulatedVoters.Presentation;
import org.tamga.kiosk.shell.Screen;
import org.tamga.kiosk.shell.ShellViewModel;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.shell.Widgets;

/** One button for each person who may step up in a demonstration; never there with real devices. */
public final class SimulatedStrip extends HBox {

    public SimulatedStrip(
            SimulatedVoters voters,
            IdentifyViewModel model,
            ShellViewModel shell,
            UiThreads threads,
            Widgets widgets) {
        getStyleClass().add("simulated-strip");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(widgets.label("identify.sim.title", "simulated-title"));
        for (Presentation presentation : Presentation.values()) {
            getChildren()
                    .add(
                            widgets.button(
                                    "sim-" + presentation,
                                    "identify.sim." + presentation,
                                    icon(presentation),
                                    () -> {
                                        if (presentation == Presentation.CLAIMED) {
                                            // The finger goes with a number or document that comes
                                            // after it.
                                            model.stop();
                                        } else {
                                            model.stepUp();
                                        }
                                        threads.run(
                                                () -> voters.present(presentation),
                                                number -> number.ifPresent(model::claim));
                                    }));
        }
        widgets.when(shell.currentProperty().map(screen -> screen == Screen.IDENTIFY), this);
    }

    private static String icon(Presentation presentation) {
        return switch (presentation) {
            case NEXT_VOTER -> "mdi2a-account-arrow-right-outline";
            case CLAIMED -> "mdi2c-card-account-details-outline";
            case STRANGER -> "mdi2a-account-question-outline";
            case WET_FINGER -> "mdi2w-water-outline";
            case SECOND_ATTEMPT -> "mdi2a-account-reactivate-outline";
        };
    }
}
