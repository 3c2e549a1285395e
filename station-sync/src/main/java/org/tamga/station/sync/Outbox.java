package org.tamga.station.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.store.OutboxItem;
import org.tamga.station.store.OutboxStore;

/**
 * Empties the outbox over whatever way there is. Each receipt is verified, stored, then told to the
 * listener; an interruption at any point repeats at most the last step.
 */
public final class Outbox {
    private final OutboxStore store;
    private final byte[] centralPublicKey;
    private final ReceiptListener listener;

    /**
     * @param centralPublicKey raw Ed25519 key of the centre
     */
    public Outbox(OutboxStore store, byte[] centralPublicKey, ReceiptListener listener) {
        this.store = store;
        this.centralPublicKey = centralPublicKey.clone();
        this.listener = listener;
    }

    /** Offers every item that has no receipt, by number, until one cannot be offered. */
    public synchronized DeliveryReport deliverAll(Function<SignedItem, Delivery> way) {
        tell();
        int delivered = 0;
        List<DeliveryReport.RefusedItem> refused = new ArrayList<>();
        for (OutboxItem item : store.undelivered()) {
            switch (way.apply(item.item())) {
                case Delivery.Delivered(SignedReceipt receipt) -> {
                    accept(receipt);
                    delivered++;
                }
                case Delivery.RefusedByCentral(String code, String detail) ->
                        refused.add(new DeliveryReport.RefusedItem(item.number(), code, detail));
                case Delivery.Unreachable(SyncFault fault, String detail) -> {
                    return new DeliveryReport.Interrupted(
                            delivered, store.undeliveredCount(), fault, detail);
                }
            }
        }
        return refused.isEmpty()
                ? new DeliveryReport.AllDelivered(delivered)
                : new DeliveryReport.SomeRefused(delivered, refused);
    }

    /** Takes a receipt, whichever way it came. */
    public synchronized ReceiptOutcome accept(SignedReceipt receipt) {
        Optional<OutboxItem> item;
        try {
            item = store.find(receipt.read().item());
        } catch (WireFormatException e) {
            return ReceiptOutcome.NOT_TRUSTED;
        }
        if (item.isEmpty()) {
            return ReceiptOutcome.UNKNOWN_ITEM;
        }
        if (!receipt.confirms(item.get().item(), centralPublicKey)) {
            return ReceiptOutcome.NOT_TRUSTED;
        }
        if (item.get().receipt() != null) {
            return ReceiptOutcome.KNOWN;
        }
        store.receipted(item.get().item().id(), receipt);
        tell();
        return ReceiptOutcome.ACCEPTED;
    }

    /** What became of a receipt. */
    public enum ReceiptOutcome {
        ACCEPTED,
        KNOWN,
        UNKNOWN_ITEM,
        NOT_TRUSTED
    }

    private void tell() {
        for (OutboxItem item : store.unjournaled()) {
            SignedReceipt receipt = item.receipt();
            if (receipt != null) {
                listener.delivered(item.item().id(), receipt);
                store.journaled(item.item().id());
            }
        }
    }

    /** Items that wait for a receipt. */
    public long waiting() {
        return store.undeliveredCount();
    }
}
