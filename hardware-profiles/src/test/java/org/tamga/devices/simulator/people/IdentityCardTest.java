package org.tamga.devices.simulator.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.document.Documents;
import org.tamga.devices.document.mrz.MrzDocument;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.simulator.chip.SimulatedChipReader;

@DisplayName("The identity card of a drawn person")
class IdentityCardTest {

    @TempDir Path folder;

    @Test
    @DisplayName("has a zone whose check digits hold, with the person's number and birthday")
    void zone() {
        for (int i = 0; i < 300; i++) {
            SyntheticPerson person = SyntheticPerson.of(5, i);
            MrzDocument document = zone(person).document();
            assertEquals(Optional.of(person.personalNumber()), document.personalNumber());
            assertEquals(
                    person.birthDate().getDayOfYear(),
                    document.birth().orElseThrow().getDayOfYear());
            assertEquals("KGZ", document.issuingState());
        }
    }

    @Test
    @DisplayName("has a chip that its lines open and its state vouches for")
    void chip() throws Exception {
        SyntheticPerson person = SyntheticPerson.of(5, 1);
        try (var reader =
                new SimulatedChipReader(
                        "chip-reader/simulated", SimulatedChipReader.visitorsCard(), folder)) {
            reader.lay(IdentityCard.mrz(person), SyntheticFace.of(person.faceSeed()).capture(0));
            var reading =
                    reader.read(
                            zone(person).chipAccess().orElseThrow(),
                            Duration.ofMinutes(1),
                            new CancelSignal());
            try (var document =
                    assertInstanceOf(ChipReading.Read.class, reading, reading::toString)
                            .document()) {
                assertInstanceOf(Authenticity.Genuine.class, document.authenticity());
                assertEquals("PACE+CA", document.protocol());
                assertEquals(
                        String.join("", IdentityCard.mrz(person)),
                        String.join("", document.mrzLines()));
                assertEquals(480, document.portrait().orElseThrow().width());
            }
        }
    }

    private static DocumentContent.Mrz zone(SyntheticPerson person) {
        var reading = Documents.understand(IdentityCard.mrz(person), LocalDate.of(2026, 11, 22));
        return assertInstanceOf(
                DocumentContent.Mrz.class,
                assertInstanceOf(DocumentReading.Read.class, reading, reading::toString).content());
    }
}
