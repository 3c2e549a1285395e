package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.devices.command.DevicesCommandLine;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileProblem;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.ProfileReading.Refused;

@DisplayName("Profiles and kits")
class ProfilesTest {
    private static final String FILE = "camera/web.yaml";
    private static final String GOOD =
            """
            profile: camera/web
            class: camera
            maker: Maker
            model: Model
            transport:
              kind: video
              at: /dev/video0
            camera: {width: 640, height: 480, fps: 30, mostBytesPerFrame: 1000000}
            verified:
              how: not-run
              note: none attached
            """;

    private static ProfileCatalogue packaged() {
        ProfileReading<ProfileCatalogue> reading = ProfileCatalogue.packaged();
        if (reading instanceof Refused<ProfileCatalogue>(var problems)) {
            throw new AssertionError(problems);
        }
        return ((Accepted<ProfileCatalogue>) reading).value();
    }

    private static ProfileProblem problem(String text) {
        ProfileReading<ProfileCatalogue> reading = ProfileCatalogue.of(Map.of(FILE, text));
        return ((Refused<?>) assertInstanceOf(Refused.class, reading)).problems().getFirst();
    }

    @Test
    void all_that_are_packaged_pass_their_schema() {
        assertTrue(packaged().find("receipt-printer/escpos-58mm-usb").isPresent());
    }

    @Test
    void packaged_kits_name_known_profiles() {
        for (String kit : List.of("demo", "serial", "usb", "rehearsal")) {
            assertInstanceOf(Accepted.class, packaged().kit(kit));
        }
    }

    @Test
    void a_good_profile_is_accepted() {
        assertInstanceOf(Accepted.class, ProfileCatalogue.of(Map.of(FILE, GOOD)));
    }

    @Test
    void an_unknown_key_is_refused_with_file_line_and_reason() {
        ProfileProblem problem = problem(GOOD.replace("  at:", "  pth: x\n  at:"));
        assertEquals("DV-31", problem.code());
        assertEquals(FILE, problem.file());
        assertEquals(7, problem.line());
        assertTrue(problem.reason().contains("pth"), problem.reason());
    }

    @Test
    void a_value_out_of_range_is_refused_with_its_line() {
        String printer =
                """
                profile: receipt-printer/p
                class: receipt-printer
                maker: M
                model: M
                transport: {kind: simulated}
                print:
                  dotsPerLine: 100000
                  paperMm: 80
                  longestSlipRows: 8000
                  stripRows: 128
                  rowsPerSecond: 800
                  cutFeedLines: 4
                  confirmation: ORDERED
                verified: {how: not-run, note: n}
                """;
        ProfileReading<ProfileCatalogue> reading =
                ProfileCatalogue.of(Map.of("receipt-printer/p.yaml", printer));
        ProfileProblem problem =
                ((Refused<?>) assertInstanceOf(Refused.class, reading)).problems().getFirst();
        assertEquals(7, problem.line());
        assertTrue(problem.reason().contains("1024"), problem.reason());
    }

    @Test
    void a_profile_in_the_wrong_file_broken_yaml_and_a_doubled_key_are_refused() {
        assertEquals("DV-32", problem(GOOD.replace("camera/web", "camera/other")).code());
        assertEquals("DV-30", problem("profile: [").code());
        assertEquals("DV-30", problem(GOOD + "maker: again\n").code());
        assertEquals("DV-30", problem("").code());
        assertEquals("DV-30", problem("x".repeat(70_000)).code());
    }

    @Test
    void a_matching_rule_that_is_no_pattern_is_refused() {
        assertEquals("DV-31", problem(GOOD + "match: {name: \"[\"}\n").code());
        assertEquals("DV-31", problem(GOOD + "match: {byId: \"{\"}\n").code());
        assertEquals("DV-31", problem(GOOD + "match: {usb: [\"05BA:000A\"]}\n").code());
    }

