package org.tamga.kiosk.ballot;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tamga.election.definition.Candidate;
import org.tamga.election.definition.Contest;

/** What is chosen in one contest at this moment. More than allowed cannot be chosen. */
public final class ContestChoice {
    private final Contest contest;
    private final ObservableList<String> chosen = FXCollections.observableArrayList();
    // Kept, for such a view hangs on its list by a weak reference only: a fresh one falls silent.
    private final ObservableList<String> chosenView =
            FXCollections.unmodifiableObservableList(chosen);

    ContestChoice(Contest contest) {
        this.contest = contest;
    }

    public Contest contest() {
        return contest;
    }

    /** Candidate ids, in the order of choosing. */
    public ObservableList<String> chosen() {
        return chosenView;
    }

    /**
     * Chooses a candidate or takes the choice back. Where only one may be chosen, another takes its
     * place; where several may be, nothing happens once all votes are given.
     */
    public void toggle(String candidateId) {
        if (chosen.remove(candidateId)) {
            return;
        }
        if (contest.votesAllowed() == 1) {
            chosen.setAll(List.of(candidateId));
        } else if (chosen.size() < contest.votesAllowed()) {
            chosen.add(candidateId);
        }
    }

    public boolean isChosen(String candidateId) {
        return chosen.contains(candidateId);
    }

    /** Whether the row may be touched: not when all votes are given to others. */
    public BooleanBinding selectable(String candidateId) {
        return Bindings.createBooleanBinding(
                () ->
                        contest.votesAllowed() == 1
                                || chosen.size() < contest.votesAllowed()
                                || chosen.contains(candidateId),
                chosen);
    }

    /** All votes are given and there was more than one to give. */
    public BooleanBinding full() {
        return Bindings.createBooleanBinding(
                () -> contest.votesAllowed() > 1 && chosen.size() == contest.votesAllowed(),
                chosen);
    }

    public int votesLeft() {
        return contest.votesAllowed() - chosen.size();
    }

    /** The chosen candidates in the order of the ballot, which tells nothing of the choosing. */
    public List<Candidate> inBallotOrder() {
        return contest.candidates().stream().filter(c -> chosen.contains(c.id())).toList();
    }

    void clear() {
        chosen.clear();
    }
}
