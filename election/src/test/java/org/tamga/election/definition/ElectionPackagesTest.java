package org.tamga.election.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.election.definition.PackageOpening.Accepted;
import org.tamga.election.definition.PackageOpening.Refused;
import org.tamga.election.protocol.SampleOfficials;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.SignedKind;

class ElectionPackagesTest {
    private final Ed25519Signer central = Ed25519Signer.generate();
    private final ElectionPackage pack =
            SamplePackage.of(new SampleOfficials().all(), "aa".repeat(32));

    private PackageOpening open(byte[] json, Instant now) {
        return ElectionPackages.open(
                json, central.sign(SignedKind.ELECTION_PACKAGE, json), central.publicKey(), now);
    }

    private void assertRefused(PackageRefusal reason, PackageOpening opening) {
        assertEquals(reason, assertInstanceOf(Refused.class, opening).reason());
    }

    @Test
    void a_consistent_package_is_accepted_as_it_was_written() {
        assertEquals(List.of(), ElectionPackages.problems(pack));
        assertEquals(new Accepted(pack), open(ElectionPackages.write(pack), SamplePackage.DURING));
    }

    @Test
    void a_package_is_accepted_from_its_first_instant_and_refused_from_its_last() {
        byte[] json = ElectionPackages.write(pack);
        assertInstanceOf(Accepted.class, open(json, pack.validFrom()));
        assertRefused(PackageRefusal.NOT_YET_VALID, open(json, pack.validFrom().minusSeconds(1)));
        assertInstanceOf(Accepted.class, open(json, pack.validUntil().minusSeconds(1)));
        assertRefused(PackageRefusal.EXPIRED, open(json, pack.validUntil()));
    }

    @Test
    void a_tampered_package_and_one_of_another_key_are_refused() {
        byte[] json = ElectionPackages.write(pack);
        var signature = central.sign(SignedKind.ELECTION_PACKAGE, json);
        byte[] tampered = new String(json, UTF_8).replace("School 5", "School 6").getBytes(UTF_8);
        byte[] other = Ed25519Signer.generate().publicKey();
        assertRefused(
                PackageRefusal.BAD_SIGNATURE,
                ElectionPackages.open(
                        tampered, signature, central.publicKey(), SamplePackage.DURING));
        assertRefused(
                PackageRefusal.UNKNOWN_KEY,
                ElectionPackages.open(json, signature, other, SamplePackage.DURING));
        assertRefused(
                PackageRefusal.BAD_SIGNATURE,
                ElectionPackages.open(
                        json,
                        central.sign(SignedKind.MANIFEST, json),
                        central.publicKey(),
                        SamplePackage.DURING));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"formatVersion\":1', '\"formatVersion\":2'",
        "'\"formatVersion\":1,', '\"formatVersion\":1,\"futureKey\":1,'",
        "'\"kind\":\"DEMO\"', '\"kind\":\"TRIAL\"'",
        "'\"fingers\":2,', ''",
        "'{\"ballotKeys\"', ' {\"ballotKeys\"'"
    })
    void a_signed_package_of_another_form_is_malformed(String from, String to) {
        String json = new String(ElectionPackages.write(pack), UTF_8);
        assertTrue(json.contains(from));
        assertRefused(
                PackageRefusal.MALFORMED,
                open(json.replace(from, to).getBytes(UTF_8), SamplePackage.DURING));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"contestIds\":[\"mayor\",\"council\"]', '\"contestIds\":[\"mayor\",\"nosuch\"]', 'there is no nosuch'",
        "'\"contestIds\":[\"mayor\",\"council\"]', '\"contestIds\":[\"mayor\"]', 'contest council: on no ballot'",
        "'\"contestIds\":[\"mayor\",\"council\"]', '\"contestIds\":[\"council\",\"mayor\"]', 'not in the order'",
        "'\"ballotStyleIds\":[\"bs-1\"]', '\"ballotStyleIds\":[\"bs-2\"]', 'there is no bs-2'",
        "'\"id\":\"council\"', '\"id\":\"mayor\"', 'contests: twice mayor'",
        "'\"id\":\"d\"', '\"id\":\"c\"', 'twice c'",
        "'\"id\":\"d\"', '\"id\":\"d@x\"', 'is not 1..64 letters'",
        "'\"votesAllowed\":2', '\"votesAllowed\":4', '4 is not within 1..3'",
        "'\"votesAllowed\":2', '\"votesAllowed\":0', '0 is not within 1..3'",
        "'\"role\":\"CHAIR\"', '\"role\":\"MEMBER\"', '0 chairs'",
        "'\"role\":\"SECRETARY\"', '\"role\":\"CHAIR\"', '2 chairs'",
        "'\"id\":\"0101-B\"', '\"id\":\"0101-A\"', 'twice 0101-A'",
        "'\"kind\":\"OPERATOR\"', '\"kind\":\"BOOTH\"', 'no operator terminal'",
        "'\"protocolSignersMinimum\":3', '\"protocolSignersMinimum\":5', 'fewer officials'",
        "'\"unlockThreshold\":2', '\"unlockThreshold\":4', 'unlockThreshold'",
        "'\"seconds\":90', '\"seconds\":5', 'ladder, seconds: 5 is not within 10..600'",
        "'\"fingers\":2', '\"fingers\":0', 'ladder, fingers'",
        "'\"faceFmrPerMillion\":1000', '\"faceFmrPerMillion\":10001', 'ladder, faceFmrPerMillion'",
        "'\"faceOfficerFmrPerMillion\":10000', '\"faceOfficerFmrPerMillion\":999', 'is not within 1000..100000'",
        "'\"logBatchMinimum\":8', '\"logBatchMinimum\":1', 'logBatchMinimum'",
        "'\"opens\":\"08:00\"', '\"opens\":\"21:00\"', 'closes before it opens'",
        "'\"counter\":\"registered\"', '\"counter\":\"nosuch\"', 'no such counter'",
        "'\"line\":\"L20\"', '\"line\":\"L99\"', 'there is no L99'",
        "'\"contests\":[\"mayor\"]', '\"contests\":[\"nosuch\"]', 'ratio R06: there is no nosuch'",
        "'\"factor\":1001', '\"factor\":0', 'a factor is 0'",
        "'\"scope\":\"CANDIDATE\"', '\"scope\":\"CONTEST\"', '0 lines for the votes'",
        "'\"timeZone\":\"Asia/Bishkek\"', '\"timeZone\":\"Asia/Nowhere\"', 'time zone'",
        "'\"electionDay\":\"2026-11-22\"', '\"electionDay\":\"2027-11-22\"', 'not valid on it'",
        "'\"en\":\"School 5\"', '\"en\":\" \"', 'no text in en'",
        "'\"certificate\":\"', '\"certificate\":\"AAAA', 'not an X.509 certificate'",
        "'\"guardians\":1', '\"guardians\":2', 'not one key for each guardian'"
    })
    void a_signed_package_whose_parts_do_not_fit_is_inconsistent_and_says_why(
            String from, String to, String detail) {
        String json = new String(ElectionPackages.write(pack), UTF_8);
        assertTrue(json.contains(from), from);
        Refused refused =
                assertInstanceOf(
                        Refused.class,
                        open(json.replace(from, to).getBytes(UTF_8), SamplePackage.DURING));
        assertEquals(PackageRefusal.INCONSISTENT, refused.reason(), refused.detail());
        assertTrue(refused.detail().contains(detail), refused.detail());
    }
}
