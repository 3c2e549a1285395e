package org.tamga.kiosk.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.station.vault.OfficialCode;

@DisplayName("Sign-in")
class SignInViewModelTest {

    private final List<String> signedIn = new ArrayList<>();
    private final List<OfficialCode> tried = new ArrayList<>();
    private SignInResult answer = new SignInResult.Refused("VT-01");
    private final SignInViewModel model =
            new SignInViewModel(
                    new SignInDesk(List.of(official("a"), official("b")), 2, this::unlock),
                    UiThreads.direct(),
                    signedIn::addAll);

    @Test
    @DisplayName("asks for what is missing before any code is tried")
    void incomplete() {
        model.unlock();
        assertEquals(Message.of("signin.incomplete"), model.answerProperty().get());
        assertTrue(tried.isEmpty());
    }

    @Test
    @DisplayName("does not take one official twice")
    void same() {
        type("1", "2");
        model.entries().get(1).officialProperty().set(model.officials().getFirst());
        model.unlock();
        assertEquals(Message.of("signin.sameOfficial"), model.answerProperty().get());
    }

    @Test
    @DisplayName("tells a wrong code and empties the fields")
    void wrongCode() {
        type("1", "2");
        model.unlock();
        assertEquals(Message.ofCode("VT-01"), model.answerProperty().get());
        assertEquals("", model.entries().getFirst().codeProperty().get());
        assertFalse(model.busyProperty().get());
        assertEquals('\0', tried.getFirst().code()[0], "codes are wiped after the attempt");
    }

    @Test
    @DisplayName("hands over who unlocked the terminal")
    void unlocked() {
        answer = new SignInResult.SignedIn(List.of("a", "b"));
        type("1", "2");
        model.unlock();
        assertEquals(List.of("a", "b"), signedIn);
    }

    private void type(String first, String second) {
        model.entries().get(0).codeProperty().set(first);
        model.entries().get(1).codeProperty().set(second);
    }

    private SignInResult unlock(List<OfficialCode> codes) {
        tried.addAll(codes);
        return answer;
    }

    private static Official official(String id) {
        return new Official(id, LocalizedText.same(id), OfficialRole.MEMBER, id);
    }
}
