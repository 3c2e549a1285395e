package org.tamga.kiosk.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.exchange.TurnoutReport;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.kiosk.station.StationJournal;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.station.sync.CentralClient;
import org.tamga.station.sync.DeliveryReport;
import org.tamga.station.sync.Fetch;
import org.tamga.station.sync.ItemSources;
import org.tamga.station.sync.Outbox;
import org.tamga.station.sync.UsbFolder;
import org.tamga.station.sync.UsbReport;

/**
 * The workflow of the exchange with the centre. Everything may be repeated at any time; what was
 * acknowledged is never sent twice as something new.
 */
public final class SyncDesk implements AutoCloseable {

    private final StationTerminal terminal;
    private final StationJournal journal;
    private final Outbox outbox;
    private final CentralClient central;
    private final RegisterExchange registers;
    private final InstantSource clock;
    private volatile Optional<Instant> lastContact = Optional.empty();
    private volatile Optional<String> fault = Optional.empty();
    private volatile Optional<Duration> skew = Optional.empty();

    public SyncDesk(StationTerminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.journal = terminal.journal();
        this.clock = clock;
        this.central = terminal.central();
        this.registers = new RegisterExchange(terminal, central);
        this.outbox =
                new Outbox(
                        terminal.outbox(), terminal.config().centralPublicKey(), this::delivered);
    }

    public SyncState state() {
        long waiting = outbox.waiting();
        return new SyncState(
                lastContact,
                waiting,
                terminal.outbox().items().size() - waiting,
                terminal.register().version(),
                terminal.register().voters(),
                fault);
    }

    /** Terminal clock minus the centre's, once the centre was reached. */
    public Optional<Duration> skew() {
        return skew;
    }

    /**
     * Fetches what is newer of the register while the station is not opened yet, then queues what
     * is new and offers it to the centre; blocks as long as the network does.
     */
    public synchronized SyncState deliver() {
        askTime();
        Optional<String> registerFault = registers.fetch();
        queue();
        switch (outbox.deliverAll(central::deliver)) {
            case DeliveryReport.AllDelivered _ -> reached(registerFault);
            case DeliveryReport.SomeRefused refused ->
                    reached(Optional.of(refused.refused().getFirst().code()));
            case DeliveryReport.Interrupted interrupted -> lost(interrupted.fault().code());
        }
        return state();
    }

    /** Writes everything without a receipt to a stick. */
    public synchronized UsbReport exportTo(Path stick) {
        queue();
        return UsbFolder.write(terminal.outbox(), stick);
    }

    /**
     * What a stick brought.
     *
     * @param registerFault why a register file was not taken: RG-nn, or US-03
     */
    public record StickRead(UsbReport receipts, Optional<String> registerFault) {}

    /** Takes the centre's receipts and what is newer of the register from a stick. */
    public synchronized StickRead importFrom(Path stick) {
        return new StickRead(
                UsbFolder.readReceipts(terminal.outbox(), outbox, stick),
                registers.readFrom(stick));
    }

    private void queue() {
        StationCounters counters = journal.counters();
        TurnoutReport turnout =
                new TurnoutReport(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        counters.registered(),
                        counters.identifiedPaper(),
                        counters.identifiedOnline(),
                        counters.identifiedMobile());
        // The key names the count, so that an unchanged turnout is not sent again.
        String key =
                "turnout/%d-%d-%d-%d"
                        .formatted(
                                turnout.registered(),
                                turnout.identifiedPaper(),
                                turnout.identifiedOnline(),
                                turnout.identifiedMobile());
        terminal.outbox().queue(key, ItemKind.TURNOUT, CanonicalJson.write(turnout));
        ItemSources.journal(terminal.journalStore(), terminal.outbox());
    }

    private void askTime() {
        if (central.time() instanceof Fetch.Fetched<Instant>(Instant there)) {
            skew = Optional.of(Duration.between(there, clock.instant()));
        }
    }

    private void reached(Optional<String> refusal) {
        lastContact = Optional.of(clock.instant());
        fault = refusal;
        if (lastConnection() != EventType.SYNC_CONNECTED) {
            journal.appendAsSystem(EventType.SYNC_CONNECTED, Map.of());
        }
    }

    private void lost(String code) {
        fault = Optional.of(code);
        if (lastConnection() != EventType.SYNC_LOST) {
            journal.appendAsSystem(EventType.SYNC_LOST, Map.of("reason", code));
        }
    }

    private @Nullable EventType lastConnection() {
        return journal.last(EventType.SYNC_CONNECTED, EventType.SYNC_LOST)
                .map(JournalEvent::type)
                .orElse(null);
    }

    private void delivered(String itemId, SignedReceipt receipt) {
        List<JournalEvent> events = journal.events();
        boolean known =
                events.stream()
                        .filter(event -> event.type() == EventType.ITEM_DELIVERED)
                        .anyMatch(event -> itemId.equals(event.data().get("item")));
        if (!known) {
            journal.appendAsSystem(
                    EventType.ITEM_DELIVERED,
                    Map.of("item", itemId, "receipt", Digests.sha256Hex(receipt.toBytes())));
        }
    }

    @Override
    public void close() {
        central.close();
    }
}
