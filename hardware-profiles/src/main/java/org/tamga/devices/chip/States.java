package org.tamga.devices.chip;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Issuing states, which documents name by three letters (ICAO Doc 9303-3, clause 5) and
 * certificates by two, ISO 3166-1 (Doc 9303-12, clause 7.1).
 */
final class States {
    /** Three letters that ISO 3166-1 does not have; {@code UTO} is the state of specimens. */
    private static final Map<String, List<String>> OF_ICAO =
            Map.of(
                    "D", List.of("DE"),
                    "UTO", List.of("UT"),
                    "RKS", List.of("KS", "XK"),
                    "EUE", List.of("EU"),
                    "UNO", List.of("UN", "ZZ"),
                    "UNA", List.of("UN", "ZZ"),
                    "UNK", List.of("UN", "KS"),
                    "GBD", List.of("GB"),
                    "GBN", List.of("GB"),
                    "GBO", List.of("GB"));

    private States() {}

    /**
     * Is this certificate of the state that a document names?
     *
     * @param state as in a machine-readable zone, {@code D<<} included
     */
    static boolean isOf(X509Certificate certificate, String state) {
        String name = state.replace("<", "");
        List<String> countries =
                Arrays.stream(
                                X500Name.getInstance(
                                                certificate.getSubjectX500Principal().getEncoded())
                                        .getRDNs(BCStyle.C))
                        .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
                        .map(country -> country.toUpperCase(Locale.ROOT))
                        .toList();
        return !countries.isEmpty()
                && countries.stream().allMatch(country -> names(name).anyMatch(country::equals));
    }

    /** Some authorities write the document's three letters into their certificates. */
    private static Stream<String> names(String state) {
        Stream<String> known =
                OF_ICAO.containsKey(state)
                        ? OF_ICAO.get(state).stream()
                        : Arrays.stream(Locale.getISOCountries())
                                .filter(two -> Locale.of("", two).getISO3Country().equals(state));
        return Stream.concat(Stream.of(state), known);
    }
}
