package org.tamga.election.definition;

/**
 * A line with a factor inside a control ratio.
 *
 * @param factor any integer but 0
 * @param line code of a form line; a line of scope CANDIDATE stands for the sum over the candidates
 *     of the contest
 */
public record Term(int factor, String line) {}
