package org.tamga.matcher.decision;

/** A step's decision and the transaction to go on with. */
public record Progress(Transaction transaction, Decision decision) {}
