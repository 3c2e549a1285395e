package org.tamga.kiosk.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.document.mrz.MrzField;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.election.definition.PackageRefusal;
import org.tamga.election.text.Language;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.RegisterRefusal;
import org.tamga.kiosk.identify.Phase;
import org.tamga.kiosk.opening.Check;
import org.tamga.kiosk.shell.Screen;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.decision.LadderReason;
import org.tamga.station.store.StoreFault;
import org.tamga.station.sync.SyncFault;
import org.tamga.station.vault.IdentityRefusal;
import org.tamga.station.vault.VaultRefusal;

@DisplayName("Every stable code and every constant that is shown")
class CodesTest {

    /** What the centre may answer to a terminal; its classes are not within reach here. */
    private static final List<String> CENTRE =
            Stream.concat(
                            IntStream.rangeClosed(61, 75).mapToObj(number -> "CN-" + number),
                            Stream.of("CN-99"))
                    .toList();

    private final Set<String> keys = Messages.load().keys(Language.EN);

    @Test
    @DisplayName("has a sentence in the message files")
    void everyCodeHasASentence() {
        List<String> codes =
                Stream.of(
                                Arrays.stream(RefusalReason.values()).map(RefusalReason::code),
                                Arrays.stream(LadderReason.values()).map(LadderReason::code),
                                Arrays.stream(PackageRefusal.values()).map(PackageRefusal::code),
                                Arrays.stream(RegisterRefusal.values()).map(RegisterRefusal::code),
                                Arrays.stream(DeviceFault.values()).map(DeviceFault::code),
                                Arrays.stream(StoreFault.values()).map(StoreFault::code),
                                Arrays.stream(VaultRefusal.values()).map(VaultRefusal::code),
                                Arrays.stream(IdentityRefusal.values()).map(IdentityRefusal::code),
                                Arrays.stream(SyncFault.values()).map(SyncFault::code),
                                Arrays.stream(PersonalNumber.Reason.values())
                                        .map(PersonalNumber.Reason::code),
                                CENTRE.stream(),
                                Arrays.stream(Check.values()).map(Check::refusal))
                        .flatMap(s -> s)
                        .filter(code -> !code.isEmpty())
                        .toList();
        assertEquals(List.of(), missing("code.", codes));
    }

    @Test
    @DisplayName("has its words")
    void everyConstantHasItsWords() {
        assertEquals(List.of(), missing("screen.", names(Screen.values())));
        assertEquals(List.of(), missing("quality.", names(QualityReason.values())));
        assertEquals(List.of(), missing("identify.finger.", names(FingerPosition.values())));
        assertEquals(List.of(), missing("identify.field.", names(MrzField.values())));
        assertEquals(List.of(), missing("opening.check.", names(Check.values())));
        List<String> refusals =
                Arrays.stream(RefusalReason.values()).map(RefusalReason::code).toList();
        assertEquals(List.of(), missing("identify.title.", refusals));
        assertEquals(List.of(), missing("identify.next.", refusals));
        assertTrue(
                Arrays.stream(Phase.values())
                        .filter(phase -> phase != Phase.TYPING)
                        .allMatch(phase -> keys.contains("identify.prompt." + phase)));
    }

    private List<String> missing(String prefix, List<String> names) {
        return names.stream().filter(name -> !keys.contains(prefix + name)).toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
