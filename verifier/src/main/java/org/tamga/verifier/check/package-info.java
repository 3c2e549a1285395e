/** The checks, one class for each part of the record. */
@NullMarked
package org.tamga.verifier.check;

import org.jspecify.annotations.NullMarked;
