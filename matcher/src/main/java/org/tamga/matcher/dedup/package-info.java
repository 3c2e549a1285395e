/** Who is enrolled twice: a batch against itself and against a register, for a person to judge. */
@NullMarked
package org.tamga.matcher.dedup;

import org.jspecify.annotations.NullMarked;
