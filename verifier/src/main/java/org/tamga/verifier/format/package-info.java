/** The files of the public record as docs/formats describes them. */
@NullMarked
package org.tamga.verifier.format;

import org.jspecify.annotations.NullMarked;
