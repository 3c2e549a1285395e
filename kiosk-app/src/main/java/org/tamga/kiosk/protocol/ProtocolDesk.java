package org.tamga.kiosk.protocol;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.Station;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.protocol.BalancedProtocol;
import org.tamga.election.protocol.DraftProtocol;
import org.tamga.election.protocol.ProtocolBasis;
import org.tamga.election.protocol.SealedProtocol;
import org.tamga.election.protocol.SignedProtocol;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;
import org.tamga.kiosk.count.CountDesk;
import org.tamga.kiosk.station.StationJournal;
import org.tamga.station.record.RecordExport;
import org.tamga.station.store.DocumentStore;
import org.tamga.station.store.OutboxStore;

/**
 * Leads the protocol from the two entries to the seal: Draft → Balanced → Signed → Sealed. Each
 * step is kept before it is acknowledged and is taken up again after a restart: the stages are
 * rebuilt from the entries, the journal up to the event at which they were balanced, and the
 * signatures kept.
 */
public final class ProtocolDesk {
    private static final int VERSION = 1;
    private static final String PREFIX = "protocol/v" + VERSION + "/";

    private final ElectionPackage election;
    private final String packageHash;
    private final Station station;
    private final CountDesk count;
    private final StationJournal journal;
    private final DocumentStore documents;
    private final OutboxStore outbox;
    private final Signer terminal;
    private final ProtocolPdf pdf;
    private final InstantSource clock;

