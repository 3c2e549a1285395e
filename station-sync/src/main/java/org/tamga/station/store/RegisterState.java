package org.tamga.station.store;

import org.tamga.election.voter.RegisterKind;

/**
 * What the register store knows of its content.
 *
 * @param version version held, 0 for none
 * @param kind of the file that led to this version
 * @param salt hex key of the directory's hashes, empty while there is none
 * @param voters number of voters
 * @param elsewhere number of entries of the directory
 */
record RegisterState(int version, RegisterKind kind, String salt, int voters, int elsewhere) {
    static final RegisterState EMPTY = new RegisterState(0, RegisterKind.SNAPSHOT, "", 0, 0);
}
