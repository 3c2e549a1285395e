package org.tamga.central.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.central.CentralFailure;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.text.LocalizedText;

class OfficialKeysTest {
    @TempDir Path folder;

    @Test
    void of_a_real_election_do_not_open_with_the_short_code() {
        StationKeys.OfficialSecret chair = create(ElectionKind.REAL);
        assertTrue(chair.password().length() >= 20);
        Path file = folder.resolve("officials/of-1.p12");
        assertThrows(CentralFailure.class, () -> KeyFile.read(file, chair.code().toCharArray()));
        KeyFile.read(file, chair.password().toCharArray()).key("of-1");
    }

    @Test
    void of_a_demonstration_open_with_the_code() {
        StationKeys.OfficialSecret chair = create(ElectionKind.DEMO);
        assertEquals(chair.code(), chair.password());
    }

    private StationKeys.OfficialSecret create(ElectionKind kind) {
        var authority =
                CertificateAuthority.create(
                        KeyPairs.p256(), "ky-test", Instant.parse("2026-11-22T02:00:00Z"));
        var name = new LocalizedText("a", "b", "c", "d");
        new StationKeys(folder, authority, "0101")
                .createOfficials(List.of(new Official("of-1", name, OfficialRole.CHAIR, "")), kind);
        return StationKeys.sheet(folder).getFirst();
    }
}
