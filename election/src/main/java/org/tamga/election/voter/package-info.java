/** Voters, their register and the file it travels in. */
@NullMarked
package org.tamga.election.voter;

import org.jspecify.annotations.NullMarked;
