/**
 * Canonical JSON, hashes and detached signatures: how everything that leaves a terminal is written.
 */
@NullMarked
package org.tamga.election.wire;

import org.jspecify.annotations.NullMarked;
