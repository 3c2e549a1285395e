package org.tamga.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tamga.station.store.SealedDatabaseTest.assertFault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.Receipt;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.Samples;

@DisplayName("The outbox store")
class OutboxStoreTest {
    @TempDir Path folder;
    private Path file;
    private final Ed25519Signer signer = Ed25519Signer.generate();

    @BeforeEach
    void name() {
        file = folder.resolve("outbox.db");
    }

    @Test
    void numbers_and_signs_items_and_keeps_them() throws WireFormatException {
        SignedItem first;
        SignedItem second;
        try (OutboxStore outbox = create()) {
            first = outbox.queue("turnout/1", ItemKind.TURNOUT, bytes("one"));
            second = outbox.queue("turnout/2", ItemKind.TURNOUT, bytes("two"));
        }
        try (OutboxStore outbox = open()) {
            assertEquals(
                    List.of(first, second),
                    outbox.undelivered().stream().map(OutboxItem::item).toList());
            ItemEnvelope envelope = second.read();
            assertEquals(2, envelope.number());
            assertEquals(Samples.OPERATOR, envelope.terminal());
            assertEquals("two", new String(envelope.contentBytes(), StandardCharsets.UTF_8));
            assertTrue(second.isSignedBy(signer.publicKey()));
        }
    }

    @Test
    void queues_one_key_once() {
        try (OutboxStore outbox = create()) {
            SignedItem first = outbox.queue("protocol/1", ItemKind.PROTOCOL, bytes("v1"));
            assertEquals(first, outbox.queue("protocol/1", ItemKind.PROTOCOL, bytes("other")));
            assertEquals(1, outbox.items().size());
            assertEquals(Optional.of("protocol/1"), outbox.lastKey("protocol/"));
            assertEquals(Optional.empty(), outbox.lastKey("journal/"));
        }
    }

    @Test
    void keeps_the_first_receipt_and_what_was_told() {
        Ed25519Signer central = Ed25519Signer.generate();
        try (OutboxStore outbox = create()) {
            SignedItem item = outbox.queue("turnout/1", ItemKind.TURNOUT, bytes("one"));
            SignedReceipt receipt =
                    SignedReceipt.sign(new Receipt(item.id(), Samples.MORNING, 1), central);
            outbox.receipted(item.id(), receipt);
            outbox.receipted(
                    item.id(),
                    SignedReceipt.sign(
                            new Receipt(item.id(), Samples.MORNING.plusSeconds(9), 1), central));
            assertEquals(receipt, outbox.find(item.id()).orElseThrow().receipt());
            assertEquals(List.of(), outbox.undelivered());
            assertEquals(1, outbox.unjournaled().size());
            outbox.journaled(item.id());
        }
        try (OutboxStore outbox = open()) {
            assertEquals(List.of(), outbox.unjournaled());
            assertNotNull(outbox.items().getFirst().receipt());
        }
    }

    @Test
    void refuses_what_is_too_long_for_one_item_and_keeps_no_number_for_it() {
        try (OutboxStore outbox = create()) {
            byte[] tooLong = new byte[ItemEnvelope.MAX_CONTENT_BYTES + 1];
            assertThrows(
                    IllegalArgumentException.class,
                    () -> outbox.queue("protocol/1", ItemKind.PROTOCOL, tooLong));
            assertEquals(0, outbox.undeliveredCount());
        }
    }

    @Test
    void refuses_exchanged_rows() {
        try (OutboxStore outbox = create()) {
            outbox.queue("turnout/1", ItemKind.TURNOUT, bytes("one"));
            outbox.queue("turnout/2", ItemKind.TURNOUT, bytes("two"));
            outbox.database()
                    .write(
                            rows ->
                                    rows.update(
                                            "UPDATE item SET sealed = (SELECT sealed FROM item"
                                                    + " WHERE number = 1) WHERE number = 2"));
        }
        assertFault(StoreFault.CORRUPT, this::open);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private OutboxStore create() {
        return OutboxStore.create(
                file, Samples.key(5), Samples.ELECTION, Samples.STATION, Samples.OPERATOR, signer);
    }

    private OutboxStore open() {
        return OutboxStore.open(
                file, Samples.key(5), Samples.ELECTION, Samples.STATION, Samples.OPERATOR, signer);
    }
}
