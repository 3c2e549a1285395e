package org.tamga.station.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The terminal's identity")
class StationIdentityTest {
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir Path home;

    @Test
    void of_an_operator_terminal_signs_and_opens_the_register()
            throws IOException, GeneralSecurityException {
        new Identities().provision(home, PASSWORD, true);
        StationIdentity identity = open().identity();
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        assertTrue(
                identity.signer()
                        .sign("item", content)
                        .verifies("item", content, identity.signer().publicKey()));
        assertEquals(32, identity.registerKey().orElseThrow().rawPublic().length);
        assertEquals("EC", identity.tlsKey().getAlgorithm());
        assertTrue(identity.toString().contains(identity.signer().keyId()));
    }

    @Test
    void of_a_booth_has_no_key_of_the_register() throws IOException, GeneralSecurityException {
        new Identities().provision(home, PASSWORD, false);
        assertTrue(open().identity().registerKey().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "signing", "central-ca"})
    void lacking_an_entry_is_refused_by_its_name(String alias)
            throws IOException, GeneralSecurityException {
        new Identities().provisionWithout(alias, home, PASSWORD);
        assertEquals(
                new IdentityOpening.Refused(IdentityRefusal.INCOMPLETE, alias),
                StationIdentity.open(home, PASSWORD));
    }

    @Test
    void is_refused_when_missing_damaged_or_under_another_password()
            throws IOException, GeneralSecurityException {
        assertRefused(IdentityRefusal.MISSING, PASSWORD);
        new Identities().provision(home, PASSWORD, true);
        assertRefused(IdentityRefusal.NOT_OPENED, "other".toCharArray());
        Files.write(home.resolve(StationIdentity.FILE), new byte[] {1, 2, 3});
        assertRefused(IdentityRefusal.NOT_OPENED, PASSWORD);
    }

    private IdentityOpening.Opened open() {
        return assertInstanceOf(IdentityOpening.Opened.class, StationIdentity.open(home, PASSWORD));
    }

    private void assertRefused(IdentityRefusal reason, char[] password) {
        assertEquals(new IdentityOpening.Refused(reason, ""), StationIdentity.open(home, password));
    }
}
