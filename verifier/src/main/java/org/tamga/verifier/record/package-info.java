/** The folder that is checked, strict reading of its files, and what was found. */
@NullMarked
package org.tamga.verifier.record;

import org.jspecify.annotations.NullMarked;
