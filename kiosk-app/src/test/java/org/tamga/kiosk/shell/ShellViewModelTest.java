package org.tamga.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.i18n.Message;

@DisplayName("The shell")
class ShellViewModelTest {

    private final ShellViewModel shell =
            new ShellViewModel(
                    new ElectionMark(
                            ElectionKind.DEMO,
                            LocalizedText.same("Election"),
                            LocalizedText.same("Station")),
                    Screen.SIGN_IN);

    @Test
    @DisplayName("opens no screen whose time has not come")
    void closedScreens() {
        shell.open(Screen.IDENTIFY);
        assertEquals(Screen.SIGN_IN, shell.currentProperty().get());
    }

    @Test
    @DisplayName("opens a screen once it is allowed")
    void allowedScreens() {
        shell.allow(EnumSet.of(Screen.OPENING, Screen.DEVICES));
        assertTrue(shell.availableProperty(Screen.DEVICES).get());
        shell.open(Screen.DEVICES);
        assertEquals(Screen.DEVICES, shell.currentProperty().get());
    }

    @Test
    @DisplayName("shows an unexpected failure with its code until it is dismissed")
    void notice() {
        shell.report(Optional.of("ST-03"));
        assertEquals(Message.ofCode("ST-03"), shell.noticeProperty().get());
        shell.dismissNotice();
        assertTrue(shell.noticeProperty().get().isNone());
    }
}
