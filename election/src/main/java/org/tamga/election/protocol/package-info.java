/** The protocol on its way from draft to seal. */
@NullMarked
package org.tamga.election.protocol;

import org.jspecify.annotations.NullMarked;
