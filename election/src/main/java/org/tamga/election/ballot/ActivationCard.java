package org.tamga.election.ballot;

/**
 * The right to one ballot, on a printed card, without any link to a person.
 *
 * @param electionId the election
 * @param stationId the station it is valid at
 * @param ballotStyleId the ballot style it opens
 * @param serial 32 lower-case hex characters, random
 * @param signature hex Ed25519 (kind {@code card}) over the canonical JSON without this field
 */
public record ActivationCard(
        String electionId,
        String stationId,
        String ballotStyleId,
        String serial,
        String signature) {}