    @Test
    void a_place_that_the_way_in_cannot_have_is_refused_with_file_and_line() {
        assertEquals(
                "DV-31",
                kitProblem("chip-reader: {profile: chip-reader/pcsc-generic, at: \"(acr\"}")
                        .code());
        assertEquals(
                4,
                kitProblem("chip-reader: {profile: chip-reader/pcsc-generic, at: \"(acr\"}")
                        .line());
        for (String device :
                List.of(
                        "finger-scanner: {profile: finger-scanner/zfm-20, at: ttyUSB0}",
                        "finger-scanner: {profile: finger-scanner/digitalpersona-uareu-4500, at: /tmp/s}",
                        "finger-scanner: {profile: finger-scanner/simulated, at: /tmp/s}",
                        "finger-scanner: {profile: finger-scanner/mosip-sbi, at: everywhere}",
                        "camera: {profile: camera/mjpeg-http, at: \"ftp://127.0.0.1/\"}",
                        "page-printer: {profile: page-printer/cups, at: \"a b\"}",
                        "signing-token: {profile: signing-token/pkcs12-file, at: official.p12}")) {
            assertEquals("DV-31", kitProblem(device).code(), device);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page-printer/cups | http://127.0.0.1:6310/printers/tamga",
                "page-printer/cups | tamga",
                "camera/mjpeg-http | http://192.168.1.64/video",
                "finger-scanner/mosip-sbi | 4501 /etc/tamga/sbi.pem",
                "finger-scanner/mosip-sbi | 4501-4600 /etc/tamga/sbi.pem"
            })
    void places_that_a_driver_opens_are_accepted(String profile, String at) {
        assertInstanceOf(Accepted.class, kitAt(profile, at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page-printer/cups | ipp://127.0.0.1/printers/tamga",
                "page-printer/cups | http://192.168.1.9:631/printers/tamga",
                "page-printer/cups | http://127.0.0.1:99999/printers/tamga",
                "camera/mjpeg-http | http://camera.local/video",
                "camera/mjpeg-http | http://8.8.8.8/video",
                "camera/mjpeg-http | http://192.168.1.64:99999/video",
                "finger-scanner/mosip-sbi | 4600-4501 /etc/tamga/sbi.pem",
                "finger-scanner/mosip-sbi | 4501-4650 /etc/tamga/sbi.pem"
            })
    void places_that_a_driver_would_never_open_are_refused_at_the_start(String profile, String at) {
        assertInstanceOf(Refused.class, kitAt(profile, at));
    }

    private static ProfileReading<Kit> kitAt(String profile, String at) {
        String deviceClass = profile.substring(0, profile.indexOf('/'));
        return packaged()
                .kit(
                        "k.yaml",
                        "kit: k\nnote: n\ndevices:\n  %s: {profile: %s, at: \"%s\"}\n"
                                .formatted(deviceClass, profile, at));
    }

    @Test
    void two_devices_in_one_place_are_refused() {
        assertEquals(
                "DV-31",
                kitProblem(
                                """
                                finger-scanner: {profile: finger-scanner/zfm-20, at: /dev/ttyUSB0}
                                  document-reader: {profile: document-reader/serial-lines, at: /dev/ttyUSB0}\
                                """)
                        .code());
    }

    @Test
    void a_place_that_a_profile_names_by_itself_is_taken_too() {
        var problem =
                kitProblem(
                        """
                        finger-scanner: {profile: finger-scanner/zfm-20, at: /dev/ttyUSB1}
                          receipt-printer: {profile: receipt-printer/escpos-80mm-serial}\
                        """);
        assertEquals("DV-31", problem.code());
        assertEquals(5, problem.line());
        assertTrue(problem.reason().contains("two devices"), problem::reason);
    }

    private static ProfileProblem installed(Path folder) {
        return ((Refused<?>)
                        assertInstanceOf(Refused.class, ProfileCatalogue.withInstalled(folder)))
                .problems()
                .getFirst();
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }

    @Test
    void an_installed_kit_in_a_file_of_another_name_is_refused(@TempDir Path folder)
            throws IOException {
        Path kit =
                write(
                        folder.resolve("kits/other.yaml"),
                        "kit: pp\nnote: n\ndevices:\n  camera: {profile: camera/simulated}\n");
        assertEquals("DV-32", installed(folder).code());
        assertEquals(kit.toString(), installed(folder).file());
    }

    @ParameterizedTest
    @CsvSource({
        "profiles/cameras/web.yml, DV-32",
        "profiles/web.yaml, DV-32",
        "profiles/camera/more/web.yaml, DV-32",
        "kits/web.YAML, DV-32"
    })
    void an_installed_file_that_would_be_passed_over_is_refused(
            String name, String code, @TempDir Path folder) throws IOException {
        Path file = write(folder.resolve(name), GOOD);
        assertEquals(code, installed(folder).code());
        assertEquals(file.toString(), installed(folder).file());
    }

    @Test
    void a_refusal_says_what_is_wrong_in_words(@TempDir Path folder) throws IOException {
        Path file =
                write(folder.resolve("profiles/camera/web.yaml"), GOOD.replace("Maker", "\u00e9"));
        assertEquals(
                new ProfileProblem("DV-30", file.toString(), 0, "is not text in UTF-8"),
                installed(folder));
        String flow = problem("profile: {a: 1\nclass: camera\n").reason();
        assertTrue(flow.contains("expected ',' or '}'"), flow);
        String baud = problem(GOOD.replace("kind: video", "kind: video\n  baud: 9600")).reason();
        assertTrue(baud.contains("baud: means nothing for such a device"), baud);
    }

    private static ProfileProblem kitProblem(String device) {
        String text = "kit: k\nnote: n\ndevices:\n  " + device + "\n";
        return ((Refused<?>) assertInstanceOf(Refused.class, packaged().kit("k.yaml", text)))
                .problems()
                .getFirst();
    }

    @Test
    void a_kit_that_names_an_unknown_profile_is_refused() {
        String text = "kit: k\nnote: n\ndevices:\n  camera: {profile: camera/none}\n";
        ProfileReading<Kit> reading = packaged().kit("k.yaml", text);
        assertEquals(
                "DV-33",
                ((Refused<?>) assertInstanceOf(Refused.class, reading))
                        .problems()
                        .getFirst()
                        .code());
        assertInstanceOf(Refused.class, packaged().kit("no-such-kit"));
    }

    @Property(tries = 3_000)
    void any_damage_to_a_profile_is_accepted_or_refused_but_never_fails(
            @ForAll @IntRange(max = 180) int at, @ForAll @StringLength(max = 6) String damage) {
        int cut = Math.min(at, GOOD.length());
        String text =
                GOOD.substring(0, cut) + damage + GOOD.substring(Math.min(GOOD.length(), cut + 3));
        ProfileReading<ProfileCatalogue> reading = ProfileCatalogue.of(Map.of(FILE, text));
        if (reading instanceof Refused<ProfileCatalogue>(var problems)) {
            assertFalse(problems.isEmpty());
        }
    }

    @Test
    void the_table_of_devices_in_the_documentation_is_up_to_date(@TempDir Path folder)
            throws IOException {
        Path fresh = folder.resolve("devices.md");
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertEquals(0, DevicesCommandLine.run(nowhere, nowhere, "document", fresh.toString()));
        assertEquals(
                Files.readString(fresh),
                Files.readString(Path.of("..", "docs", "devices.md")),
                "run: ./tamga devices document docs/devices.md");
    }
}
