package org.tamga.station.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.journal.EventType;
import org.tamga.station.Samples;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxItem;
import org.tamga.station.store.OutboxStore;
import org.tamga.station.vault.Identities;
import org.tamga.station.vault.IdentityOpening;
import org.tamga.station.vault.StationIdentity;

@DisplayName("Delivery to the centre over real TLS")
class DeliveryTest {
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final ClientLimits LIMITS =
            new ClientLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 100_000, 100_000);

    @TempDir Path home;
    private final Identities authority = new Identities();
    private TestCentral central;
    private StationIdentity identity;
    private CentralClient client;
    private OutboxStore store;
    private JournalStore journal;
    private Outbox outbox;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        central = new TestCentral(authority, "127.0.0.1");
        identity = identity(authority, home);
        client = new CentralClient(central.uri(), central.signer.publicKey(), identity, LIMITS);
        store =
                OutboxStore.create(
                        home.resolve("outbox.db"),
                        Samples.key(5),
                        Samples.ELECTION,
                        Samples.STATION,
                        Samples.OPERATOR,
                        identity.signer());
        journal =
                JournalStore.create(
                        home.resolve("journal.db"),
                        Samples.key(6),
                        Samples.ELECTION,
                        Samples.OPERATOR,
                        identity.signer());
        outbox = outbox(new JournalingReceipts(journal, clock()));
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
        journal.close();
        central.close();
    }

    @Test
    void every_item_gets_its_receipt_and_its_event() {
        List<SignedItem> items = queue(3);
        assertEquals(new DeliveryReport.AllDelivered(3), deliver());
        assertEquals(3, central.received.size());
        assertEquals(
                items.stream().map(SignedItem::id).toList(),
                journal.events().stream().map(event -> event.event().data().get("item")).toList());
        assertEquals(new DeliveryReport.AllDelivered(0), deliver());
        assertEquals(3, central.requests.get());
    }

    @Test
    void a_connection_cut_in_the_middle_of_the_receipt_is_repeated_and_gives_one_receipt() {
        queue(2);
        central.mood.set(TestCentral.Mood.CUT_IN_THE_ANSWER);
        DeliveryReport.Interrupted cut =
                assertInstanceOf(DeliveryReport.Interrupted.class, deliver());
        assertEquals(SyncFault.CUT, cut.fault());
        assertEquals(2, cut.remaining());
        assertEquals(1, central.received.size(), "the centre holds it, the terminal cannot know");
        central.mood.set(TestCentral.Mood.WELL);
        assertEquals(new DeliveryReport.AllDelivered(2), deliver());
        assertEquals(2, central.received.size());
        assertEquals(2, journal.lastSeq());
    }

    @Test
    void any_number_of_disconnections_loses_and_repeats_nothing() {
        queue(12);
        TestCentral.Mood[] weather = {
            TestCentral.Mood.CUT_BEFORE,
            TestCentral.Mood.FAIL,
            TestCentral.Mood.CUT_IN_THE_ANSWER,
            TestCentral.Mood.NONSENSE
        };
        int[] asked = {0};
        DeliveryReport report;
        do {
            report =
                    outbox.deliverAll(
                            item -> {
                                int turn = asked[0]++;
                                boolean clear = turn % 3 == 2;
                                central.mood.set(
                                        clear
                                                ? TestCentral.Mood.WELL
                                                : weather[turn % weather.length]);
                                return client.deliver(item);
                            });
        } while (!(report instanceof DeliveryReport.AllDelivered));
        assertEquals(12, central.received.size());
        assertEquals(12, journal.lastSeq());
        assertTrue(store.items().stream().allMatch(OutboxItem::journaled));
    }

    @Test
    void what_the_centre_answers_is_told_apart() {
        SignedItem item = queue(1).getFirst();
        assertFault(SyncFault.CUT, TestCentral.Mood.CUT_BEFORE, item);
        assertFault(SyncFault.SERVER_FAILED, TestCentral.Mood.FAIL, item);
        assertFault(SyncFault.ANSWER_MALFORMED, TestCentral.Mood.NONSENSE, item);
        assertFault(SyncFault.ANSWER_MALFORMED, TestCentral.Mood.ENDLESS, item);
        assertFault(SyncFault.RECEIPT_NOT_TRUSTED, TestCentral.Mood.FORGED_RECEIPT, item);
        central.mood.set(TestCentral.Mood.REFUSE);
        assertEquals(new Delivery.RefusedByCentral("CN-09", "refused"), client.deliver(item));
        assertEquals(1, outbox.waiting());
    }

    @Test
    void a_silent_centre_is_given_up() {
        SignedItem item = queue(1).getFirst();
        ClientLimits impatient =
                new ClientLimits(Duration.ofSeconds(2), Duration.ofMillis(700), 100_000, 100_000);
        central.mood.set(TestCentral.Mood.SILENT);
        try (CentralClient hasty =
                new CentralClient(central.uri(), central.signer.publicKey(), identity, impatient)) {
            assertEquals(
                    SyncFault.TIMEOUT,
                    assertInstanceOf(Delivery.Unreachable.class, hasty.deliver(item)).fault());
        }
    }

    @Test
    void a_refused_item_does_not_hold_up_the_others() {
        queue(3);
        DeliveryReport report =
                outbox.deliverAll(
                        item -> {
                            boolean second = item.equals(store.items().get(1).item());
                            central.mood.set(
                                    second ? TestCentral.Mood.REFUSE : TestCentral.Mood.WELL);
                            return client.deliver(item);
                        });
        assertEquals(
                new DeliveryReport.SomeRefused(
                        2, List.of(new DeliveryReport.RefusedItem(2, "CN-09", "refused"))),
                report);
        assertEquals(1, outbox.waiting());
    }

    @Test
    void nobody_at_the_address_is_no_connection() {
        URI closed = central.uri();
        central.close();
        try (CentralClient lonely =
                new CentralClient(closed, central.signer.publicKey(), identity, LIMITS)) {
            assertEquals(
                    SyncFault.NO_CONNECTION,
                    assertInstanceOf(
                                    Delivery.Unreachable.class, lonely.deliver(queue(1).getFirst()))
                            .fault());
        }
    }

    @Test
    void a_server_of_another_authority_or_for_another_address_is_not_trusted()
            throws IOException, GeneralSecurityException {
        SignedItem item = queue(1).getFirst();
        try (TestCentral impostor = new TestCentral(new Identities(), "127.0.0.1");
                CentralClient misled = client(impostor)) {
            assertNotTrusted(misled, item);
            assertEquals(0, impostor.requests.get());
        }
        try (TestCentral elsewhere = new TestCentral(authority, "127.0.0.2");
                CentralClient misled = client(elsewhere)) {
            assertNotTrusted(misled, item);
            assertEquals(0, elsewhere.requests.get());
        }
    }

    @Test
    void a_terminal_of_another_authority_is_not_let_in()
            throws IOException, GeneralSecurityException {
        Path other = Files.createDirectory(home.resolve("other"));
        Identities foreign = new Identities();
        // A terminal that trusts the centre but was certified by somebody else.
        StationIdentity stranger = identity(foreign, other);
        try (TestCentral strict = new TestCentral(authority, "127.0.0.1");
                CentralClient intruder =
                        new CentralClient(
                                strict.uri(), strict.signer.publicKey(), stranger, LIMITS)) {
            assertInstanceOf(Delivery.Unreachable.class, intruder.deliver(queue(1).getFirst()));
            assertEquals(0, strict.requests.get());
        }
    }

    @Test
    void asks_for_the_time_and_for_register_files() {
        assertEquals(new Fetch.Fetched<>(Instant.parse("2026-11-22T08:00:00Z")), client.time());
        assertInstanceOf(Fetch.Fetched.class, client.register(0));
        assertInstanceOf(Fetch.NothingNewer.class, client.register(3));
        central.mood.set(TestCentral.Mood.REFUSE);
        assertInstanceOf(Fetch.RefusedByCentral.class, client.register(0));
    }

    @Test
    void a_receipt_stored_but_not_told_is_told_again_and_journaled_once() {
        queue(1);
        Outbox interrupted =
                outbox(
                        (item, receipt) -> {
                            throw new IllegalStateException("power cut");
                        });
        assertThrows(IllegalStateException.class, () -> interrupted.deliverAll(client::deliver));
        assertEquals(0, outbox.waiting());
        assertEquals(0, journal.lastSeq());
        JournalingReceipts receipts = new JournalingReceipts(journal, clock());
        Outbox cutAfterTheEvent =
                outbox(
                        (item, receipt) -> {
                            receipts.delivered(item, receipt);
                            throw new IllegalStateException("power cut");
                        });
        assertThrows(
                IllegalStateException.class, () -> cutAfterTheEvent.deliverAll(client::deliver));
        assertEquals(new DeliveryReport.AllDelivered(0), deliver());
        assertEquals(1, journal.lastSeq());
    }

    @Test
    void goes_by_folder_and_comes_back_as_receipts() throws IOException {
        List<SignedItem> items = queue(2);
        Path stick = Files.createDirectory(home.resolve("stick"));
        assertEquals(new UsbReport.Written(2, 0), UsbFolder.write(store, stick));
        assertEquals(new UsbReport.Written(0, 2), UsbFolder.write(store, stick));
        Path folder = stick.resolve("tamga").resolve(Samples.STATION).resolve(Samples.OPERATOR);
        Path first = folder.resolve("1-" + items.getFirst().id() + ".item");
        assertEquals(
                new String(items.getFirst().toBytes(), StandardCharsets.UTF_8),
                Files.readString(first));
        // The centre reads the stick and leaves a receipt; the other item goes by network.
        client.deliver(items.getFirst());
        SignedReceipt receipt = Objects.requireNonNull(central.received.get(items.getFirst().id()));
        Files.write(folder.resolve(items.getFirst().id() + ".receipt"), receipt.toBytes());
        Files.writeString(folder.resolve("forged.receipt"), "{}");
        assertEquals(
                new UsbReport.ReceiptsRead(1, 0, List.of("forged.receipt")),
                UsbFolder.readReceipts(store, outbox, stick));
        assertEquals(
                new UsbReport.ReceiptsRead(0, 1, List.of("forged.receipt")),
                UsbFolder.readReceipts(store, outbox, stick));
        assertEquals(new DeliveryReport.AllDelivered(1), deliver());
        assertEquals(2, journal.lastSeq());
        assertEquals(
                "US-01",
                assertInstanceOf(
                                UsbReport.Failed.class,
                                UsbFolder.write(store, home.resolve("no such stick")))
                        .code());
    }

    @Test
    void the_journal_is_queued_in_segments_once_and_not_for_receipts_alone() {
        journal.append(
                EventType.INSTALLED, Samples.MORNING, "system", Map.of("software", "Tamga test"));
        assertEquals(1, ItemSources.journal(journal, store));
        assertEquals(0, ItemSources.journal(journal, store));
        assertEquals(new DeliveryReport.AllDelivered(1), deliver());
        assertEquals(2, journal.lastSeq());
        assertEquals(0, ItemSources.journal(journal, store));
        journal.append(
                EventType.INSTALLED, Samples.MORNING, "system", Map.of("software", "Tamga again"));
        assertEquals(1, ItemSources.journal(journal, store));
        List<String> lines = store.items().stream().flatMap(item -> content(item).lines()).toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).contains("ITEM_DELIVERED"));
    }

    private static String content(OutboxItem item) {
        try {
            return new String(item.item().read().contentBytes(), StandardCharsets.UTF_8);
        } catch (org.tamga.election.wire.WireFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<SignedItem> queue(int items) {
        return IntStream.range(0, items)
                .mapToObj(
                        i ->
                                store.queue(
                                        "turnout/" + i,
                                        ItemKind.TURNOUT,
                                        ("{" + i + "}").getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private DeliveryReport deliver() {
        return outbox.deliverAll(client::deliver);
    }

    private void assertFault(SyncFault fault, TestCentral.Mood mood, SignedItem item) {
        central.mood.set(mood);
        assertEquals(
                fault, assertInstanceOf(Delivery.Unreachable.class, client.deliver(item)).fault());
    }

    private static void assertNotTrusted(CentralClient client, SignedItem item) {
        assertEquals(
                SyncFault.NOT_TRUSTED,
                assertInstanceOf(Delivery.Unreachable.class, client.deliver(item)).fault());
    }

    private CentralClient client(TestCentral server) {
        return new CentralClient(server.uri(), server.signer.publicKey(), identity, LIMITS);
    }

    private Outbox outbox(ReceiptListener listener) {
        return new Outbox(store, central.signer.publicKey(), listener);
    }

    private static Clock clock() {
        return Clock.fixed(Samples.MORNING, ZoneOffset.UTC);
    }

    private static StationIdentity identity(Identities authority, Path home)
            throws IOException, GeneralSecurityException {
        authority.provision(home, PASSWORD, true);
        return assertInstanceOf(IdentityOpening.Opened.class, StationIdentity.open(home, PASSWORD))
                .identity();
    }
}
