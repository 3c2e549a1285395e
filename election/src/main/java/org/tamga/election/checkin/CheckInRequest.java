package org.tamga.election.checkin;

import java.time.Instant;

/** A person asks to be admitted at a terminal for a channel. */
public record CheckInRequest(
        Instant at, String terminalId, VotingChannel channel, Evidence evidence) {}
