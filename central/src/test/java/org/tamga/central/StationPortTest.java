package org.tamga.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.central.ingest.CentralServer;
import org.tamga.central.ingest.ItemTable;
import org.tamga.central.ingest.UsbImport;
import org.tamga.central.register.Publication;
import org.tamga.election.definition.ElectionPackages;
import org.tamga.election.definition.PackageOpening;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.Refusal;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.exchange.TurnoutReport;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalChain;
import org.tamga.election.voter.RegisterFiles;
import org.tamga.election.voter.RegisterOpening;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.WireFormatException;

/** The centre over real mutual TLS on loopback, with the embedded database. */
class StationPortTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir Path folder;
    private Path home;
    private Centre centre;
    private CentralServer server;
    private TestTerminal operator;
    private TestTerminal booth;
    private TestTerminal other;
    private final List<HttpClient> clients = new ArrayList<>();

    /** PostgreSQL in the subclass. */
    @Nullable String databaseUrl() {
        return null;
    }

    @BeforeEach
    void start() {
        home = TestHomes.copyTo(folder.resolve("home"));
        centre = Centre.open(home, databaseUrl());
        new Publication(centre, Instant.now()).run();
        server =
                new Service(centre, Clock.systemUTC())
                        .start(new CentralServer.Listen("127.0.0.1", 0, 0));
        operator = new TestTerminal(home, "0101", "0101-A");
        booth = new TestTerminal(home, "0101", "0101-B");
        other = new TestTerminal(home, "0102", "0102-A");
    }

    @AfterEach
    void stop() {
        clients.forEach(HttpClient::close);
        server.close();
        centre.close();
    }

    private HttpClient as(TestTerminal terminal) {
        HttpClient client = terminal.client();
        clients.add(client);
        return client;
    }

    private HttpResponse<byte[]> put(HttpClient client, SignedItem item)
            throws IOException, InterruptedException {
        return TestTerminal.put(client, server.stationPort(), item.id(), item.toBytes());
    }

    private static byte[] turnout(long paper, long online) {
        return CanonicalJson.write(new TurnoutReport(NOW, 1000, paper, online, 0));
    }

    private void assertRefused(String code, int status, HttpResponse<byte[]> answer)
            throws WireFormatException {
        Refusal refusal = CanonicalJson.read(answer.body(), Refusal.class);
        assertEquals(code, refusal.code(), refusal.detail());
        assertEquals(status, answer.statusCode());
    }

    private int stored() {
        return centre.database()
                .transaction(
                        connection ->
                                List.of("0101-A", "0101-B", "0102-A").stream()
                                        .mapToInt(id -> count(connection, id))
                                        .sum());
    }

    private static int count(Connection connection, String terminal) {
        try {
            return new ItemTable(connection)
                    .counts(terminal).values().stream().mapToInt(Integer::intValue).sum();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_same_item_gets_the_same_signed_receipt_every_time()
            throws IOException, InterruptedException, WireFormatException {
        HttpClient client = as(operator);
        SignedItem item = operator.item(ItemKind.TURNOUT, turnout(5, 3));
        HttpResponse<byte[]> first = put(client, item);
        HttpResponse<byte[]> second = put(client, item);
        assertEquals(200, first.statusCode());
        assertArrayEquals(first.body(), second.body());
        byte[] centralKey = centre.keys().central().publicKey();
        SignedReceipt receipt = SignedReceipt.read(first.body());
        assertTrue(receipt.confirms(item, centralKey));
        assertEquals(1, receipt.read().number());
        assertEquals(1, stored());
    }

    @Test
    void another_item_under_a_taken_number_is_refused()
            throws IOException, InterruptedException, WireFormatException {
        HttpClient client = as(operator);
        put(client, operator.itemNumbered(ItemKind.TURNOUT, 1, turnout(5, 3)));
        HttpResponse<byte[]> answer =
                put(client, operator.itemNumbered(ItemKind.TURNOUT, 1, turnout(6, 3)));
        assertRefused("CN-67", 409, answer);
        assertEquals(1, stored());
    }

    @Test
    void an_item_of_a_terminal_elsewhere_is_refused_and_a_booth_carries_nothing_of_the_operator()
            throws IOException, InterruptedException, WireFormatException {
        SignedItem item = operator.item(ItemKind.TURNOUT, turnout(5, 3));
        assertRefused("CN-65", 403, put(as(other), item));
        assertRefused("CN-65", 403, put(as(booth), item));
        assertEquals(0, stored());
        assertEquals(200, put(as(operator), item).statusCode());
    }

    @Test
    void the_operator_terminal_carries_items_of_its_booth()
            throws IOException, InterruptedException {
        var chain = new JournalChain("demo-2026", "0101-B", booth.signer());
        byte[] line = chain.next(EventType.BOOTH_OPENED, NOW, "of-0101-1", Map.of()).line();
        SignedItem item =
                booth.item(ItemKind.JOURNAL, (new String(line, UTF_8) + "\n").getBytes(UTF_8));
        assertEquals(200, put(as(operator), item).statusCode());
    }

    @Test
    void an_item_signed_with_another_key_is_refused()
            throws IOException, InterruptedException, WireFormatException {
        SignedItem good = operator.item(ItemKind.TURNOUT, turnout(5, 3));
        byte[] envelope = Base64.getDecoder().decode(good.envelope());
        var forged = new SignedItem(good.envelope(), booth.signer().sign("item", envelope));
        assertRefused("CN-66", 403, put(as(operator), forged));
        assertEquals(0, stored());
    }

    @Test
    void garbage_in_any_place_is_a_refusal_with_a_code_and_nothing_is_stored()
            throws IOException, InterruptedException, WireFormatException {
        HttpClient client = as(operator);
        int port = server.stationPort();
        String id = "ab".repeat(32);
        for (String body :
                List.of(
                        "",
                        "{",
                        "[]",
                        "null",
                        "{\"envelope\":\"%%%\",\"signature\":{}}",
                        "\u0000")) {
            assertRefused("CN-61", 400, TestTerminal.put(client, port, id, body.getBytes(UTF_8)));
        }
        SignedItem item = operator.item(ItemKind.TURNOUT, turnout(5, 3));
        assertRefused("CN-62", 400, TestTerminal.put(client, port, id, item.toBytes()));
        byte[] notTurnout = "{\"at\":\"2026-11-22T08:00:00Z\"}".getBytes(UTF_8);
        assertRefused("CN-70", 422, put(client, operator.item(ItemKind.TURNOUT, notTurnout)));
        assertRefused("CN-70", 422, put(client, operator.item(ItemKind.TURNOUT, turnout(-1, 0))));
        assertRefused("CN-73", 404, TestTerminal.get(client, port, "/v1/../keys"));
        assertRefused("CN-74", 405, TestTerminal.get(client, port, "/v1/items/" + id));
        assertEquals(0, stored());
    }

    @Test
    void a_body_over_ten_mebibytes_is_refused_with_and_without_a_length()
            throws IOException, InterruptedException, WireFormatException {
        HttpClient client = as(operator);
        byte[] large = new byte[(10 << 20) + 1];
        String id = "ab".repeat(32);
        assertRefused("CN-72", 413, TestTerminal.put(client, server.stationPort(), id, large));
        HttpRequest chunked =
                HttpRequest.newBuilder(
                                URI.create(
                                        "https://127.0.0.1:%d/v1/items/%s"
                                                .formatted(server.stationPort(), id)))
                        .PUT(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(large)))
                        .build();
        assertRefused("CN-72", 413, client.send(chunked, HttpResponse.BodyHandlers.ofByteArray()));
    }

    @Test
    void who_shows_no_certificate_is_not_let_in() {
        HttpClient anonymous = operator.anonymousClient();
        clients.add(anonymous);
        assertThrows(
                IOException.class,
                () -> TestTerminal.get(anonymous, server.stationPort(), "/v1/time"));
    }

    @Test
    void a_journal_continues_where_it_ended_and_a_gap_or_a_forgery_is_refused()
            throws IOException, InterruptedException, WireFormatException {
        HttpClient client = as(operator);
        var chain = new JournalChain("demo-2026", "0101-A", operator.signer());
        var lines = new ArrayList<String>();
        lines.add(
                line(
                        chain,
                        EventType.REGISTER_IMPORTED,
                        Map.of("version", "1", "voters", "1000", "kind", "SNAPSHOT")));
        lines.add(line(chain, EventType.STATION_OPENED, Map.of()));
        lines.add(line(chain, EventType.CHECKED_IN, checkIn(1, "PAPER")));
        lines.add(line(chain, EventType.CHECKED_IN, checkIn(2, "ONLINE")));
        SignedItem late = operator.itemNumbered(ItemKind.JOURNAL, 2, jsonl(lines.subList(2, 4)));
        assertRefused("CN-68", 409, put(client, late));
        SignedItem early = operator.itemNumbered(ItemKind.JOURNAL, 1, jsonl(lines.subList(0, 2)));
        assertEquals(200, put(client, early).statusCode());
        String forged = lines.get(2).replace("PAPER", "MOBILE");
        assertRefused(
                "CN-75",
                422,
                put(client, operator.itemNumbered(ItemKind.JOURNAL, 3, jsonl(List.of(forged)))));
        assertEquals(200, put(client, late).statusCode());
        assertEquals("", page("/codes.txt"));
        String turnout = page("/turnout.json");
        assertTrue(
                turnout.contains(
                        "\"identifiedMobile\":0,\"identifiedOnline\":1,\"identifiedPaper\":1,\"registered\":1000"),
                turnout);
    }

    private static Map<String, String> checkIn(int slip, String channel) {
        return Map.of(
                "voter",
                "%032x".formatted(slip),
                "channel",
                channel,
                "slip",
                Integer.toString(slip),
                "method",
                "FINGER_1N",
                "listKind",
                "MAIN",
                "scoreMilli",
                "61000");
    }

    private static String line(JournalChain chain, EventType type, Map<String, String> data) {
        return new String(chain.next(type, NOW, "of-0101-6", data).line(), UTF_8);
    }

    private static byte[] jsonl(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    @Test
    void an_operator_terminal_gets_package_register_and_time_of_its_own_station()
            throws IOException, InterruptedException, WireFormatException {
        HttpClient client = as(operator);
        int port = server.stationPort();
        Map<String, byte[]> files =
                FileBundle.read(TestTerminal.get(client, port, "/v1/election-package").body())
                        .decoded();
        byte[] centralKey = centre.keys().central().publicKey();
        assertInstanceOf(
                PackageOpening.Accepted.class,
                ElectionPackages.open(
                        files.getOrDefault("election-package.json", new byte[0]),
                        DetachedSignature.parse(
                                files.getOrDefault("election-package.json.sig", new byte[0])),
                        centralKey,
                        Instant.now()));
        byte[] register = TestTerminal.get(client, port, "/v1/register/0").body();
        RegisterOpening opening =
                RegisterFiles.open(
                        register,
                        operator.registerKey(),
                        operator.registerPublic(),
                        centralKey,
                        "demo-2026",
                        "0101",
                        0);
        assertInstanceOf(RegisterOpening.Accepted.class, opening);
        assertEquals(204, TestTerminal.get(client, port, "/v1/register/1").statusCode());
        assertRefused("CN-64", 403, TestTerminal.get(as(booth), port, "/v1/register/0"));
        String time = new String(TestTerminal.get(client, port, "/v1/time").body(), UTF_8);
        assertTrue(time.matches("\\{\"at\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"}"), time);
    }

    @Test
    void items_on_a_stick_get_the_receipts_that_the_network_would_give()
            throws IOException, InterruptedException, WireFormatException {
        SignedItem first = operator.item(ItemKind.TURNOUT, turnout(5, 3));
        SignedItem second = operator.item(ItemKind.TURNOUT, turnout(9, 3));
        byte[] overNetwork = put(as(operator), first).body();
        Path items = Files.createDirectories(folder.resolve("stick/tamga/0101/0101-A"));
        Files.write(items.resolve("1-" + first.id() + ".item"), first.toBytes());
        Files.write(items.resolve("2-" + second.id() + ".item"), second.toBytes());
        Files.write(items.resolve("3-" + "0".repeat(64) + ".item"), new byte[] {1, 2, 3});
        var service = new Service(centre, Clock.systemUTC());
        var usb = new UsbImport(service.ingest(), service.registers());
        UsbImport.Outcome outcome = usb.run(folder.resolve("stick"));
        assertEquals(1, outcome.fresh());
        assertEquals(1, outcome.known());
        assertEquals(1, outcome.refused().size());
        assertArrayEquals(overNetwork, Files.readAllBytes(items.resolve(first.id() + ".receipt")));
        assertTrue(
                SignedReceipt.read(Files.readAllBytes(items.resolve(second.id() + ".receipt")))
                        .confirms(second, centre.keys().central().publicKey()));
        byte[] register =
                TestTerminal.get(as(operator), server.stationPort(), "/v1/register/0").body();
        assertArrayEquals(
                register,
                Files.readAllBytes(items.resolve("register-0101-1.tamga")),
                "the newest whole register lies beside the receipts");
    }

    @Test
    void the_public_page_speaks_four_languages_and_takes_no_orders()
            throws IOException, InterruptedException {
        put(as(operator), operator.item(ItemKind.TURNOUT, turnout(412, 388)));
        assertTrue(page("/?lang=ky").contains("Катышуу"));
        assertTrue(page("/?lang=kk").contains("Келу"));
        assertTrue(page("/?lang=ru").contains("Явка"));
        String english = page("/?lang=en");
        assertTrue(english.contains("Turnout") && english.contains("80.00%"), english);
        assertTrue(page("/results.json").contains("ElectionResults.ElectionReport"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest post =
                    HttpRequest.newBuilder(URI.create(pageUrl("/")))
                            .POST(HttpRequest.BodyPublishers.ofString("x"))
                            .build();
            assertEquals(
                    405, client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    private String pageUrl(String path) {
        return "http://127.0.0.1:" + server.pagePort() + path;
    }

    private String page(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(pageUrl(path))).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
