/** Independent check of a published election record; shares no code with what it checks. */
@NullMarked
package org.tamga.verifier;

import org.jspecify.annotations.NullMarked;
