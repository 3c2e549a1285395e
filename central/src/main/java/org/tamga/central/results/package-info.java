/** Turnout and results as data. */
@NullMarked
package org.tamga.central.results;

import org.jspecify.annotations.NullMarked;
