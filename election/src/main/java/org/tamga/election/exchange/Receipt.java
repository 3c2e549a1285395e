package org.tamga.election.exchange;

import java.time.Instant;

/**
 * The central node's word that it keeps an item.
 *
 * @param item the item's id, hex SHA-256
 * @param receivedAt when it was first received, UTC, whole seconds
 * @param number the item's number in the terminal's outbox
 */
public record Receipt(String item, Instant receivedAt, long number) {}
