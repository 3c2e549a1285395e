package org.tamga.central;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.central.register.KitWriter;
import org.tamga.central.register.Publication;
import org.tamga.election.ballot.ActivationCards;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

class KitTest {
    @TempDir Path folder;

    @Test
    void the_booth_gets_the_signed_list_of_exactly_the_cards_in_the_pack()
            throws IOException, WireFormatException {
        try (Centre centre = Centre.open(TestHomes.copyTo(folder.resolve("home")), null)) {
            ElectionPackage election =
                    new Publication(centre, Instant.now()).run().electionPackage();
            Path kit = folder.resolve("kit");
            new KitWriter(centre, election, "https://127.0.0.1:8443").write("0101", kit);

            byte[] list = Files.readAllBytes(kit.resolve("0101-B/package/cards-0101.json"));
            byte[] signature =
                    Files.readAllBytes(kit.resolve("0101-B/package/cards-0101.json.sig"));
            assertTrue(
                    DetachedSignature.parse(signature)
                            .verifies(
                                    SignedKind.CARD_LIST,
                                    list,
                                    centre.keys().central().publicKey()));
            List<String> pack =
                    Files.readAllLines(kit.resolve("cards.jsonl")).stream()
                            .map(text -> ActivationCards.parse(text).orElseThrow())
                            .map(card -> ActivationCards.serialHash(card.serial()))
                            .sorted()
                            .toList();
            assertEquals(pack, List.copyOf(ActivationCards.readList(list)));
            assertArrayEquals(list, Files.readAllBytes(kit.resolve("cards-0101.json")));
            assertFalse(Files.exists(kit.resolve("0101-A/package/cards-0101.json")));
        }
    }
}
