package org.tamga.election.definition;

/**
 * How the identification of one voter goes on when the first finger does not do.
 *
 * @param seconds time for one voter from the first presentation on, 10..600; then the document or
 *     the commission is next, whatever is left
 * @param fingers different fingers asked for, 1..10; all count together
 * @param faceFmrPerMillion false match rate at which a face may confirm a claimed or nearly found
 *     voter, per million, 0..10 000; 0: a face never counts
 * @param faceOfficerFmrPerMillion false match rate down to which an officer looks where the program
 *     does not accept, per million, faceFmrPerMillion..100 000
 */
public record LadderPolicy(
        int seconds, int fingers, int faceFmrPerMillion, int faceOfficerFmrPerMillion) {}
