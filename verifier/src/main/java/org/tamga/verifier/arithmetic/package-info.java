/** The group and the hashes of ElectionGuard 2.1.0, section 3.1 and 5. */
@NullMarked
package org.tamga.verifier.arithmetic;

import org.jspecify.annotations.NullMarked;
