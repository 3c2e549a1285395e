package org.tamga.election.exchange;

/**
 * Why the central node did not take or give something: the body of every 4xx answer.
 *
 * @param code stable code {@code CN-nn}
 * @param detail one English line for the log
 */
public record Refusal(String code, String detail) {}
