package org.tamga.election.checkin;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.election.checkin.CheckInDecision.Admitted;
import org.tamga.election.checkin.CheckInDecision.Refused;
import org.tamga.election.checkin.Roll.Identification;
import org.tamga.election.definition.Policies;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterStatus;

/** Decides who is admitted. One voter, one admission, whatever the channel. */
public final class CheckInRules {
    private final CheckInRequest request;
    private final Roll roll;
    private final Policies policies;

    private CheckInRules(CheckInRequest request, Roll roll, Policies policies) {
        this.request = request;
        this.roll = roll;
        this.policies = policies;
    }

    /**
     * Decides a request.
     *
     * @param roll all that is known of identifications so far; nobody else may admit between this
     *     decision and its event in the journal
     */
    public static CheckInDecision decide(CheckInRequest request, Roll roll, Policies policies) {
        CheckInRules rules = new CheckInRules(request, roll, policies);
        return roll.isOpen(request.terminalId())
                ? rules.weigh(request.evidence())
                : rules.refused(RefusalReason.STATION_NOT_OPEN, null, Map.of());
    }

    private CheckInDecision weigh(Evidence evidence) {
        return switch (evidence) {
            case Evidence.FoundByFinger found ->
                    admit(found.person(), IdentificationMethod.FINGER_1N, found.scoreMilli(), null);
            case Evidence.VerifiedByFinger verified ->
                    admit(
                            verified.person(),
                            IdentificationMethod.FINGER_1_1,
                            verified.scoreMilli(),
                            null);
            case Evidence.ConfirmedByFace confirmed when facesCount() ->
                    admit(
                            confirmed.person(),
                            IdentificationMethod.FINGER_AND_FACE,
                            confirmed.scoreMilli(),
                            null);
            case Evidence.VerifiedByFace verified when facesCount() ->
                    admit(
                            verified.person(),
                            IdentificationMethod.FACE_1_1,
                            verified.scoreMilli(),
                            null);
            // By the election's policy no face counts, so nobody was found.
            case Evidence.ConfirmedByFace _ -> refused(RefusalReason.NO_MATCH, null, Map.of());
            case Evidence.VerifiedByFace verified ->
                    refused(
                            RefusalReason.FINGER_NOT_OF_CLAIMED_PERSON,
                            verified.person().voter(),
                            Map.of());
            case Evidence.DecidedByCommission decided -> byCommission(decided);
            case Evidence.FingerOfAnother other ->
                    refused(
                            RefusalReason.FINGER_NOT_OF_CLAIMED_PERSON,
                            other.claimed().voter(),
                            Map.of());
            // Whom the person was taken for stays out of a journal that is published.
            case Evidence.SeenToBeAnother() ->
                    refused(RefusalReason.FINGER_NOT_OF_CLAIMED_PERSON, null, Map.of());
            case Evidence.NoMatch() -> refused(RefusalReason.NO_MATCH, null, Map.of());
            case Evidence.Ambiguous(int candidates) ->
                    refused(
                            RefusalReason.AMBIGUOUS,
                            null,
                            Map.of("candidates", Integer.toString(candidates)));
            case Evidence.PoorImage poor ->
                    refused(
                            RefusalReason.POOR_IMAGE,
                            null,
                            Map.of("quality", String.join(",", poor.reasons())));
            case Evidence.DeviceFault(String code) ->
                    refused(RefusalReason.DEVICE_FAULT, null, Map.of("code", code));
            case Evidence.InvalidNumber(var reason) ->
                    refused(RefusalReason.INVALID_NUMBER, null, Map.of("code", reason.code()));
            case Evidence.VoterOfOtherStation(String station) ->
                    refused(RefusalReason.OTHER_STATION, null, Map.of("station", station));
            case Evidence.UnknownNumber() -> refused(RefusalReason.NOT_ON_LIST, null, Map.of());
        };
    }

    private boolean facesCount() {
        return policies.ladder().faceFmrPerMillion() > 0;
    }

    private CheckInDecision byCommission(Evidence.DecidedByCommission decided) {
        Person person = decided.person();
        if (!policies.commissionDecisionAllowed() || decided.act().isBlank()) {
            return refused(RefusalReason.COMMISSION_DECISION_NOT_ALLOWED, person.voter(), Map.of());
        }
        return admit(person, IdentificationMethod.COMMISSION, null, decided.act());
    }

    private CheckInDecision admit(
            Person person,
            IdentificationMethod method,
            @Nullable Long scoreMilli,
            @Nullable String act) {
        Optional<Identification> earlier = roll.find(person.voter());
        if (earlier.isPresent()) {
            return alreadyIdentified(earlier.get());
        }
        if (person.status() != VoterStatus.ELIGIBLE) {
            String status = person.status().name();
            return refused(RefusalReason.NOT_ELIGIBLE, person.voter(), Map.of("status", status));
        }
        long slip = roll.nextSlip(request.terminalId());
        return new Admitted(
                person.voter(),
                request.channel(),
                slip,
                method,
                person.listKind(),
                scoreMilli,
                act);
    }

    private CheckInDecision alreadyIdentified(Identification earlier) {
        String at = earlier.at().toString();
        return earlier.terminal().equals(request.terminalId())
                ? refused(RefusalReason.ALREADY_IDENTIFIED_HERE, earlier.voter(), Map.of("at", at))
                : refused(
                        RefusalReason.ALREADY_IDENTIFIED_OTHER_TERMINAL,
                        earlier.voter(),
                        Map.of("at", at, "terminal", earlier.terminal()));
    }

    private CheckInDecision refused(
            RefusalReason reason, @Nullable VoterId voter, Map<String, String> details) {
        return new Refused(reason, voter, details);
    }
}
