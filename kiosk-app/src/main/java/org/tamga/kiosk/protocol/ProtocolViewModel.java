package org.tamga.kiosk.protocol;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.SigningToken;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.ControlRatio;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.Severity;
import org.tamga.election.definition.Station;
import org.tamga.election.protocol.BalancedProtocol;
import org.tamga.election.protocol.DraftProtocol;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.count.CountDesk;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;

/** The protocol's four stages, one after the other. */
public final class ProtocolViewModel {

    /** Where the protocol stands. */
    public enum Stage {
        COUNTING,
        DRAFT,
        BALANCED,
        SIGNED,
        SEALED
    }

    private final ProtocolDesk desk;
    private final CountDesk count;
    private final ProtocolCopies copies;
    private final Station station;
    private final Function<String, Path> keyFiles;
    private final SigningToken token;
    private final UiThreads threads;
    private final Function<Message, String> words;
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(this, "stage", Stage.COUNTING);
    private final ObservableList<RatioOutcome> errors = FXCollections.observableArrayList();
    // Kept, for such a view hangs on its list by a weak reference only: a fresh one falls silent.
    private final ObservableList<RatioOutcome> errorsView =
            FXCollections.unmodifiableObservableList(errors);
    private final Map<String, StringProperty> answers = new LinkedHashMap<>();
    private final ObservableList<RatioOutcome> warnings = FXCollections.observableArrayList();
    private final ObservableList<RatioOutcome> warningsView =
            FXCollections.unmodifiableObservableList(warnings);
    private final ObservableList<Official> signers = FXCollections.observableArrayList();
    private final ObservableList<Official> signersView =
            FXCollections.unmodifiableObservableList(signers);
    private final ObjectProperty<@Nullable Official> official = new SimpleObjectProperty<>();
    private final BooleanProperty byToken = new SimpleBooleanProperty(this, "byToken");
    private final StringProperty password = new SimpleStringProperty(this, "password", "");
    private final ReadOnlyObjectWrapper<byte[]> pdf =
            new ReadOnlyObjectWrapper<>(this, "pdf", new byte[0]);
    private final ReadOnlyObjectWrapper<Message> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Message.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    private record Seen(
            Stage stage,
            List<RatioOutcome> broken,
            List<Official> signers,
            byte[] pdf,
            Message answer) {}

