/**
 * The encrypted ballot: keys of the guardians, encryption with proofs, the public log and the
 * tally.
 *
 * <p>Source: "ElectionGuard Design Specification" 2.1.0 (Benaloh, Naehrig, Pereira), cited in this
 * package as EG with the number of its section. What is left out or done differently is listed in
 * {@code docs/formats/ballot.md}. The package is pure: no clock, no file, no network; randomness is
 * handed in.
 */
@NullMarked
package org.tamga.election.ballot;

import org.jspecify.annotations.NullMarked;
