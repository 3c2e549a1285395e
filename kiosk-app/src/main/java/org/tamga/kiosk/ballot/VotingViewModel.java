package org.tamga.kiosk.ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.ballot.ActivationCard;
import org.tamga.election.ballot.PendingBallot;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.station.store.StoreException;

/**
 * One voter's way from the card to the thanks. Whatever ends it — casting, leaving, falling silent
 * — empties it: nothing of a vote outlives {@link #finish}.
 */
public final class VotingViewModel {
    private static final Logger LOG = Logger.getLogger(VotingViewModel.class.getName());
    private static final int SECONDS_TO_WARNING = 75;
    private static final int SECONDS_OF_WARNING = 30;
    private static final int SECONDS_OF_MESSAGE = 25;

    private final VotingDesk desk;
    private final BoothDesk booth;
    private final UiThreads threads;
    private final Supplier<Language> language;
    private final Runnable ended;
    private final ReadOnlyObjectWrapper<VotingStep> step =
            new ReadOnlyObjectWrapper<>(this, "step", VotingStep.WELCOME);
    private final ObservableList<ContestChoice> contests = FXCollections.observableArrayList();
    // Kept, for such a view hangs on its list by a weak reference only: a fresh one falls silent.
    private final ObservableList<ContestChoice> contestsView =
            FXCollections.unmodifiableObservableList(contests);
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index");
    private final ReadOnlyObjectWrapper<String> code =
            new ReadOnlyObjectWrapper<>(this, "code", "");
    private final ReadOnlyObjectWrapper<Message> printing =
            new ReadOnlyObjectWrapper<>(this, "printing", Message.NONE);
    private final ReadOnlyObjectWrapper<String> refusal =
            new ReadOnlyObjectWrapper<>(this, "refusal", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyIntegerWrapper secondsLeft =
            new ReadOnlyIntegerWrapper(this, "secondsLeft", Integer.MAX_VALUE);
    private final BooleanProperty largeText = new SimpleBooleanProperty(this, "largeText");
    private final BooleanProperty highContrast = new SimpleBooleanProperty(this, "highContrast");
    private boolean changing;
    private int idleSeconds;
    private @Nullable ActivationCard card;
    private @Nullable PendingBallot pending;

    /** What encryption and printing came to. */
    private record Encrypted(PendingBallot ballot, PrintResult slip) {}

    /**
     * @param language of the voter at this moment, for the slip
     * @param ended called on the UI thread when the screen is ready for the next voter
     */
    public VotingViewModel(
            VotingDesk desk,
            BoothDesk booth,
            UiThreads threads,
            Supplier<Language> language,
            Runnable ended) {
        this.desk = desk;
        this.booth = booth;
        this.threads = threads;
        this.language = language;
        this.ended = ended;
    }

    public ReadOnlyObjectProperty<VotingStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The contests of the card, empty between voters. */
    public ObservableList<ContestChoice> contests() {
        return contestsView;
    }

    /** Which contest is in front, from 0. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** The confirmation code, 64 hexadecimal characters, or empty. */
    public ReadOnlyObjectProperty<String> codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** What the QR code beside it holds. */
    public String qr() {
        return booth.qr(code.get());
    }

    /** What became of the slip. */
    public ReadOnlyObjectProperty<Message> printingProperty() {
        return printing.getReadOnlyProperty();
    }

    /** Stable code of why there is no ballot: BC-nn of a card, ST-nn of a store; or empty. */
    public ReadOnlyObjectProperty<String> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Seconds until the vote is given up, once a warning is due; else a large number. */
    public ReadOnlyIntegerProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    public BooleanProperty largeTextProperty() {
        return largeText;
    }

    public BooleanProperty highContrastProperty() {
        return highContrast;
    }

    /** A card was scanned. */
    public void present(String text) {
        if (busy.get() || (step.get() != VotingStep.WELCOME && step.get() != VotingStep.REFUSED)) {
            return;
        }
        work(() -> desk.read(text), this::show);
    }

    private void show(VotingDesk.CardReading reading) {
        switch (reading) {
            case VotingDesk.CardAccepted accepted -> {
                card = accepted.card();
                refusal.set("");
                contests.setAll(accepted.contests().stream().map(ContestChoice::new).toList());
                open(0);
            }
            case VotingDesk.CardRefused(CardFault fault) -> refuse(fault.code());
        }
    }

    /** Chooses a candidate of the contest in front, or takes the choice back. */
    public void choose(String candidateId) {
        touch();
        contests.get(index.get()).toggle(candidateId);
    }

    /** On to the next contest, or to the review after the last and after a change. */
    public void next() {
        touch();
        if (changing || index.get() + 1 == contests.size()) {
            changing = false;
            step.set(VotingStep.REVIEW);
        } else {
            open(index.get() + 1);
        }
    }

    public void back() {
        touch();
        if (step.get() == VotingStep.REVIEW) {
            open(contests.size() - 1);
        } else if (index.get() > 0) {
            open(index.get() - 1);
        }
    }

    /** From the review to one contest and back. */
    public void change(int contest) {
        changing = true;
        open(contest);
    }

    private void open(int contest) {
        touch();
        index.set(contest);
        step.set(VotingStep.CONTEST);
    }

    /** Ends choosing: encrypts and prints the code. The voter has not voted yet. */
    public void encrypt() {
        ActivationCard held = card;
        if (busy.get() || held == null || step.get() != VotingStep.REVIEW) {
            return;
        }
        Map<String, List<String>> choices = new HashMap<>();
        contests.forEach(c -> choices.put(c.contest().id(), List.copyOf(c.chosen())));
        Language spoken = language.get();
        work(
                () -> {
                    PendingBallot ballot = desk.encrypt(held, choices);
                    return new Encrypted(
                            ballot, booth.printConfirmation(ballot.confirmationCode(), spoken));
                },
                this::decide);
    }

    private void decide(Encrypted encrypted) {
        pending = encrypted.ballot();
        code.set(encrypted.ballot().confirmationCode());
        printing.set(
                switch (encrypted.slip()) {
                    case PrintResult.Printed _ -> Message.of("ballot.printed");
                    case PrintResult.Failed failed ->
                            Message.of("ballot.notPrinted", Message.ofCode(failed.fault().code()));
                });
        step.set(VotingStep.DECIDE);
    }

    /** Lays the ballot into the box. */
    public void cast() {
        ActivationCard held = card;
        PendingBallot ballot = pending;
        if (busy.get() || held == null || ballot == null) {
            return;
        }
        work(() -> desk.cast(held, ballot), this::show);
    }

    /** Has the encryption opened for checking; this ballot will not count. */
    public void challenge() {
        PendingBallot ballot = pending;
        if (busy.get() || ballot == null) {
            return;
        }
        work(() -> desk.challenge(ballot), this::show);
    }

    private void show(VotingDesk.BallotOutcome outcome) {
        pending = null;
        contests.forEach(ContestChoice::clear);
        switch (outcome) {
            case VotingDesk.Cast _ -> {
                card = null;
                contests.clear();
                step.set(VotingStep.THANKS);
            }
            case VotingDesk.Challenged _ -> step.set(VotingStep.CHALLENGED);
            case VotingDesk.NotTaken(CardFault fault) -> refuse(fault.code());
        }
    }

    /**
     * Something unexpected happened. Work that still runs ends as it ends. Of a ballot that was to
     * be cast only the box knows what became; before that nothing was cast and the card is good.
     */
    public void fail(String reason) {
        if (busy.get()) {
            return;
        }
        ActivationCard held = card;
        String shown = code.get();
        if (held != null && pending != null) {
            work(
                    () -> desk.settle(held, shown),
                    settled -> settled.ifPresentOrElse(this::show, () -> refuse(reason)));
        } else if (step.get() != VotingStep.THANKS && step.get() != VotingStep.CHALLENGED) {
            refuse(reason);
        }
    }

    private void refuse(String reason) {
        forget();
        refusal.set(reason);
        step.set(VotingStep.REFUSED);
    }

    /** After a challenge: the same card, an empty ballot. */
    public void voteAgain() {
        if (step.get() == VotingStep.CHALLENGED && !contests.isEmpty()) {
            code.set("");
            printing.set(Message.NONE);
            changing = false;
            open(0);
        }
    }

    /** Ready for the next voter; an undecided ballot is destroyed and its card stays good. */
    public void finish() {
        if (busy.get()) {
            return;
        }
        forget();
        largeText.set(false);
        highContrast.set(false);
        step.set(VotingStep.WELCOME);
        ended.run();
    }

    private void forget() {
        if (pending != null) {
            pending.close();
        }
        pending = null;
        card = null;
        contests.forEach(ContestChoice::clear);
        contests.clear();
        index.set(0);
        code.set("");
        printing.set(Message.NONE);
        refusal.set("");
        changing = false;
        touch();
    }

    /** Somebody is there: any touch or key. */
    public void touch() {
        idleSeconds = 0;
        secondsLeft.set(Integer.MAX_VALUE);
    }

    /** One second has gone by. */
    public void tick() {
        if (busy.get() || step.get() == VotingStep.WELCOME) {
            return;
        }
        idleSeconds++;
        var limit =
                switch (step.get()) {
                    case THANKS, REFUSED -> SECONDS_OF_MESSAGE;
                    case WELCOME, CONTEST, REVIEW, DECIDE, CHALLENGED ->
                            SECONDS_TO_WARNING + SECONDS_OF_WARNING;
                };
        if (idleSeconds >= limit) {
            finish();
        } else if (limit > SECONDS_OF_MESSAGE && idleSeconds >= SECONDS_TO_WARNING) {
            secondsLeft.set(limit - idleSeconds);
        }
    }

    // A store that fails must not leave the voter before a dead screen: the code tells the
    // commission what is wrong.
    private <T> void work(Supplier<T> work, Consumer<T> shown) {
        touch();
        busy.set(true);
        threads.run(
                () -> attempt(work, shown),
                shownLater -> {
                    busy.set(false);
                    shownLater.run();
                });
    }

    private <T> Runnable attempt(Supplier<T> work, Consumer<T> shown) {
        try {
            T result = work.get();
            return () -> shown.accept(result);
        } catch (StoreException e) {
            LOG.log(Level.SEVERE, "a store of the booth failed", e);
            return () -> fail(e.code());
        }
    }
}