    /**
     * @param keyFiles where an official's PKCS#12 file lies, by official's id
     * @param token the kit's token; may be none
     * @param words a message in the language of the moment, for what is printed
     */
    public ProtocolViewModel(
            ProtocolDesk desk,
            CountDesk count,
            ProtocolCopies copies,
            Station station,
            Function<String, Path> keyFiles,
            SigningToken token,
            UiThreads threads,
            Function<Message, String> words) {
        this.desk = desk;
        this.count = count;
        this.copies = copies;
        this.station = station;
        this.keyFiles = keyFiles;
        this.token = token;
        this.threads = threads;
        this.words = words;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Ratios that stop the protocol. */
    public ObservableList<RatioOutcome> errors() {
        return errorsView;
    }

    /** Ratios that the commission must answer for. */
    public ObservableList<RatioOutcome> warnings() {
        return warningsView;
    }

    /** The answer to a warning, as typed. */
    public StringProperty answerTo(RatioOutcome warning) {
        return answers.computeIfAbsent(
                warning.key(), key -> new SimpleStringProperty(this, key, ""));
    }

    public ControlRatio ratio(RatioOutcome outcome) {
        return count.ratio(outcome.code());
    }

    /** The contest that an outcome is about; none for the station's own ratios. */
    public Optional<LocalizedText> contestOf(RatioOutcome outcome) {
        return count.contestOf(outcome);
    }

    public List<Official> officials() {
        return station.officials();
    }

    public ObservableList<Official> signers() {
        return signersView;
    }

    public ObjectProperty<@Nullable Official> officialProperty() {
        return official;
    }

    /** Whether the kit has a token to sign with. */
    public boolean hasToken() {
        return !token.info().equals(DeviceInfo.NONE);
    }

    /** The official signs with the kit's token and its PIN, not with a key file. */
    public BooleanProperty byTokenProperty() {
        return byToken;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /** The PDF as far as it is signed; empty before it is drawn up. */
    public ReadOnlyObjectProperty<byte[]> pdfProperty() {
        return pdf.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public void refresh() {
        run(() -> Message.NONE);
    }

    /** Draws the protocol up, if every ratio holds or is answered for. */
    public void balance() {
        if (stage.get() != Stage.DRAFT) {
            return;
        }
        var said = new TreeMap<String, String>();
        answers.forEach((key, text) -> said.put(key, text.get()));
        run(
                () ->
                        switch (desk.balance(said)) {
                            case DraftProtocol.Balanced _ -> Message.of("protocol.balanced");
                            case DraftProtocol.NotBalanced not ->
                                    Message.of("protocol.notBalanced", not.broken().size());
                        });
    }

    /** The chosen official signs; the password or PIN leaves the field at once. */
    public void sign() {
        Official chosen = official.get();
        var typed = password.get().toCharArray();
        password.set("");
        if (busy.get()) {
            Arrays.fill(typed, '\0');
            return;
        }
        if (chosen == null || typed.length == 0) {
            answer.set(Message.of("protocol.chooseSigner"));
            return;
        }
        boolean withToken = byToken.get();
        run(
                () -> {
                    try {
                        return switch (open(chosen, withToken, typed)) {
                            case OfficialKey.Refused(String code, var triesLeft) ->
                                    refused(code, triesLeft);
                            case OfficialKey.Opened(OfficialKey key) -> {
                                try (key) {
                                    yield signed(desk.sign(chosen, key), chosen);
                                }
                            }
                        };
                    } catch (TokenFailure e) {
                        return Message.ofCode(e.code());
                    } finally {
                        Arrays.fill(typed, '\0');
                    }
                });
    }

    static Message refused(String code, OptionalInt triesLeft) {
        return triesLeft.equals(OptionalInt.of(1))
                ? Message.coded(Message.of("protocol.lastTry", Message.sentenceOf(code)), code)
                : Message.ofCode(code);
    }

    private OfficialKey.Opening open(Official chosen, boolean withToken, char[] typed) {
        return withToken
                ? OfficialKey.open(token, typed)
                : OfficialKey.open(keyFiles.apply(chosen.id()), typed);
    }

    private static Message signed(BalancedProtocol.Signing signing, Official by) {
        return switch (signing) {
            case BalancedProtocol.Rejected rejected -> Message.ofCode(rejected.fault().code());
            case BalancedProtocol.Complete _ -> Message.of("protocol.signed.all", by.name());
            case BalancedProtocol.MoreNeeded more ->
                    Message.of(
                            more.chairMissing() ? "protocol.signed.chair" : "protocol.signed.more",
                            by.name(),
                            more.signaturesMissing());
        };
    }

    /** Seals; from now on nothing changes any more. */
    public void seal() {
        if (stage.get() != Stage.SIGNED) {
            return;
        }
        run(
                () -> {
                    desk.seal();
                    return Message.of("protocol.sealed");
                });
    }

    /** Prints so many more numbered copies of the sealed protocol. */
    public void printCopies(int number) {
        var word = words.apply(Message.of("protocol.copy"));
        run(
                () ->
                        copies.print(desk.pdf(), number, "protocol-" + station.id(), word)
                                .map(PageResult.Failed::fault)
                                .map(
                                        fault ->
                                                Message.of(
                                                        "protocol.notPrinted",
                                                        Message.ofCode(fault.code())))
                                .orElseGet(() -> Message.of("protocol.printed", copies.last())));
    }

    private void run(Supplier<Message> work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        threads.run(() -> see(work.get()), () -> busy.set(false), this::show);
    }

    private Seen see(Message said) {
        var now = desk.stage();
        List<RatioOutcome> broken =
                now instanceof ProtocolDesk.Drafted(var draft)
                        ? draft.outcomes().stream().filter(o -> !o.holds()).toList()
                        : List.of();
        var reached =
                switch (now) {
                    case ProtocolDesk.Counting _ -> Stage.COUNTING;
                    case ProtocolDesk.Drafted(var draft) ->
                            draft.comparison().agrees() ? Stage.DRAFT : Stage.COUNTING;
                    case ProtocolDesk.Balanced _ -> Stage.BALANCED;
                    case ProtocolDesk.Signed _ -> Stage.SIGNED;
                    case ProtocolDesk.Sealed _ -> Stage.SEALED;
                };
        var drawn = reached.compareTo(Stage.BALANCED) >= 0;
        return new Seen(reached, broken, desk.signers(), drawn ? desk.pdf() : new byte[0], said);
    }

    private void show(Seen seen) {
        errors.setAll(ofSeverity(seen, Severity.ERROR));
        warnings.setAll(ofSeverity(seen, Severity.WARNING));
        signers.setAll(seen.signers());
        answer.set(seen.answer());
        pdf.set(seen.pdf());
        stage.set(seen.stage());
        official.set(nextSigner().orElse(null));
    }

    private static List<RatioOutcome> ofSeverity(Seen seen, Severity severity) {
        return seen.broken().stream().filter(o -> o.severity() == severity).toList();
    }

    private Optional<Official> nextSigner() {
        return station.officials().stream().filter(o -> !signers.contains(o)).findFirst();
    }
}
