/** The election package: what is voted on, where, by which rules, under whose signatures. */
@NullMarked
package org.tamga.election.definition;

import org.jspecify.annotations.NullMarked;