    public ProtocolDesk(
            ElectionPackage election,
            String packageHash,
            Station station,
            CountDesk count,
            StationJournal journal,
            DocumentStore documents,
            OutboxStore outbox,
            Signer terminal,
            ProtocolPdf pdf,
            InstantSource clock) {
        this.election = election;
        this.packageHash = packageHash;
        this.station = station;
        this.count = count;
        this.journal = journal;
        this.documents = documents;
        this.outbox = outbox;
        this.terminal = terminal;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** What was fixed when the protocol was balanced. */
    private record Fixed(long headSeq, Map<String, String> answers) {}

    /** Where the protocol stands. */
    public sealed interface Stage {}

    /** An entry of the count is missing. */
    public record Counting() implements Stage {}

    /** Both entries are there. */
    public record Drafted(DraftProtocol protocol) implements Stage {}

    /** Ratios hold, signatures are missing. */
    public record Balanced(BalancedProtocol protocol) implements Stage {}

    /** All needed signatures are there. */
    public record Signed(SignedProtocol protocol) implements Stage {}

    /** Sealed; nothing changes any more. */
    public record Sealed(SealedProtocol protocol, byte[] pdf) implements Stage {
        /** The files of the protocol by name: JSON, officials' signatures, terminal's seal, PDF. */
        public SortedMap<String, byte[]> files() {
            var name = "protocol-v" + protocol.content().version();
            var files = new TreeMap<String, byte[]>();
            files.put(name + ".json", protocol.bytes());
            files.put(name + ".json.p7s", protocol.cms());
            files.put(name + ".json.sig", protocol.seal().toBytes());
            files.put(name + ".pdf", pdf);
            return files;
        }
    }

    /** The stage, rebuilt from what is kept. */
    public Stage stage() {
        var draft = draft(headSeq());
        if (draft.isEmpty()) {
            return new Counting();
        }
        var fixed = fixed();
        if (fixed.isEmpty()) {
            return new Drafted(draft.get());
        }
        if (!(draft.get().balance(fixed.get().answers())
                instanceof DraftProtocol.Balanced(var balanced))) {
            throw new IllegalStateException("a protocol that was balanced no longer is");
        }
        var stage = withSignatures(balanced);
        if (stage instanceof Signed signed && happened(EventType.PROTOCOL_SEALED)) {
            return new Sealed(signed.protocol().seal(terminal), pdf());
        }
        return stage;
    }

    private Stage withSignatures(BalancedProtocol balanced) {
        Stage stage = new Balanced(balanced);
        for (var official : signers()) {
            var cms = documents.get(signature(official.id())).orElseThrow();
            var signing =
                    switch (stage) {
                        case Balanced(var protocol) -> protocol.sign(official, cms);
                        case Signed(var protocol) -> protocol.sign(official, cms);
                        case Counting _, Drafted _, Sealed _ ->
                                throw new IllegalStateException("not to be signed");
                    };
            stage =
                    switch (signing) {
                        case BalancedProtocol.MoreNeeded more -> new Balanced(more.protocol());
                        case BalancedProtocol.Complete complete -> new Signed(complete.protocol());
                        case BalancedProtocol.Rejected rejected ->
                                throw new IllegalStateException(
                                        "a signature that was kept is refused: "
                                                + rejected.fault());
                    };
        }
        return stage;
    }

    /** Officials who have signed, in the order of the journal. */
    public List<Official> signers() {
        var signers = new ArrayList<Official>();
        for (var event : journal.events()) {
            if (event.type() == EventType.PROTOCOL_SIGNED) {
                signers.add(
                        station.official(event.data().getOrDefault("official", "")).orElseThrow());
            }
        }
        return signers;
    }

    /**
     * Balances the draft; on success its bytes are final and the PDF is drawn up.
     *
     * @param answers the commission's answers to warnings, by {@code RatioOutcome.key}
     * @throws IllegalStateException unless the stage is Drafted
     */
    public DraftProtocol.Balancing balance(Map<String, String> answers) {
        if (!(stage() instanceof Drafted(var draft))) {
            throw new IllegalStateException("there is no draft to balance");
        }
        var balancing = draft.balance(answers);
        if (balancing instanceof DraftProtocol.Balanced(var balanced)) {
            documents.put(drawn(0), pdf.write(election, balanced));
            // The head that the draft was made of: deliveries go on writing meanwhile.
            var head = balanced.content().journalHead().seq();
            documents.put(PREFIX + "fixed", CanonicalJson.write(new Fixed(head, answers)));
            journal.append(
                    EventType.PROTOCOL_BALANCED,
                    Map.of("version", "" + VERSION, "hash", balanced.hash()));
        }
        return balancing;
    }

    /**
     * Signs file and PDF with an official's key; the key is forgotten afterwards.
     *
     * @throws IllegalStateException unless the stage is Balanced or Signed
     */
    public BalancedProtocol.Signing sign(Official official, OfficialKey key) {
        var stage = stage();
        var bytes = bytes(stage);
        var cms = key.sign(bytes);
        var signing =
                switch (stage) {
                    case Balanced(var protocol) -> protocol.sign(official, cms);
                    case Signed(var protocol) -> protocol.sign(official, cms);
                    case Counting _, Drafted _, Sealed _ ->
                            throw new IllegalStateException("not to be signed now");
                };
        if (!(signing instanceof BalancedProtocol.Rejected)) {
            var name = official.name().ru();
            var signed = PdfSignatures.add(pdf(), key, name, station.id() + " v" + VERSION, now());
            documents.put(signature(official.id()), cms);
            documents.put(drawn(signers().size() + 1), signed);
            journal.append(
                    EventType.PROTOCOL_SIGNED,
                    Map.of("version", "" + VERSION, "official", official.id()));
        }
        return signing;
    }

    /**
     * Seals the signed protocol with the terminal's key.
     *
     * @throws IllegalStateException unless the stage is Signed
     */
    public Sealed seal() {
        if (!(stage() instanceof Signed(var signed))) {
            throw new IllegalStateException("signatures are missing");
        }
        journal.append(
                EventType.PROTOCOL_SEALED, Map.of("version", "" + VERSION, "hash", signed.hash()));
        var sealed = new Sealed(signed.seal(terminal), pdf());
        queue(sealed);
        return sealed;
    }

    /** After a restart: queues a protocol that was sealed when the power went. */
    public void resume() {
        if (happened(EventType.PROTOCOL_SEALED) && stage() instanceof Sealed sealed) {
            queue(sealed);
        }
    }

    // Queued once, however often this is called.
    private void queue(Sealed sealed) {
        var files = sealed.files();
        files.putAll(RecordExport.headFiles(head(journal.events().getLast()), terminal));
        outbox.queue(PREFIX + "sealed", ItemKind.PROTOCOL, FileBundle.of(files).toBytes());
    }

    /** The PDF as far as it is signed. */
    public byte[] pdf() {
        return documents
                .get(drawn(signers().size()))
                .orElseThrow(() -> new IllegalStateException("no protocol is drawn up"));
    }

    private static byte[] bytes(Stage stage) {
        return switch (stage) {
            case Balanced(var protocol) -> protocol.bytes();
            case Signed(var protocol) -> protocol.bytes();
            case Counting _, Drafted _, Sealed _ ->
                    throw new IllegalStateException("not to be signed now");
        };
    }

    private Optional<DraftProtocol> draft(long headSeq) {
        var entries = count.entries();
        if (entries.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                DraftProtocol.of(
                        basis(headSeq), entries.getFirst().count(), entries.getLast().count()));
    }

    private ProtocolBasis basis(long headSeq) {
        var events = journal.events().stream().filter(event -> event.seq() <= headSeq).toList();
        var roots = new HashMap<String, String>();
        Instant closedAt = Instant.EPOCH;
        for (var event : events) {
            if (event.type() == EventType.BOOTH_CLOSING_IMPORTED) {
                roots.put(
                        event.data().getOrDefault("terminal", ""),
                        event.data().getOrDefault("root", ""));
            } else if (event.type() == EventType.STATION_CLOSED) {
                closedAt = event.at();
            }
        }
        return new ProtocolBasis(
                election,
                packageHash,
                station.id(),
                VERSION,
                null,
                StationCounters.of(events),
                head(events.getLast()),
                roots,
                closedAt);
    }

    private long headSeq() {
        return fixed().map(Fixed::headSeq).orElseGet(() -> journal.events().getLast().seq());
    }

    // What is fixed counts only with its event: a power cut between the two leaves a draft.
    private Optional<Fixed> fixed() {
        if (!happened(EventType.PROTOCOL_BALANCED)) {
            return Optional.empty();
        }
        return documents.get(PREFIX + "fixed").map(ProtocolDesk::read);
    }

    private boolean happened(EventType type) {
        return journal.last(type).isPresent();
    }

    private JournalHead head(JournalEvent last) {
        var hash = Digests.sha256Hex(CanonicalJson.write(last));
        return new JournalHead(election.electionId(), last.terminal(), last.seq(), hash);
    }

    // One document for each number of signatures: what a power cut left without its event is simply
    // written again.
    private static String drawn(int signatures) {
        return PREFIX + "pdf/" + signatures;
    }

    private static String signature(String officialId) {
        return PREFIX + "cms/" + officialId;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Fixed read(byte[] bytes) {
        try {
            return CanonicalJson.read(bytes, Fixed.class);
        } catch (WireFormatException e) {
            throw new IllegalStateException("a sealed document is not readable", e);
        }
    }
}
